import { useId, type ReactNode } from 'react'

export interface SettingIds {
  labelledBy: string
  describedBy: string
}

interface Props {
  label: string
  note: ReactNode
  children: ReactNode | ((ids: SettingIds) => ReactNode)
}

/** One setting: what it is at the left, its control at the right, under it where there is no room. */
export function SettingRow({ label, note, children }: Props) {
  const id = useId()
  const ids = { labelledBy: `${id}-label`, describedBy: `${id}-note` }
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-b border-line py-1.5">
      <div className="min-w-48 flex-1">
        <p id={ids.labelledBy} className="font-medium">
          {label}
        </p>
        <p id={ids.describedBy} className="text-meta text-muted">
          {note}
        </p>
      </div>
      {typeof children === 'function' ? children(ids) : children}
    </div>
  )
}
