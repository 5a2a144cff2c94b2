import { useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { AccessMap } from '#/domain/access/access-map'
import { cx } from '#/ui/cx'
import { Truncate } from '#/ui/Truncate'
import { WhoMark } from '#/features/access/Who'
import { RightCell } from './MatrixCell'
import { moveCursor } from './matrix-keys'
import type { Cursor } from './matrix-keys'
import { cellLook } from './matrix-rows'
import type { MatrixLine, MatrixView } from './matrix-rows'
import { useMatrixWindow } from './use-matrix-window'

interface Props {
  map: AccessMap
  matrix: MatrixView
  /** "principal.project" of the open proof. */
  open: string | null
  onOpen: (principal: string, project: string) => void
}

const ROW = 28
const HEAD = 44
const COLUMN = 92
const NARROW_NAME = 132
const WIDE_NAME = 220
/** Rows and columns drawn beyond the edge. */
const SPARE = 3

/** People, groups and machine accounts by projects; only what is in view is in the document. */
export function Matrix({ map, matrix, open, onOpen }: Props) {
  const { box, view } = useMatrixWindow()
  const [cursor, setCursor] = useState<Cursor>({ line: 1, column: 0 })
  const name = view.width < 640 ? NARROW_NAME : WIDE_NAME
  const { lines, columns } = matrix
  const at = {
    line: Math.min(cursor.line, lines.length - 1),
    column: Math.min(cursor.column, columns.length - 1),
  }
  const from = Math.max(0, Math.floor(view.left / COLUMN) - SPARE)
  const shown = columns.slice(from, Math.ceil((view.left + view.width) / COLUMN) + SPARE)
  const first = Math.max(0, Math.floor(view.top / ROW) - SPARE)
  const inView = lines.slice(first, Math.ceil((view.top + view.height) / ROW) + SPARE)

  function openAt({ line, column }: Cursor) {
    const row = lines[line]
    const project = columns[column]
    if (row?.kind === 'row' && project) onOpen(row.thing.id, project.id)
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor(view.height / ROW) - 2)
    const next = moveCursor(event.key, event.ctrlKey, at, { lines, columns: columns.length, page })
    if (next) {
      event.preventDefault()
      setCursor(next)
      if (box.current) bringIntoView(box.current, next, name)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      openAt(at)
    }
  }

  function onClick(event: MouseEvent) {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null
    if (!cell) return
    const next = { line: Number(cell.dataset['line']), column: Number(cell.dataset['column']) }
    setCursor(next)
    openAt(next)
  }

  return (
    <div
      ref={box}
      role="grid"
      aria-label="Access by project"
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={lines[at.line]?.kind === 'row' ? `cell-${at.line}-${at.column}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      className="group/matrix relative min-h-0 min-w-0 flex-1 overflow-auto focus-inside"
    >
      <div
        role="presentation"
        style={{ height: HEAD + lines.length * ROW, width: name + columns.length * COLUMN }}
        className="relative"
      >
        <HeaderRow {...{ matrix, shown, from, name }} cursor={at.column} />
        {inView.map((line, i) => {
          const index = first + i
          if (line.kind === 'head') return <HeadLine key={line.title} {...{ line, index, name }} />
          return (
            <BodyRow
              key={line.thing.id}
              {...{ map, line, index, shown, from, name, open }}
              width={name + columns.length * COLUMN}
              cursor={index === at.line ? at.column : null}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The sticky header and names cover a part of the box. */
function bringIntoView(element: HTMLElement, { line, column }: Cursor, name: number): void {
  const top = line * ROW
  const bottom = top + ROW + HEAD - element.clientHeight
  const left = column * COLUMN
  const right = left + COLUMN + name - element.clientWidth
  element.scrollTop = Math.max(Math.min(element.scrollTop, top), bottom)
  element.scrollLeft = Math.max(Math.min(element.scrollLeft, left), right)
}

interface Columns {
  shown: MatrixView['columns']
  /** Index of the first that is shown. */
  from: number
  name: number
}

function HeaderRow({ matrix, shown, from, name, cursor }: Columns & { matrix: MatrixView; cursor: number }) {
  return (
    <div role="row" aria-rowindex={1} className="sticky top-0 z-10 bg-surface" style={{ height: HEAD }}>
      <div
        role="columnheader"
        aria-colindex={1}
        style={{ width: name, height: HEAD }}
        className="sticky left-0 z-10 flex items-center border-r border-b border-line-strong bg-surface px-4 text-meta text-muted max-sm:px-2"
      >
        {matrix.rowCount} rows by {matrix.columns.length} projects
      </div>
      {shown.map((column, i) => (
        <div
          key={column.id}
          role="columnheader"
          aria-colindex={from + i + 2}
          style={{ left: name + (from + i) * COLUMN, width: COLUMN, height: HEAD }}
          className={cx(
            'absolute top-0 border-r border-b border-line-strong px-1 pt-1 text-center',
            from + i === cursor && 'bg-accent-softer',
          )}
        >
          <Truncate className="justify-center font-medium">{column.name}</Truncate>
          <span className="block text-meta text-muted tabular-nums">{column.secrets}</span>
        </div>
      ))}
    </div>
  )
}

interface BodyProps extends Columns {
  map: AccessMap
  line: Extract<MatrixLine, { kind: 'row' }>
  index: number
  width: number
  open: string | null
  /** Column of the cursor where it is in this row. */
  cursor: number | null
}

function BodyRow({ map, line: { thing, row }, index, shown, from, name, width, open, cursor }: BodyProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ top: HEAD + index * ROW, height: ROW, width }}
      className={cx('absolute', cursor !== null && 'bg-accent-softer')}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        style={{ width: name, height: ROW }}
        className="sticky left-0 flex items-center gap-2 border-r border-b border-line bg-surface px-4 max-sm:px-2"
      >
        <WhoMark thing={thing} />
        <Truncate>{thing.name}</Truncate>
      </div>
      {shown.map((column, i) => (
        <div
          key={column.id}
          id={`cell-${index}-${from + i}`}
          data-line={index}
          data-column={from + i}
          role="gridcell"
          aria-colindex={from + i + 2}
          style={{ left: name + (from + i) * COLUMN, width: COLUMN, height: ROW }}
          className={cx(
            'absolute top-0 flex cursor-pointer items-center justify-center border-r border-b border-line',
            from + i === cursor &&
              'group-focus/matrix:outline-2 group-focus/matrix:-outline-offset-2 group-focus/matrix:outline-accent-text',
            open === `${thing.id}.${column.id}` && 'outline-2 -outline-offset-2 outline-accent-text',
          )}
        >
          <RightCell look={cellLook(map, thing.id, row, column.column, column.id)} />
        </div>
      ))}
    </div>
  )
}

function HeadLine({
  line,
  index,
  name,
}: {
  line: Extract<MatrixLine, { kind: 'head' }>
  index: number
  name: number
}) {
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
          <span className="text-muted tabular-nums">{line.count}</span>
        </span>
      </div>
    </div>
  )
}
