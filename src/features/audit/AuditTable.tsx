import { Inbox, SearchX } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorReport } from '#/api/error-report'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SearchField } from '#/ui/SearchField'
import { SkeletonRows } from '#/ui/Skeleton'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'

export interface AuditColumn<T> {
  label: string
  cell: (row: T) => ReactNode
  /** Left out on narrow screens. */
  isExtra?: true
  /** May be long: it breaks where it must. */
  isLong?: true
}

interface Props<T> {
  /** "members". */
  noun: string
  query: { data: T[] | undefined; error: Error | null; isFetching: boolean; refetch: () => unknown }
  columns: readonly AuditColumn<T>[]
  keyOf: (row: T) => string
  /** What is looked through, in lower case. */
  textOf: (row: T) => string
  /** What the Public API leaves out. */
  note: ReactNode
  /** In the status line; more than one page may be there. */
  end?: ReactNode
}

const AT_ONCE = 200

/** A list of the Public API: search, rows a portion at a time, and each of the four states. */
export function AuditTable<T>({ noun, query, columns, keyOf, textOf, note, end }: Props<T>) {
  const [typed, setTyped] = useState('')
  const [most, setMost] = useState(AT_ONCE)
  const { data, error } = query
  if (error && !data)
    return (
      <ErrorPanel
        title={`The ${noun} could not be read`}
        text={error.message}
        details={errorReport(error)}
        onRetry={() => void query.refetch()}
        retryBusy={query.isFetching}
      />
    )
  if (!data) return <SkeletonRows rows={8} label={`Loading ${noun}`} />
  const wanted = typed.trim().toLowerCase()
  const found = wanted === '' ? data : data.filter((row) => textOf(row).toLowerCase().includes(wanted))
  const shown = found.slice(0, most)
  return (
    <>
      <Toolbar isUnderTabs>
        <SearchField
          label={`Search ${noun}`}
          value={typed}
          onChange={(next: string) => {
            setTyped(next)
            setMost(AT_ONCE)
          }}
        />
      </Toolbar>
      <div
        role="region"
        aria-label={noun}
        // It scrolls, so the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto focus-inside"
      >
        <p className="px-4 py-2 text-meta text-muted">{note}</p>
        {data.length === 0 ? (
          <EmptyState icon={Inbox} title={`No ${noun}`} text="The organization has none." />
        ) : found.length === 0 ? (
          <EmptyState
            icon={SearchX}
            title={`No ${noun} match`}
            text={`${data.length.toLocaleString('en-GB')} were looked through.`}
            actions={<Button onClick={() => setTyped('')}>Show all {noun}</Button>}
          />
        ) : (
          <Rows columns={columns} rows={shown} keyOf={keyOf} caption={noun} />
        )}
        {found.length > shown.length && (
          <div className="p-4">
            <Button onClick={() => setMost(most + AT_ONCE)}>
              Show {Math.min(AT_ONCE, found.length - shown.length)} more
            </Button>
          </div>
        )}
      </div>
      <StatusLine end={end}>
        <span role="status">
          {found.length === data.length
            ? `${data.length.toLocaleString('en-GB')} ${noun}`
            : `${found.length.toLocaleString('en-GB')} of ${data.length.toLocaleString('en-GB')} match`}
        </span>
      </StatusLine>
    </>
  )
}

interface RowsProps<T> {
  columns: readonly AuditColumn<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  caption: string
}

const cellClass = 'border-b border-line px-4 py-1.5 text-left align-top'

function Rows<T>({ columns, rows, keyOf, caption }: RowsProps<T>) {
  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-muted">
        <tr>
          {columns.map(({ label, isExtra }) => (
            <th key={label} scope="col" className={cx(cellClass, 'font-normal', isExtra && 'max-sm:hidden')}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ label, cell, isExtra, isLong }) => (
              <td
                key={label}
                className={cx(cellClass, isLong && 'wrap-anywhere', isExtra && 'max-sm:hidden')}
              >
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const Short = ({ id }: { id: string | null }) =>
  id === null ? null : (
    <span className="font-mono text-meta" title={id}>
      {id.slice(0, 8)}
    </span>
  )
