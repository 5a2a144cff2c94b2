import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { deleteSecret } from '#/data/secrets'
import type { OrganizationView } from '#/session/protocol'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { showToast } from '#/ui/toast-store'

interface Props {
  organization: OrganizationView
  secret: { id: string; name: string | null }
  onClose: () => void
  onDeleted: () => void
}

/** Moves one secret to the trash. The server answers per item: a refusal is told here, the dialog stays. */
export function DeleteSecretDialog({ organization, secret, onClose, onDeleted }: Props) {
  const client = useQueryClient()
  const remove = useMutation(deleteSecret(client, organization.id))
  const isAdmin = organization.role === 'owner' || organization.role === 'admin'
  return (
    <ConfirmDialog
      title="Delete this secret?"
      isDanger
      confirmLabel="Delete 1 secret"
      confirmIcon={Trash2}
      busy={remove.isPending}
      error={remove.error?.message}
      onClose={onClose}
      onConfirm={() => {
        // By the promise: the secret's own page takes the dialog away before the callbacks of a mutation run.
        void remove.mutateAsync(secret.id).then(
          () => {
            showToast('The secret is in the trash')
            onDeleted()
          },
          () => undefined,
        )
      }}
    >
      <p className="font-mono wrap-anywhere">
        {secret.name ?? `Secret ${secret.id.slice(0, 8)}, whose name cannot be decrypted`}
      </p>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">
        <li>It goes to the trash with its versions and is deleted for good after 30 days.</li>
        <li>Machine accounts and people that read it get “not found” from now on.</li>
        <li>
          {isAdmin
            ? 'You can restore it in the trash of the web vault.'
            : 'Only owners and admins can restore it: you cannot undo this yourself.'}
        </li>
        <li>Recorded as “deleted secret” (2103) under your name.</li>
      </ul>
    </ConfirmDialog>
  )
}
