import { useDeferredValue, useMemo } from 'react'
import { compareLines, type ComparedLine, type ComparedRow } from '#/domain/value-compare'
import { DiffText } from '#/features/secrets/compare/DiffText'
import { cx } from '#/ui/cx'

const looks = {
  a: { sign: '−', word: 'Before', box: 'bg-removed', mark: 'bg-removed-word' },
  b: { sign: '+', word: 'After', box: 'bg-added', mark: 'bg-added-word' },
} as const

type Piece =
  | { kind: 'same'; count: number; key: string }
  | { kind: 'line'; side: 'a' | 'b'; line: ComparedLine; hasMarks: boolean; key: string }

/** Two texts, line by line and word by word: what went, what came, and how many lines stayed. */
export function LineDiff({ before, after }: { before: string; after: string }) {
  // The letter first: long values take a moment.
  const typed = useDeferredValue(after)
  const pieces = useMemo(() => piecesOf(compareLines(before, typed)), [before, typed])
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
      {pieces.map((piece) =>
        piece.kind === 'same' ? (
          <p key={piece.key} className="px-2 py-1 font-sans text-meta text-muted">
            {piece.count === 1 ? '1 line as before' : `${piece.count} lines as before`}
          </p>
        ) : (
          <Side key={piece.key} piece={piece} />
        ),
      )}
    </div>
  )
}

/** Lines that stayed are counted; of those that changed, what went stands before what came. */
function piecesOf(rows: readonly ComparedRow[]): Piece[] {
  const pieces: Piece[] = []
  for (const row of rows) {
    const last = pieces.at(-1)
    if (row.kind === 'same') {
      if (last?.kind === 'same') last.count += 1
      else pieces.push({ kind: 'same', count: 1, key: `same ${row.a.number}` })
      continue
    }
    const hasMarks = row.kind === 'changed'
    for (const side of ['a', 'b'] as const) {
      const line = row[side]
      if (line) pieces.push({ kind: 'line', side, line, hasMarks, key: `${side} ${line.number}` })
    }
  }
  return pieces
}

function Side({ piece: { side, line, hasMarks } }: { piece: Extract<Piece, { kind: 'line' }> }) {
  const look = looks[side]
  return (
    <div className={cx('grid grid-cols-[1.25rem_minmax(0,1fr)] pr-2 pl-2', look.box)}>
      <span aria-hidden>{look.sign}</span>
      <span className="sr-only">{look.word}</span>
      <DiffText line={line} isShown mark={look.mark} hasMarks={hasMarks} />
    </div>
  )
}
