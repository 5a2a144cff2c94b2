import { amount } from '#/lib/amount'
import { memo } from 'react'
import type { AccessMap } from '#/domain/access/access-map'
import { cx } from '#/ui/cx'
import { Truncate } from '#/ui/Truncate'
import { WhoMark } from '#/features/access/Who'
import { cellWords, RightMark } from './MatrixCell'
import { cellLook } from './matrix-rows'
import type { MatrixLine, MatrixView } from './matrix-rows'
import { rightUse } from './unused'
import type { Usage } from './unused'

export const ROW = 28
export const HEAD = 44
export const COLUMN = 92

export interface Columns {
  shown: MatrixView['columns']
  /** Index of the first that is shown. */
  from: number
  /** Width of the column of names. */
  name: number
}

export interface BodyProps extends Columns {
  map: AccessMap
  usage: Usage | null
  line: Extract<MatrixLine, { kind: 'row' }>
  index: number
  width: number
  /** Id of the project whose proof is open in this row. */
  open: string | null
  /** Column of the cursor where it is in this row. */
  cursor: number | null
}

/** Drawn anew only when something of its own changes: a scrolled matrix draws what comes into view. */
export const BodyRow = memo(function BodyRow(props: BodyProps) {
  const { map, usage, line, index, shown, from, name, width, open, cursor } = props
  const { thing } = line
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ top: HEAD + index * ROW, height: ROW, width }}
      className={cx('absolute contain-layout contain-style', cursor !== null && 'bg-accent-softer')}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        style={{ width: name, height: ROW }}
        className="sticky left-0 z-[1] flex items-center gap-2 border-r border-b border-line bg-surface px-4 max-sm:px-2"
      >
        <WhoMark thing={thing} />
        <Truncate>{thing.name}</Truncate>
        {thing.isNamesake && thing.detail && (
          <Truncate className="text-meta text-muted">{thing.detail}</Truncate>
        )}
      </div>
      {shown.map((column, i) => (
        <Cell
          key={column.id}
          {...{ map, usage, line, column, index, name }}
          at={from + i}
          isCursor={from + i === cursor}
          isOpen={open === column.id}
        />
      ))}
    </div>
  )
})

interface CellProps {
  map: AccessMap
  usage: Usage | null
  line: BodyProps['line']
  column: MatrixView['columns'][number]
  index: number
  at: number
  name: number
  isCursor: boolean
  isOpen: boolean
}

const Cell = memo(function Cell({ map, usage, line, column, index, at, name, isCursor, isOpen }: CellProps) {
  const { thing, row } = line
  const look = cellLook(map, thing.id, row, column)
  // A role is no grant that could be taken away.
  const isUnused = look.by !== 'role' && rightUse(usage, thing, column, look.right) === 'unused'
  return (
    <div
      id={`cell-${index}-${at}`}
      data-line={index}
      data-column={at}
      role="gridcell"
      aria-colindex={at + 2}
      // A label beside letters would have to begin with them; where there are none it saves an element.
      aria-label={look.by ? undefined : cellWords(look, isUnused)}
      style={{ left: name + at * COLUMN, width: COLUMN, height: ROW }}
      className={cx(
        'absolute top-0 flex cursor-pointer items-center justify-center border-r border-b border-line text-muted',
        isCursor &&
          'group-focus/matrix:outline-2 group-focus/matrix:-outline-offset-2 group-focus/matrix:outline-accent-text',
        isOpen && 'outline-2 -outline-offset-2 outline-accent-text',
      )}
    >
      <RightMark look={look} isUnused={isUnused} />
      {look.by && <span className="sr-only">{cellWords(look, isUnused)}</span>}
    </div>
  )
})

interface HeadProps {
  line: Extract<MatrixLine, { kind: 'head' }>
  index: number
  name: number
}

export const HeadLine = memo(function HeadLine({ line, index, name }: HeadProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ top: HEAD + index * ROW, height: ROW }}
      className="absolute inset-x-0"
    >
      <div
        role="rowheader"
        aria-label={`${line.title}, ${line.count}`}
        style={{ height: ROW, minWidth: name }}
        className="flex items-center gap-2 border-b border-line-strong bg-chrome px-4 max-sm:px-2"
      >
        <span className="sticky left-4 flex gap-2">
          <span className="font-medium">{line.title}</span>
          <span className="text-muted tabular-nums">{amount(line.count)}</span>
        </span>
      </div>
    </div>
  )
})
