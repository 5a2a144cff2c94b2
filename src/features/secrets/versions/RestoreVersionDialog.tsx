import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { restoreVersion } from '#/data/secrets'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { showToast } from '#/ui/toast-store'
import { useSecretPage } from '#/features/secrets/secret-context'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'

interface Props {
  versionId: string
  number: number
  onClose: () => void
}

export function RestoreVersionDialog({ versionId, number, onClose }: Props) {
  const { organization, secret } = useSecretPage()
  const restore = useMutation(restoreVersion(useQueryClient(), organization.id, secret.id))
  return (
    <ConfirmDialog
      title={`Restore version ${number}?`}
      confirmLabel={`Restore version ${number}`}
      confirmIcon={RotateCcw}
      busy={restore.isPending}
      error={restore.error?.message}
      onClose={onClose}
      onConfirm={() =>
        restore.mutate(versionId, {
          onSuccess: () => {
            showToast(`Version ${number} is the current value again`)
            onClose()
          },
        })
      }
    >
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">
        <li>Its value becomes the current one; name, note and project stay as they are.</li>
        <li>The value it replaces is kept as a version. With 10 kept, the oldest goes.</li>
        <li>Machine accounts and people get it at their next read.</li>
        <li>
          <TraceLink act="restoreVersion">{recordsOne('restoreVersion')}</TraceLink>: the log will not show
          who restored it. The versions will.
        </li>
      </ul>
    </ConfirmDialog>
  )
}
