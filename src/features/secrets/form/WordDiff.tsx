import { useMemo } from 'react'
import { diffWords } from '#/domain/line-diff'
import { cx } from '#/ui/cx'

const AROUND = 40

/** A note before and after in one text, words marked; long stretches that stayed are left out. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const runs = useMemo(
    () => diffWords(before, after).map((run, i) => ({ kind: run.kind, text: run.items.join(''), key: i })),
    [before, after],
  )
  return (
    <p className="max-h-60 overflow-y-auto rounded-control border border-line-strong bg-surface px-2 py-1.5 wrap-anywhere whitespace-pre-wrap">
      {runs.map((run, i) =>
        run.kind === 'same' ? (
          <span key={run.key}>{shorten(run.text, i === 0, i === runs.length - 1)}</span>
        ) : run.kind === 'removed' ? (
          <del key={run.key} className={cx(mark, 'bg-removed-word')}>
            {run.text}
          </del>
        ) : (
          <ins key={run.key} className={cx(mark, 'bg-added-word')}>
            {run.text}
          </ins>
        ),
      )}
    </p>
  )
}

const mark = 'rounded-[2px] px-px no-underline'

function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * AROUND + 3) return text
  const head = isFirst ? '' : text.slice(0, AROUND)
  const tail = isLast ? '' : text.slice(-AROUND)
  return `${head} … ${tail}`
}
