import { useId } from 'react'
import { Switch } from '#/ui/Switch'

interface Props {
  label: string
  note: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

export function Lever({ label, note, isOn, onChange }: Props) {
  const id = useId()
  return (
    <li className="flex items-center gap-3 border-b border-line py-2">
      <div className="min-w-0 flex-1">
        <p id={`${id}-label`} className="font-medium">
          {label}
        </p>
        <p id={`${id}-note`} className="text-meta text-muted">
          {note}
        </p>
      </div>
      <Switch labelledBy={`${id}-label`} describedBy={`${id}-note`} checked={isOn} onChange={onChange} />
    </li>
  )
}
