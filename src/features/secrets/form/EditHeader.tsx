import { Link } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import type { DraftState } from '#/forms/draft-keeper'
import { SecretsLink } from '#/features/secrets/SecretsLink'
import { Breadcrumbs, crumbClass } from '#/ui/Breadcrumbs'
import { Chip } from '#/ui/Chip'
import { IdText } from '#/ui/IdText'
import { PageHeader } from '#/ui/PageHeader'
import { DraftStatus } from './DraftStatus'

interface Props {
  orgId: string
  secretId: string
  /** As the server has it; null where it cannot be decrypted. */
  name: string | null
  changes: number
  draft: DraftState
}

export function EditHeader({ orgId, secretId, name, changes, draft }: Props) {
  return (
    <PageHeader
      hasLine
      title="Edit secret"
      breadcrumbs={
        <Breadcrumbs
          items={[
            { key: 'secrets', link: <SecretsLink orgId={orgId} /> },
            {
              key: 'secret',
              link: (
                <Link
                  to="/orgs/$orgId/secrets/$secretId"
                  params={{ orgId, secretId }}
                  className={`${crumbClass} font-mono`}
                >
                  {name ?? `Secret ${secretId.slice(0, 8)}`}
                </Link>
              ),
            },
          ]}
        />
      }
      facts={
        <>
          <IdText id={secretId} isShort of="secret" />
          {changes > 0 && (
            <Chip tone="accent" icon={Pencil}>
              {changes === 1 ? '1 change not saved' : `${changes} changes not saved`}
            </Chip>
          )}
        </>
      }
      actions={<DraftStatus state={draft} />}
    />
  )
}
