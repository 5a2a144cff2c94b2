import { Button } from './Button'

interface Props {
  isOn: boolean
  onToggle: () => void
  /** Nothing is known that could be filtered. */
  isClosed?: boolean
  children: string
}

/** A filter of a toolbar: pressed while it is on. */
export function ToggleButton({ isOn, onToggle, isClosed, children }: Props) {
  return (
    <Button
      size={28}
      aria-pressed={isOn}
      disabledReason={isClosed && 'Nothing is known yet that could be filtered.'}
      className={isOn ? 'border-accent-line bg-selection text-accent-text' : ''}
      onClick={onToggle}
    >
      {children}
    </Button>
  )
}
