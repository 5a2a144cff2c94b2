import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SavedView } from '#/session/saved-view'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { IconButton } from '#/ui/IconButton'
import { linkClass } from '#/ui/link-class'
import { TextField } from '#/ui/TextField'
import { nameProblem } from './view-name'

interface Props {
  view: SavedView
  names: readonly string[]
  isRenaming: boolean
  onRenaming: (isOn: boolean) => void
  onApply: () => void
  onRename: (name: string) => void
  onDelete: () => void
}

export function ViewRow({ view, names, isRenaming, onRenaming, onApply, onRename, onDelete }: Props) {
  const [name, setName] = useState(view.name)
  const [problem, setProblem] = useState<string | null>(null)
  const covered = useCoveredReason()
  if (isRenaming) {
    return (
      <li className="border-b border-line py-2">
        <form
          noValidate
          className="flex items-start gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            const found = nameProblem(
              name,
              names.filter((each) => each !== view.name),
            )
            setProblem(found)
            if (!found) onRename(name.trim())
          }}
        >
          <TextField
            label={`New name of ${view.name}`}
            hideLabel
            autoFocus
            className="min-w-0 flex-1"
            value={name}
            error={problem ?? undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit">Rename</Button>
          <Button onClick={() => onRenaming(false)}>Keep</Button>
        </form>
      </li>
    )
  }
  const operators = Object.keys(view.search).length
  return (
    <li className="flex min-h-9 items-center gap-2 border-b border-line">
      <button type="button" onClick={onApply} className={cx(linkClass, 'min-w-0 truncate text-left')}>
        <bdi>{view.name}</bdi>
      </button>
      <span className="min-w-0 flex-1 truncate text-meta text-muted">
        {view.text.trim() === '' ? '' : `“${view.text.trim()}” `}
        {operators > 0 && `${operators} ${operators === 1 ? 'operator' : 'operators'}`}
      </span>
      <IconButton
        size={28}
        icon={Pencil}
        label={`Rename ${view.name}`}
        disabledReason={covered}
        onClick={() => onRenaming(true)}
      />
      <IconButton size={28} icon={Trash2} label={`Delete ${view.name}`} onClick={onDelete} />
    </li>
  )
}
