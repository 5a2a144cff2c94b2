import { Check } from 'lucide-react'
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react'
import { Button } from './Button'
import { Callout } from './Callout'
import { Dialog, type DialogWidth } from './Dialog'
import { Icon, type IconType } from './Icon'
import { TextField } from './TextField'

type ConfirmDialogProps = {
  title: string
  description?: ReactNode
  children?: ReactNode
  /** The verb with object and count: "Delete 3 secrets". */
  confirmLabel: string
  confirmIcon?: IconType
  /** Red for what takes something away. */
  isDanger?: boolean
  /** Has to be typed exactly before the act opens. */
  expected?: string
  /** "Type the project's name to delete it". */
  expectedLabel?: string
  /** Another reason why the act is closed, beside the typed word. */
  disabledReason?: string | false | undefined
  error?: ReactNode
  busy?: boolean
  footerStart?: ReactNode
  width?: DialogWidth
  onConfirm: () => void
  onClose: () => void
}

/** Stays open until the caller unmounts it: an error is told inside it, nothing is lost. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, description, children, error, busy = false, width, footerStart, onClose, onConfirm } = props
  const { confirmLabel, confirmIcon, isDanger, expected, expectedLabel, disabledReason } = props
  const [typed, setTyped] = useState('')
  const formId = useId()
  const isTyped = expected === undefined || typed === expected
  const reason = disabledReason || (!isTyped && `Type “${expected}” first, exactly.`)

  // Enter, pressed too often, shall not take anything away.
  const wantsCancel = (expected === undefined && isDanger) || undefined

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    // Enter in the field submits too, so the closed button alone would not hold it.
    if (!reason && !busy) onConfirm()
  }

  return (
    <Dialog
      {...{ title, description, footerStart, busy, onClose }}
      {...(width && { width })}
      footer={
        <>
          <Button data-autofocus={wantsCancel} onClick={() => !busy && onClose()}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={formId}
            variant={isDanger ? 'danger-solid' : 'solid'}
            icon={confirmIcon}
            busy={busy}
            disabledReason={reason}
            // Closed, it is no place to begin: the field that opens it is.
            data-autofocus={expected === undefined && !isDanger && !reason ? true : undefined}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} className="flex flex-col gap-4">
        {children}
        {expected !== undefined && (
          <TextField
            label={expectedLabel ?? `Type “${expected}” to go on`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={busy}
            trailing={isTyped && <Icon of={Check} className="text-good" />}
          />
        )}
        {error && (
          <Callout tone="danger" role="alert">
            {error}
          </Callout>
        )}
      </form>
    </Dialog>
  )
}
