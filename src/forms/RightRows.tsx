import { Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { COLLECTION_RIGHTS, collectionRightWords } from '#/domain/collection-rights'
import type { CollectionRight } from '#/domain/collection-rights'
import { cx } from '#/ui/cx'
import { IconButton } from '#/ui/IconButton'
import { Select } from '#/ui/Select'
import { Truncate } from '#/ui/Truncate'

export interface RightRow {
  id: string
  name: string
  mark: ReactNode
  /** As it was read; null for a new one. */
  before: CollectionRight | null
  /** As it shall be; null where it is taken away. */
  after: CollectionRight | null
  /** Why this one cannot be changed here. */
  closed?: string | false
}

interface Props {
  label: string
  rows: readonly RightRow[]
  isBusy: boolean
  onSet: (id: string, right: CollectionRight | null) => void
}

const options = COLLECTION_RIGHTS.map((right) => ({
  value: right,
  label: collectionRightWords[right],
})).toReversed()

/** Rights on collections, each to change or take away; a change is marked until it is saved. */
export function RightRows({ label, rows, isBusy, onSet }: Props) {
  return (
    <ul aria-label={label}>
      {rows.map((row) => (
        <li
          key={row.id}
          className={cx(
            'flex min-h-9 items-center gap-2 border-b border-line py-1',
            row.before !== row.after &&
              '-mx-4 bg-accent-softer px-4 [box-shadow:inset_2px_0_0_var(--accent-text)]',
          )}
        >
          <span
            className={cx(
              'flex min-w-0 flex-1 items-center gap-2',
              row.after === null && 'text-muted line-through',
            )}
          >
            {row.mark}
            <Truncate>{row.name}</Truncate>
          </span>
          <span className="shrink-0 text-meta text-muted">{changeWord(row)}</span>
          <RightOf row={row} isBusy={isBusy} onSet={onSet} />
        </li>
      ))}
    </ul>
  )
}

function RightOf({ row, isBusy, onSet }: { row: RightRow; isBusy: boolean; onSet: Props['onSet'] }) {
  const closed = isBusy ? 'The changes are being saved.' : (row.closed ?? false)
  if (row.after === null) {
    return (
      <IconButton
        size={28}
        icon={Undo2}
        label={`Keep ${row.name}`}
        disabledReason={closed}
        onClick={() => onSet(row.id, row.before)}
      />
    )
  }
  return (
    <>
      {closed ? (
        <span className="shrink-0 text-muted" title={closed}>
          {collectionRightWords[row.after]}
        </span>
      ) : (
        <Select
          label={`Right: ${row.name}`}
          hideLabel
          size={28}
          className="w-40 shrink-0 max-sm:w-32"
          options={options}
          value={row.after}
          onChange={(right) => onSet(row.id, right)}
        />
      )}
      <IconButton
        size={28}
        icon={X}
        label={`Take away ${row.name}`}
        disabledReason={closed}
        onClick={() => onSet(row.id, null)}
      />
    </>
  )
}

function changeWord({ before, after }: RightRow): string {
  if (before === after) return ''
  if (after === null) return 'Removed'
  return before === null ? 'New' : `was ${collectionRightWords[before].toLowerCase()}`
}
