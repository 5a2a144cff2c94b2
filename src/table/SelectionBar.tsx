import type { ReactNode } from 'react'
import { Button } from '#/ui/Button'
import { linkClass } from '#/ui/link-class'
import { useAnnounced } from '#/ui/use-announced'
import type { RowSelection } from './use-selection'

interface Props {
  selection: RowSelection
  /** "12 groups". */
  words: string
  /** Rows that are shown. */
  matching: number
  /** The acts, their count on them. */
  children: ReactNode
}

/** Docked above the status line while something is selected. */
export function SelectionBar({ selection, words, matching, children }: Props) {
  useAnnounced(`${words} selected`)
  return (
    <section
      aria-label="Selection"
      className="flex min-h-11 items-center gap-2 border-t border-accent-line bg-accent-softer px-4 py-1.5 max-sm:flex-wrap"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 max-sm:basis-full">
        <span className="font-medium tabular-nums">{words} selected</span>
        {selection.hidden > 0 && <span className="text-muted">, {selection.hidden} not shown</span>}
        {selection.share !== 'all' && (
          <button type="button" className={linkClass} onClick={selection.onAll}>
            Select all {matching.toLocaleString('en-GB')}
          </button>
        )}
      </div>
      {children}
      <Button size={28} variant="ghost" keyCap="Esc" onClick={selection.onNone}>
        Clear
      </Button>
    </section>
  )
}
