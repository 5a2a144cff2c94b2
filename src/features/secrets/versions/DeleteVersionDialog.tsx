import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { deleteVersion } from '#/data/secret-versions'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { showToast } from '#/ui/toast-store'
import { useSecretPage } from '#/features/secrets/secret-context'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'

interface Props {
  versionId: string
  number: number
  isCurrent: boolean
  onClose: () => void
  onDeleted?: () => void
}

/** Takes one kept value away for good; no server records who did it. */
export function DeleteVersionDialog({ versionId, number, isCurrent, onClose, onDeleted }: Props) {
  const { organization } = useSecretPage()
  const remove = useMutation(deleteVersion(useQueryClient(), organization.id))
  return (
    <ConfirmDialog
      title={`Delete version ${number} for good?`}
      isDanger
      confirmLabel={`Delete version ${number}`}
      confirmIcon={Trash2}
      expected={`version ${number}`}
      expectedLabel={`Type “version ${number}” to delete it`}
      busy={remove.isPending}
      error={remove.error && `${remove.error.message} Nothing was deleted.`}
      onClose={onClose}
      onConfirm={() => {
        // By the promise: the row takes the dialog away with it.
        void remove.mutateAsync(versionId).then(
          () => {
            showToast(`Version ${number} is deleted`)
            onClose()
            onDeleted?.()
          },
          () => undefined,
        )
      }}
    >
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">
        <li>
          {isCurrent
            ? 'The current value stays as it is; that it was set then, and by whom, is no longer kept.'
            : 'Its value cannot be brought back by anyone.'}
        </li>
        <li>With it goes who set it and when. What is left may tell less about its neighbours.</li>
        <li>The numbers of newer versions here may move, as they are counted from the oldest.</li>
        <li>People and machine accounts lose nothing: they read the current value only.</li>
        <li>
          <TraceLink act="deleteVersion">{recordsOne('deleteVersion')}</TraceLink>: the log will not show that
          it was deleted, or by whom.
        </li>
      </ul>
    </ConfirmDialog>
  )
}
