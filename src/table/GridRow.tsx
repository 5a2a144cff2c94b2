import { Fragment, memo, useState, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import { Checkbox } from '#/ui/Checkbox'
import { cx } from '#/ui/cx'
import { template, type Column } from './columns'
import type { GridSelection } from './use-selection'

interface Props {
  id: string
  row: number
  /** Identity of what stands in it; the element stays when that changes. */
  thing: string
  top: number
  height: number
  isCursor: boolean
  columns: readonly Column[]
  columnTemplate: string
  /** Undefined where rows cannot be selected, null where this one cannot. */
  isSelected: boolean | null | undefined
  boxLabel: string | undefined
  onSelect: GridSelection['onSelect'] | undefined
  narrow: ((row: number) => ReactNode) | null
  acts: ((row: number, shown: readonly Column[]) => ReactNode) | null
  onPoint: (row: number) => void
  onOpen: (row: number) => void
}

/** Memoised: scrolling draws only the rows that come into view, moving the cursor only two. */
export const GridRow = memo(function GridRow(props: Props) {
  const { id, row, thing, top, height, isCursor, isSelected, columns, columnTemplate, narrow } = props
  const [isPointed, setPointed] = useState(false)
  const point = (isOver: boolean) => (event: PointerEvent) =>
    event.pointerType === 'mouse' && setPointed(isOver)
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected ?? undefined}
      data-cursor={isCursor || undefined}
      onPointerDown={() => props.onPoint(row)}
      onDoubleClick={(event) => isOnRowItself(event) && props.onOpen(row)}
      onPointerEnter={point(true)}
      onPointerLeave={point(false)}
      className={cx(
        'group/row absolute inset-x-0 grid contain-strict items-center border-b border-line px-4',
        isSelected ? 'bg-selection' : 'hover:bg-hover',
        isCursor &&
          'group-focus/grid:outline-2 group-focus/grid:-outline-offset-2 group-focus/grid:outline-accent-text',
      )}
      style={{
        transform: `translateY(${top}px)`,
        height,
        gridTemplateColumns: narrow ? narrowTemplate(isSelected !== undefined) : columnTemplate,
      }}
    >
      {isSelected === null && (
        <div role="gridcell">
          <span className="sr-only">Cannot be selected</span>
        </div>
      )}
      {typeof isSelected === 'boolean' && <BoxCell {...props} isSelected={isSelected} />}
      {narrow ? (
        <div role="gridcell" className="min-w-0">
          <Fragment key={thing}>{narrow(row)}</Fragment>
        </div>
      ) : (
        columns.map((column) => (
          <Cell key={column.id} column={column} {...props} hasActs={isCursor || isPointed} />
        ))
      )}
    </div>
  )
})

const isOnRowItself = ({ target }: MouseEvent) =>
  target instanceof Element && target.closest('button, a, input') === null

const narrowTemplate = (hasBox: boolean) => template([], hasBox).concat(' minmax(0, 1fr)').trim()

/** The box belongs to the row: the grid keeps the focus and its keys. Around it there is room for a finger. */
function BoxCell({ row, boxLabel, onSelect, isSelected }: Props & { isSelected: boolean }) {
  return (
    <div role="gridcell" className="flex">
      <Checkbox
        className="[&_input]:before:absolute [&_input]:before:-inset-2.5 max-sm:[&_input]:before:-inset-3.5"
        aria-label={boxLabel}
        checked={isSelected}
        readOnly
        tabIndex={-1}
        onMouseDown={(event) => {
          event.preventDefault()
          event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
        }}
        onClick={(event) => onSelect?.(row, event.shiftKey ? 'range' : 'toggle')}
      />
    </div>
  )
}

/** Hidden until the row is pointed at, or is the grid's own; a Tab into them shows them too. */
const actsClass = 'opacity-0 group-hover/row:opacity-100 focus-within:opacity-100'

function Cell(props: Props & { column: Column; hasActs: boolean }) {
  const { column, row, thing, columns, isCursor, hasActs } = props
  const isTight = !props.narrow && props.height < 32
  const seen = cx(
    actsClass,
    isCursor && 'group-focus/grid:opacity-100',
    // A button of the usual height would cover the row's own lines.
    isTight && '[&_button]:h-6',
  )
  return (
    <div
      role="gridcell"
      className={cx(
        'flex min-w-0 items-center gap-2',
        column.align === 'end' && 'justify-end text-right tabular-nums',
        !column.isActs && column.align !== 'end' && 'pr-4',
        column.isIndented && 'pl-4',
        column.isActs && cx('justify-end', seen),
      )}
    >
      {column.isActs
        ? hasActs && <Fragment key={thing}>{column.cell(row, columns)}</Fragment>
        : column.cell(row, columns)}
      {column.width === 'rest' && props.acts && hasActs && (
        <span
          className={cx(
            // What is not shown takes no room from the name.
            'ml-auto hidden shrink-0 items-center gap-1 group-hover/row:flex',
            isCursor && 'group-focus-within/grid:flex',
            isTight && '[&_button]:h-6',
          )}
        >
          <Fragment key={thing}>{props.acts(row, columns)}</Fragment>
        </span>
      )}
    </div>
  )
}
