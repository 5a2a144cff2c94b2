import { Link, useMatchRoute, useNavigate } from '@tanstack/react-router'
import { Copy, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import { useCoveredReason } from '#/session/use-session'
import { Breadcrumbs, crumbClass } from '#/ui/Breadcrumbs'
import { Button } from '#/ui/Button'
import { copyItems } from '#/ui/copy-items'
import { IconButton } from '#/ui/IconButton'
import { IdText } from '#/ui/IdText'
import { Menu } from '#/ui/Menu'
import { NameChips } from '#/ui/NameChips'
import { Tooltip } from '#/ui/Tooltip'
import { PageHeader } from '#/ui/PageHeader'
import { useShortcuts } from '#/ui/use-shortcuts'
import { canChangeSecret, closedReason } from './can'
import { DeleteSecretDialog } from './DeleteSecretDialog'
import { useSecretPage } from './secret-context'
import { SecretsLink } from './SecretsLink'
import { useCopyValue } from './use-copy-value'
import { lowerFirst, recordsOne } from '#/domain/coverage/traces'

export function SecretHeader({ tabs }: { tabs: ReactNode }) {
  const { organization, secret } = useSecretPage()
  const { singleKeys } = useSettings()
  const navigate = useNavigate()
  const [isDeleting, setDeleting] = useState(false)
  const copyValue = useCopyValue(organization.id)
  const copy = () => copyValue.mutate(secret.id)
  const params = { orgId: organization.id, secretId: secret.id }
  const edit = () => void navigate({ to: '/orgs/$orgId/secrets/$secretId/edit', params })
  const covered = useCoveredReason()
  const hasOwnAct = useHasOwnAct(params)
  const closed = covered || closedReason(canChangeSecret(secret))

  useShortcuts(
    [
      { id: 'copyValue', run: () => !covered && copy() },
      { id: 'edit', run: () => !closed && edit() },
      {
        id: 'versions',
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
            <NameChips name={secret.name} canWrite={secret.canWrite} />
          </>
        }
        actions={
          <>
            <Button icon={Copy} keyCap="c" disabledReason={covered} busy={copyValue.isPending} onClick={copy}>
              Copy value
            </Button>
            <Tooltip text={!closed && `Editing reads the secret: ${lowerFirst(recordsOne('readSecret'))}`}>
              <Button
                variant={hasOwnAct ? 'outlined' : 'solid'}
                icon={Pencil}
                keyCap="e"
                disabledReason={closed}
                onClick={edit}
              >
                Edit secret
              </Button>
            </Tooltip>
            <Menu
              trigger={<IconButton icon={MoreHorizontal} label="More acts" />}
              items={[
                ...copyItems(secret),
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

/** Tabs that change something themselves: what they do is the solid act in view. */
function useHasOwnAct(params: { orgId: string; secretId: string }): boolean {
  const matches = useMatchRoute()
  return (
    matches({ to: '/orgs/$orgId/secrets/$secretId/access', params }) !== false ||
    matches({ to: '/orgs/$orgId/secrets/$secretId/versions/$a/$b', params }) !== false
  )
}

function Crumbs() {
  const { organization, secret } = useSecretPage()
  const orgId = organization.id
  return (
    <Breadcrumbs
      items={[
        { key: 'secrets', link: <SecretsLink orgId={orgId} /> },
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
