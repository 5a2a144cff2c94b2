import { FileWarning, Pencil } from 'lucide-react'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { SAVING } from './closed-reason'

interface Props {
  label: string
  /** The person just came back to leaving it: the focus was on a button that is gone. */
  autoFocus: boolean
  isSaving: boolean
  onOverwrite: () => void
}

/** A field that cannot be decrypted: it goes back byte for byte as it is, unless the person writes a new one. */
export function UnreadableField({ label, autoFocus, isSaving, onOverwrite }: Props) {
  return (
    <div>
      <p className="mb-1 font-medium">{label}</p>
      <Callout
        tone="warning"
        icon={FileWarning}
        title={`The ${label.toLowerCase()} cannot be decrypted.`}
        actions={
          <Button
            autoFocus={autoFocus}
            size={28}
            icon={Pencil}
            disabledReason={isSaving && SAVING}
            onClick={onOverwrite}
          >
            Write a new {label.toLowerCase()}
          </Button>
        }
      >
        Left alone, it goes back to the server byte for byte as it is.
      </Callout>
    </div>
  )
}
