import { useState } from 'react'
import type { ComparedLine, ComparedRow } from '#/domain/value-compare'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { DiffText } from './DiffText'
import { foldRows, type FoldedRow } from './fold-rows'

interface Props {
  rows: readonly ComparedRow[]
  isShown: boolean
  isSplit: boolean
}

const FIRST_ROWS = 1_000

/** The rows of a comparison. Long equal runs are folded, and of very many rows the first come first. */
export function DiffRows({ rows, isShown, isSplit }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [most, setMost] = useState(FIRST_ROWS)
  const folded = foldRows(rows, opened)
  const drawn = folded.slice(0, most)
  const open = (at: number) => setOpened((old) => new Set(old).add(at))
  return (
    <div role="list" aria-label="Lines of both values" className="font-mono">
      {isSplit
        ? drawn.map((each) =>
            each.kind === 'fold' ? (
              <Fold key={each.at} count={each.count} onOpen={() => open(each.at)} />
            ) : (
              <SplitRow key={each.at} row={each.row} isShown={isShown} />
            ),
          )
        : unified(drawn).map((each) =>
            each.kind === 'fold' ? (
              <Fold key={each.at} count={each.count} onOpen={() => open(each.at)} />
            ) : (
              <UnifiedRow key={each.key} side={each.side} line={each.line} row={each.row} isShown={isShown} />
            ),
          )}
      {folded.length > most && (
        <div role="listitem" className="flex items-center gap-3 px-4 py-2 font-sans text-muted">
          {(folded.length - most).toLocaleString('en-GB')} more lines
          <Button size={28} onClick={() => setMost(most + FIRST_ROWS)}>
            Show more lines
          </Button>
        </div>
      )}
    </div>
  )
}

function Fold({ count, onOpen }: { count: number; onOpen: () => void }) {
  return (
    <div
      role="listitem"
      className="flex items-center gap-3 border-y border-line bg-chrome px-4 py-1 font-sans"
    >
      <span className="text-meta text-muted">{count.toLocaleString('en-GB')} equal lines</span>
      <Button size={28} variant="ghost" aria-label={`Show ${count} equal lines`} onClick={onOpen}>
        Show
      </Button>
    </div>
  )
}

const hatch =
  'bg-[repeating-linear-gradient(-45deg,transparent_0_5px,var(--line)_5px_6px)] forced-colors:bg-none'

function SplitRow({ row, isShown }: { row: ComparedRow; isShown: boolean }) {
  return (
    <div role="listitem" className="grid grid-cols-2">
      <Cell line={row.a} kind={row.kind} side="a" isShown={isShown} />
      <Cell line={row.b} kind={row.kind} side="b" isShown={isShown} />
    </div>
  )
}

const sides = {
  a: { sign: '−', word: 'Only in A:', box: 'bg-removed', mark: 'bg-removed-word' },
  b: { sign: '+', word: 'Only in B:', box: 'bg-added', mark: 'bg-added-word' },
} as const

interface CellProps {
  line: ComparedLine | null
  kind: ComparedRow['kind']
  side: 'a' | 'b'
  isShown: boolean
}

function Cell({ line, kind, side, isShown }: CellProps) {
  const edge = side === 'b' && 'border-l border-line-strong'
  if (!line) return <div aria-hidden className={cx(hatch, edge)} />
  const look = sides[side]
  const differs = kind !== 'same'
  return (
    <div className={cx(lineClass, edge, differs && look.box)}>
      <span aria-hidden className="pr-3 text-right text-meta leading-5 text-muted tabular-nums">
        {line.number}
      </span>
      <span aria-hidden>{differs && look.sign}</span>
      <span className="min-w-0">
        <span className="sr-only">
          {differs ? `${look.word} line ${line.number} ` : side === 'a' ? 'Equal: ' : ''}
        </span>
        {/* An equal line is read out once. */}
        <span aria-hidden={!differs && side === 'b' ? true : undefined}>
          <DiffText line={line} isShown={isShown} mark={look.mark} hasMarks={kind === 'changed'} />
        </span>
      </span>
    </div>
  )
}

const lineClass = 'grid grid-cols-[2.5rem_1.25rem_minmax(0,1fr)] py-0.5 pr-3'

interface UnifiedLine {
  kind: 'line'
  key: string
  side: 'a' | 'b' | null
  line: ComparedLine
  row: ComparedRow
}

/** One column: of neighbours that differ, all that went stands before all that came. */
function unified(rows: readonly FoldedRow[]): (UnifiedLine | Extract<FoldedRow, { kind: 'fold' }>)[] {
  const out: (UnifiedLine | Extract<FoldedRow, { kind: 'fold' }>)[] = []
  let come: UnifiedLine[] = []
  const flush = () => {
    out.push(...come)
    come = []
  }
  for (const each of rows) {
    if (each.kind === 'fold' || each.row.kind === 'same') flush()
    if (each.kind === 'fold') {
      out.push(each)
      continue
    }
    const { row, at } = each
    if (row.kind === 'same') out.push({ kind: 'line', key: `${at}`, side: null, line: row.b, row })
    else {
      if (row.a) out.push({ kind: 'line', key: `${at} a`, side: 'a', line: row.a, row })
      if (row.b) come.push({ kind: 'line', key: `${at} b`, side: 'b', line: row.b, row })
    }
  }
  flush()
  return out
}

function UnifiedRow({ side, line, row, isShown }: Omit<UnifiedLine, 'kind' | 'key'> & { isShown: boolean }) {
  const look = side && sides[side]
  const number = (wanted: 'a' | 'b') => (side === null || side === wanted ? row[wanted]?.number : '')
  return (
    <div
      role="listitem"
      className={cx('grid grid-cols-[2rem_2.5rem_1.25rem_minmax(0,1fr)] py-0.5 pr-3', look?.box)}
    >
      {(['a', 'b'] as const).map((wanted) => (
        <span
          key={wanted}
          aria-hidden
          className="pr-3 text-right text-meta leading-5 text-muted tabular-nums"
        >
          {number(wanted)}
        </span>
      ))}
      <span aria-hidden>{look?.sign}</span>
      <span className="min-w-0">
        <span className="sr-only">{look ? `${look.word} line ${line.number} ` : 'Equal: '}</span>
        <DiffText
          line={line}
          isShown={isShown}
          mark={look?.mark ?? 'bg-added-word'}
          hasMarks={row.kind === 'changed'}
        />
      </span>
    </div>
  )
}
