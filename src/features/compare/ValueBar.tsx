import { Equal } from 'lucide-react'
import { oneEvent } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { ApiError } from '#/api/error'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { counted } from '#/lib/counted'
import type { CompareRow } from './compare-rows'
import { readsOf, type Values } from './use-values'

interface Props {
  /** All names that both have. */
  rows: readonly CompareRow[]
  /** Those of them that are selected. */
  selected: readonly CompareRow[]
  values: Values
  closed: string | false
}

/** Says what comparing values costs before it does so. */
export function ValueBar({ rows, selected, values, closed }: Props) {
  const { progress, verdictOf, start, cancel, error, isCancelled } = values
  if (rows.length === 0) return null
  if (progress) {
    return (
      <Banner
        role="status"
        actions={
          <Button size={28} onClick={cancel}>
            Stop
          </Button>
        }
      >
        Comparing: {progress.read.toLocaleString('en-GB')} of {counted(progress.of, 'secret')} read
      </Banner>
    )
  }
  const pool = selected.length > 0 ? selected : rows
  const open = pool.filter((row) => verdictOf(row) === undefined)
  const wanted = open.length > 0 ? open : pool
  const reads = readsOf(wanted)
  const what = counted(wanted.length, selected.length > 0 ? 'selected name' : 'name')
  return (
    <Banner
      tone={error ? 'warning' : 'info'}
      role={error ? 'alert' : undefined}
      actions={
        <Button size={28} icon={Equal} disabledReason={closed} onClick={() => start(wanted)}>
          Compare values of {what}
        </Button>
      }
    >
      {error && `It stopped: ${whyWords(error)} What was read is recorded, what was compared stays. `}
      {isCancelled && 'Stopped. What was read is recorded, what was compared stays. '}
      {summary(rows, values)}
      <span className="text-muted">
        Reads {counted(reads, 'secret')}, each{' '}
        <TraceLink act="readSecrets">recorded as one {oneEvent('readSecret')}</TraceLink> under your name.
        Values stay masked and are compared by a keyed hash.
      </span>
    </Banner>
  )
}

/** The client takes the request for a write, since it is a POST, and would send people looking for a change. */
const whyWords = (error: Error): string =>
  error instanceof ApiError && error.status >= 500 ? `the server failed (${error.status}).` : error.message

function summary(rows: readonly CompareRow[], { verdictOf }: Values): string {
  const counts = { same: 0, differs: 0, unreadable: 0, gone: 0 }
  for (const row of rows) {
    const verdict = verdictOf(row)
    if (verdict) counts[verdict] += 1
  }
  const { same, differs, unreadable, gone } = counts
  const known = same + differs + unreadable + gone
  if (known === 0) return ''
  const parts = [`${same} same`, `${differs} ${differs === 1 ? 'differs' : 'differ'}`]
  if (unreadable > 0) parts.push(`${unreadable} not readable`)
  if (gone > 0) parts.push(`${gone} gone meanwhile`)
  if (known < rows.length) parts.push(`${rows.length - known} not compared`)
  return `${parts.join(', ')}. `
}
