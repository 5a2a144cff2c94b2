import { ArchiveRestore, Trash2, X } from 'lucide-react'
import { codesOf } from '#/domain/coverage/traces'
import { useCoveredReason } from '#/session/use-session'
import type { RowSelection } from '#/table/use-selection'
import { Button } from '#/ui/Button'
import { linkClass } from '#/ui/link-class'
import { usePageActs } from '#/ui/page-acts'
import { useAnnounced } from '#/ui/use-announced'
import { secretsWord } from './TrashDialogs'
import type { TrashActs } from './TrashGrid'
import type { Trashed } from './use-trash'

interface Props {
  selection: RowSelection
  selected: readonly Trashed[]
  acts: TrashActs
  matching: number
}

/** Docked above the status line while something is selected. */
export function TrashBar({ selection, selected, acts, matching }: Props) {
  useAnnounced(`${secretsWord(selected.length)} selected`)
  const closed = useCoveredReason()
  usePageActs([
    {
      name: `Restore ${secretsWord(selected.length)}`,
      icon: ArchiveRestore,
      closed,
      run: () => acts.restore(selected),
    },
    {
      name: `Delete ${secretsWord(selected.length)} for good`,
      icon: Trash2,
      closed,
      run: () => acts.purge(selected),
    },
    { name: 'Clear the selection', icon: X, closed: false, run: selection.onNone },
  ])
  const [first] = selected
  const isOne = selected.every(({ project }) => project?.id === first?.project?.id)
  const target = isOne && first?.project?.name ? ` to ${first.project.name}` : ''
  return (
    <section
      aria-label="Selection"
      className="flex min-h-11 items-center gap-2 border-t border-accent-line bg-accent-softer px-4 py-1.5 max-sm:flex-wrap"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
        <span className="font-medium tabular-nums">{secretsWord(selected.length)} selected</span>
        {selection.hidden > 0 && <span className="text-muted">, {selection.hidden} not shown</span>}
        {selection.share !== 'all' && (
          <button type="button" className={linkClass} onClick={selection.onAll}>
            Select all {matching.toLocaleString('en-GB')}
          </button>
        )}
        <span className="text-meta text-muted max-sm:hidden">
          Both are recorded ({[...codesOf('restoreSecret'), ...codesOf('purgeSecret')].join(', ')}), one event
          for each secret
        </span>
      </div>
      <Button
        size={28}
        variant="solid"
        icon={ArchiveRestore}
        keyCap="r"
        disabledReason={closed}
        onClick={() => acts.restore(selected)}
      >
        <span className="max-w-60 truncate">
          Restore {secretsWord(selected.length)}
          {target}
        </span>
      </Button>
      <Button
        size={28}
        variant="danger"
        icon={Trash2}
        keyCap="#"
        disabledReason={closed}
        onClick={() => acts.purge(selected)}
      >
        Delete {secretsWord(selected.length)} for good
      </Button>
      <Button size={28} variant="ghost" keyCap="Esc" onClick={selection.onNone}>
        Clear
      </Button>
    </section>
  )
}
