import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { deleteSecret } from '#/data/secrets'
import { startJob } from '#/jobs/jobs'
import type { OrganizationView } from '#/session/protocol'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { showToast } from '#/ui/toast-store'
import { recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'

interface Props {
  organization: OrganizationView
  secret: { id: string; name: string | null }
  onClose: () => void
  onDeleted: () => void
}

const TAKE_BACK = 10_000

/**
 * Moves one secret to the trash. Who may restore gets it done at once, a refusal told here, and an undo; for the
 * others it is sent ten seconds late, since nothing of theirs could bring it back.
 */
export function DeleteSecretDialog({ organization, secret, onClose, onDeleted }: Props) {
  const client = useQueryClient()
  const remove = useMutation(deleteSecret(client, organization.id))
  const isAdmin = organization.role === 'owner' || organization.role === 'admin'
  const items = [{ id: secret.id, label: secret.name }]
  const undo = () => void startJob({ kind: 'secrets.restore', organizationId: organization.id, items })

  async function confirm() {
    try {
      // By the promise: the secret's own page takes the dialog away before the callbacks of a mutation run.
      if (isAdmin) await remove.mutateAsync(secret.id)
      else
        await startJob({ kind: 'secrets.delete', organizationId: organization.id, items, delay: TAKE_BACK })
    } catch {
      return
    }
    if (isAdmin) showToast('The secret is in the trash', { action: { label: 'Undo', onClick: undo } })
    onDeleted()
  }

  return (
    <ConfirmDialog
      title="Delete this secret?"
      isDanger
      confirmLabel="Delete 1 secret"
      confirmIcon={Trash2}
      busy={remove.isPending}
      error={remove.error?.message}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <p className="font-mono wrap-anywhere">
        {secret.name ?? `Secret ${secret.id.slice(0, 8)}, whose name cannot be decrypted`}
      </p>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">
        <li>It goes to the trash with its versions and is deleted for good after 30 days.</li>
        <li>Machine accounts and people that read it get “not found” from now on.</li>
        <li>
          {isAdmin
            ? 'You can restore it from the trash.'
            : 'Only owners and admins can restore it. It is sent ten seconds late: until then you can take it back.'}
        </li>
        <li>
          <TraceLink act="trashSecret">{recordedAs('trashSecret')}</TraceLink> under your name.
        </li>
      </ul>
    </ConfirmDialog>
  )
}
