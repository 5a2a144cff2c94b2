import { useMemo } from 'react'
import { diffLines, type DiffRun } from '#/domain/line-diff'
import { cx } from '#/ui/cx'
import { MarkedText } from './MarkedText'
import '#/ui/value.css'

const looks = {
  same: { sign: '', word: '', box: 'text-muted' },
  removed: { sign: '−', word: 'Before', box: 'bg-removed' },
  added: { sign: '+', word: 'After', box: 'bg-added' },
}

/** Two texts, line by line: what went, what came, and how many lines stayed. */
export function LineDiff({ before, after }: { before: string; after: string }) {
  const runs = useMemo(() => {
    const found = diffLines(before, after)
    return found.map((run, i) => ({ ...run, key: `${i} ${run.kind}` }))
  }, [before, after])
  return (
    <div
      // Scrolls by keyboard, so it takes the focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label="Value before and after"
      translate="no"
      className="max-h-80 overflow-y-auto rounded-control border border-line-strong font-mono focus-inside"
    >
      {runs.map((run) => (
        <Run key={run.key} run={run} />
      ))}
    </div>
  )
}

function Run({ run }: { run: DiffRun }) {
  const look = looks[run.kind]
  if (run.kind === 'same') {
    return (
      <p className="px-2 py-1 font-sans text-meta text-muted">
        {run.items.length === 1 ? '1 line as before' : `${run.items.length} lines as before`}
      </p>
    )
  }
  return (
    <div className={cx('grid grid-cols-[1.25rem_minmax(0,1fr)] pl-2', look.box)}>
      <span aria-hidden>{look.sign}</span>
      <span className="sr-only">{look.word}</span>
      <div className="value-text !p-0 !pr-2">
        <MarkedText text={run.items.join('')} />
      </div>
    </div>
  )
}
