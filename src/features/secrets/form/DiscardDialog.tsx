import { Eraser } from 'lucide-react'
import { ConfirmDialog } from '#/ui/ConfirmDialog'

interface Props {
  noun: string
  onConfirm: () => void
  onClose: () => void
}

export function DiscardDialog({ noun, onConfirm, onClose }: Props) {
  return (
    <ConfirmDialog
      title={`Discard ${noun}?`}
      isDanger
      confirmLabel="Discard what I typed"
      confirmIcon={Eraser}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        What you typed and its draft on this device are erased. This cannot be undone; the server is not told.
      </p>
    </ConfirmDialog>
  )
}
