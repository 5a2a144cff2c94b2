import { Inbox, SearchX } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { errorReport } from '#/api/error-report'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SearchField } from '#/ui/SearchField'
import { SkeletonRows } from '#/ui/Skeleton'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'
import { AuditRows, type AuditColumn } from './AuditRows'

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
}

/** A list of the Public API: search, and each of the four states. */
export function AuditTable<T>({ noun, query, columns, keyOf, textOf, note }: Props<T>) {
  const [typed, setTyped] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
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
  return (
    <>
      <Toolbar isUnderTabs>
        <SearchField label={`Search ${noun}`} value={typed} onChange={setTyped} />
      </Toolbar>
      <div
        ref={scroller}
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
          <AuditRows {...{ columns, keyOf, scroller }} rows={found} caption={noun} />
        )}
      </div>
      <StatusLine>
        <span role="status">
          {found.length === data.length
            ? `${data.length.toLocaleString('en-GB')} ${noun}`
            : `${found.length.toLocaleString('en-GB')} of ${data.length.toLocaleString('en-GB')} match`}
        </span>
      </StatusLine>
    </>
  )
}

export const Short = ({ id }: { id: string | null }) =>
  id === null ? null : (
    <span className="font-mono text-meta" title={id}>
      {id.slice(0, 8)}
    </span>
  )
