import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { mayUseTrash } from '#/domain/rights'
import { projectWords } from '#/features/secrets/SecretCells'
import { secretsWord } from '#/features/secrets/SecretListStatus'
import { BulkDialog } from '#/jobs/BulkDialog'
import type { PreviewRow } from '#/jobs/BulkPreview'
import { kind } from '#/jobs/kinds/secrets-delete'
import type { BulkProps } from './BulkBar'
import { closedTo, secretNoun } from './bulk-rows'

const TAKE_BACK = 10_000

export function DeleteDialog({ organization, secrets, onClose, onStarted }: BulkProps) {
  const mayRestore = mayUseTrash(organization) === true
  const rows = useMemo(
    () =>
      secrets.map((secret): PreviewRow => ({
        id: secret.id,
        name: secret.name,
        change: `Deleted, from ${secret.project ? projectWords(secret.project) : 'no project'}`,
        skip: closedTo(secret),
      })),
    [secrets],
  )
  const count = rows.filter(({ skip }) => skip === null).length
  return (
    <BulkDialog
      title={`Delete ${secretsWord(secrets.length)}?`}
      icon={Trash2}
      verb="Delete"
      kind={kind}
      noun={secretNoun}
      rows={rows}
      isDanger
      expected={count >= 10 ? String(count) : undefined}
      request={(ids) => ({
        kind: 'secrets.delete',
        organizationId: organization.id,
        params: { restorable: mayRestore },
        items: secrets.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ id, label: name })),
        ...(!mayRestore && { delay: TAKE_BACK }),
      })}
      consequences={
        <>
          <li>Each goes to the trash with its versions and is deleted for good after 30 days.</li>
          <li>Machine accounts and people that read it get “not found” from then on.</li>
          <li>
            {mayRestore
              ? 'Undo, and the trash, bring it back.'
              : 'Only owners and admins can restore it. The deletion is sent ten seconds late: until then you can take it back.'}
          </li>
        </>
      }
      onClose={onClose}
      onStarted={onStarted}
    />
  )
}
