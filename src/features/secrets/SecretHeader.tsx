import { Link, useNavigate } from '@tanstack/react-router'
import { Copy, Eye, FileWarning, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import { Breadcrumbs, crumbClass } from '#/ui/Breadcrumbs'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { IconButton } from '#/ui/IconButton'
import { IdText } from '#/ui/IdText'
import { Menu } from '#/ui/Menu'
import { PageHeader } from '#/ui/PageHeader'
import { useShortcuts } from '#/ui/use-shortcuts'
import { canChangeSecret, closedReason } from './can'
import { copyText } from '#/ui/copy-text'
import { DeleteSecretDialog } from './DeleteSecretDialog'
import { useSecretPage } from './secret-context'
import { useCopyValue } from './use-copy-value'

export function SecretHeader({ tabs }: { tabs: ReactNode }) {
  const { organization, secret } = useSecretPage()
  const { singleKeys } = useSettings()
  const navigate = useNavigate()
  const [isDeleting, setDeleting] = useState(false)
  const copyValue = useCopyValue(organization.id)
  const copy = () => copyValue.mutate(secret.id)
  const params = { orgId: organization.id, secretId: secret.id }
  const edit = () => void navigate({ to: '/orgs/$orgId/secrets/$secretId/edit', params })
  const closed = closedReason(canChangeSecret(secret))

  useShortcuts(
    [
      { key: 'c', label: 'Copy the value', run: copy },
      { key: 'e', label: 'Edit', run: () => secret.canWrite && edit() },
      {
        key: 'v',
        label: 'Versions',
        run: () => void navigate({ to: '/orgs/$orgId/secrets/$secretId/versions', params }),
      },
    ],
    singleKeys,
  )

  return (
    <>
      <PageHeader
        title={secret.name ?? 'Name cannot be decrypted'}
        isMono={secret.name !== null}
        tabs={tabs}
        breadcrumbs={<Crumbs />}
        facts={
          <>
            <IdText id={secret.id} isShort of="secret" />
            <Chip icon={secret.canWrite ? Pencil : Eye}>
              {secret.canWrite ? 'Can read and write' : 'Can read'}
            </Chip>
            {secret.name === null && (
              <Chip icon={FileWarning} tone="danger">
                Name cannot be decrypted
              </Chip>
            )}
          </>
        }
        actions={
          <>
            <Button icon={Copy} keyCap="c" busy={copyValue.isPending} onClick={copy}>
              Copy value
            </Button>
            <Button variant="solid" icon={Pencil} keyCap="e" disabledReason={closed} onClick={edit}>
              Edit secret
            </Button>
            <Menu
              trigger={<IconButton icon={MoreHorizontal} label="More acts" />}
              items={[
                {
                  label: 'Copy name',
                  icon: Copy,
                  disabledReason: secret.name === null && 'The name cannot be decrypted',
                  onSelect: () => copyText(secret.name ?? '', 'Name copied'),
                },
                { label: 'Copy id', icon: Copy, onSelect: () => copyText(secret.id, 'Id copied') },
                { label: 'Copy link', icon: Copy, onSelect: () => copyText(location.href, 'Link copied') },
                {
                  label: 'Delete secret',
                  icon: Trash2,
                  isDanger: true,
                  lineBefore: true,
                  disabledReason: closed,
                  onSelect: () => setDeleting(true),
                },
              ]}
            />
          </>
        }
      />
      {isDeleting && (
        <DeleteSecretDialog
          organization={organization}
          secret={secret}
          onClose={() => setDeleting(false)}
          onDeleted={() => void navigate({ to: '/orgs/$orgId/secrets', params: { orgId: organization.id } })}
        />
      )}
    </>
  )
}

function Crumbs() {
  const { organization, secret } = useSecretPage()
  const orgId = organization.id
  return (
    <Breadcrumbs
      items={[
        {
          key: 'secrets',
          link: (
            <Link to="/orgs/$orgId/secrets" params={{ orgId }} className={crumbClass}>
              Secrets
            </Link>
          ),
        },
        ...(secret.project
          ? [
              {
                key: 'project',
                link: (
                  <Link
                    to="/orgs/$orgId/projects/$projectId"
                    params={{ orgId, projectId: secret.project.id }}
                    className={crumbClass}
                  >
                    {secret.project.name ?? `Project ${secret.project.id.slice(0, 8)}`}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
