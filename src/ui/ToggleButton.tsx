import { Button } from './Button'

interface Props {
  isOn: boolean
  onToggle: () => void
  children: string
}

/** A filter of a toolbar: pressed while it is on. */
export function ToggleButton({ isOn, onToggle, children }: Props) {
  return (
    <Button
      size={28}
      aria-pressed={isOn}
      className={isOn ? 'border-accent-line bg-selection text-accent-text' : ''}
      onClick={onToggle}
    >
      {children}
    </Button>
  )
}
