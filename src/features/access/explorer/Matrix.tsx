import { amount } from '#/lib/amount'
import { useMemo, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { AccessMap } from '#/domain/access/access-map'
import { cx } from '#/ui/cx'
import { Truncate } from '#/ui/Truncate'
import { moveCursor } from './matrix-keys'
import type { Cursor } from './matrix-keys'
import { BodyRow, COLUMN, HEAD, HeadLine, ROW } from './MatrixRow'
import type { Columns } from './MatrixRow'
import type { MatrixView } from './matrix-rows'
import type { Usage } from './unused'
import { useMatrixWindow } from './use-matrix-window'

interface Props {
  map: AccessMap
  matrix: MatrixView
  usage: Usage | null
  /** "principal.project" of the open proof. */
  open: string | null
  onOpen: (principal: string, project: string) => void
}

const NARROW_NAME = 132
const WIDE_NAME = 220
const steps = { row: ROW, column: COLUMN }

/** People, groups and machine accounts by projects; only what is in view is in the document. */
export function Matrix({ map, matrix, usage, open, onOpen }: Props) {
  const { box, view } = useMatrixWindow(steps)
  const [cursor, setCursor] = useState<Cursor>({ line: 1, column: 0 })
  const { lines, columns } = matrix
  const name = view.isNarrow ? NARROW_NAME : WIDE_NAME
  const width = name + columns.length * COLUMN
  const at = {
    line: Math.min(cursor.line, lines.length - 1),
    column: Math.min(cursor.column, columns.length - 1),
  }
  const { from, to } = view
  const shown = useMemo(() => columns.slice(from, to), [columns, from, to])
  const [openWho, openOn] = open?.split('.') ?? []

  function openAt({ line, column }: Cursor) {
    const row = lines[line]
    const project = columns[column]
    if (row?.kind === 'row' && project) onOpen(row.thing.id, project.id)
  }

  function onKeyDown(event: KeyboardEvent) {
    const extent = { lines, columns: columns.length, page: view.page }
    const next = moveCursor(event.key, event.ctrlKey, at, extent)
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
      <div role="presentation" style={{ height: HEAD + lines.length * ROW, width }} className="relative">
        <HeaderRow {...{ matrix, shown, from, name }} cursor={at.column} />
        {lines.slice(view.first, view.last).map((line, i) => {
          const index = view.first + i
          if (line.kind === 'head') return <HeadLine key={line.title} {...{ line, index, name }} />
          return (
            <BodyRow
              key={line.thing.id}
              {...{ map, line, index, shown, from, name, width, usage }}
              open={openWho === line.thing.id ? (openOn ?? null) : null}
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

interface HeaderProps extends Columns {
  matrix: MatrixView
  cursor: number
}

function HeaderRow({ matrix, shown, from, name, cursor }: HeaderProps) {
  return (
    <div role="row" aria-rowindex={1} className="sticky top-0 z-10 bg-surface" style={{ height: HEAD }}>
      <div
        role="columnheader"
        aria-colindex={1}
        style={{ width: name, height: HEAD }}
        className="sticky left-0 z-10 flex items-center border-r border-b border-line-strong bg-surface px-4 text-meta text-muted max-sm:px-2"
      >
        {amount(matrix.rowCount)} rows by {matrix.columns.length} projects
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
