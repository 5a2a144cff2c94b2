import { Search, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'

interface Props {
  id: string
  /** -1 for none. */
  active: number
  typed: string
  results: string
  onType: (text: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  onClose: () => void
}

export function PaletteField({ id, active, typed, results, onType, onKeyDown, onClose }: Props) {
  return (
    <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line-strong px-4">
      <Icon of={Search} className="text-muted" />
      <input
        autoFocus
        type="text"
        role="combobox"
        aria-label="Search or run a command"
        aria-expanded={active >= 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="A name, an id, a link, or > for acts"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-full min-w-0 flex-1 bg-transparent text-section outline-none"
      />
      {typed !== '' && <span className="shrink-0 text-meta text-muted">{results}</span>}
      {/* The narrow palette is a whole page: nothing beside it could be tapped, and a phone has no Esc. */}
      <IconButton className="-mr-3 sm:hidden" icon={X} label="Close" onClick={onClose} />
    </div>
  )
}
