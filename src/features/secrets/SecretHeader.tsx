import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Copy, Eye, FileWarning, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { secretValueQuery } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import { copySecret } from '#/lib/clipboard'
import { announce } from '#/ui/announcer'
import { Breadcrumbs, crumbClass } from '#/ui/Breadcrumbs'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { IconButton } from '#/ui/IconButton'
import { IdText } from '#/ui/IdText'
import { Menu } from '#/ui/Menu'
import { PageHeader } from '#/ui/PageHeader'
import { showToast } from '#/ui/toast-store'
import { useShortcuts } from '#/ui/use-shortcuts'
import { DeleteSecretDialog } from './DeleteSecretDialog'
import { useSecretPage } from './secret-context'

const NO_WRITE =
  'You can read this secret, not change it. Owners and admins can give you write access on its project.'

export function SecretHeader({ tabs }: { tabs: ReactNode }) {
  const { organization, secret } = useSecretPage()
  const { singleKeys } = useSettings()
  const navigate = useNavigate()
  const [isDeleting, setDeleting] = useState(false)
  const copy = useCopyValue()
  const params = { orgId: organization.id, secretId: secret.id }
  const edit = () => void navigate({ to: '/orgs/$orgId/secrets/$secretId/edit', params })
  const closed = !secret.canWrite && NO_WRITE

  useShortcuts(
    [
      { key: 'c', label: 'Copy the value', run: () => copy.mutate() },
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
            <Button icon={Copy} keyCap="c" busy={copy.isPending} onClick={() => copy.mutate()}>
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

/** Reads the secret (recorded) and puts its value on the clipboard, without showing it. */
function useCopyValue() {
  const { organization, secret } = useSecretPage()
  const client = useQueryClient()
  const { clearClipboardAfter } = useSettings()
  return useMutation({
    mutationFn: async () => {
      const query = secretValueQuery(organization.id, secret.id)
      const value = client.fetchQuery({ ...query, staleTime: 0 }).then((read) => {
        if (!read.value.ok) throw new Error('The value cannot be decrypted, so there is nothing to copy.')
        return read.value.text
      })
      await copySecret(value, clearClipboardAfter)
    },
    onSuccess: () =>
      announce(`Value copied. It is cleared from the clipboard in ${clearClipboardAfter} seconds.`),
    onError: (error) => showToast(error.message, { tone: 'danger' }),
    onSettled: () => client.removeQueries(secretValueQuery(organization.id, secret.id)),
  })
}

function copyText(text: string, done: string): void {
  navigator.clipboard.writeText(text).then(
    () => showToast(done),
    () =>
      showToast('The browser did not allow copying. Select the text and copy it by hand.', {
        tone: 'danger',
      }),
  )
}
