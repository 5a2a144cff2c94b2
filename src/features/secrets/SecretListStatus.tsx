import { amount } from '#/lib/amount'
import { useMemo } from 'react'
import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { KeysButton } from '#/ui/KeysButton'
import { ClipboardStatus } from '#/ui/ClipboardStatus'
import { StatusLine } from '#/ui/StatusLine'
import { useAnnounced } from '#/ui/use-announced'
import { countAmong, countMarks } from './list-view'
import type { SecretListView } from './use-secret-list'

interface Props {
  view: SecretListView
  /** Of all that this list could show: of the organization, or of the project. */
  total: number
  spoiled: number
  isNarrowed: boolean
}

export const secretsWord = (n: number) => `${amount(n)} ${n === 1 ? 'secret' : 'secrets'}`

export function SecretListStatus({ view, total, spoiled, isNarrowed }: Props) {
  const { timeZone } = useSettings()
  const { columns } = view
  const unread = useMemo(() => (columns ? countMarks(columns.spoiled) : 0), [columns])
  const isSettled = columns !== null && !view.isPartial && isNarrowed
  useAnnounced(isSettled ? `${amount(view.rows.length)} of ${secretsWord(total)} match` : null)
  return (
    <StatusLine
      end={
        <>
          {columns && !view.isPartial && total > 0 && (
            <span className="max-xl:hidden">
              {amount(columns.count - unread)} names decrypted in {took(columns.openedIn)}
            </span>
          )}
          {view.loadedAt > 0 && (
            <span className="whitespace-nowrap">Loaded {clockTime(view.loadedAt, timeZone)}</span>
          )}
          <KeysButton />
        </>
      }
    >
      <Counts view={view} total={total} spoiled={spoiled} isNarrowed={isNarrowed} />
      <ClipboardStatus />
    </StatusLine>
  )
}

function Counts({ view, total, spoiled, isNarrowed }: Props) {
  if (!view.columns) return <span>{view.error ? 'Not loaded' : 'Loading'}</span>
  if (view.isPartial) {
    return (
      <span>
        First {secretsWord(view.columns.count)}, still loading, not sorted yet
        {view.of !== null && `: ${amount(view.opened)} of ${amount(view.of)} names decrypted`}
      </span>
    )
  }
  // What was searched for may stand in a name that nobody can read: those rows stay, and it is said.
  const kept = view.terms.length > 0 ? countAmong(view.rows, view.columns.spoiled) : 0
  const names = spoiled === 1 ? '1 name cannot be decrypted' : `${amount(spoiled)} names cannot be decrypted`
  return (
    <>
      <span>
        <strong className="font-medium text-text">
          {isNarrowed ? `${amount(view.rows.length)} of ${amount(total)}` : secretsWord(total)}
        </strong>
        {isNarrowed ? ' match' : ', list complete'}
      </span>
      {spoiled > 0 && (
        <span>
          {names}
          {kept > 0 && keptWords(kept, spoiled)}
        </span>
      )}
      {view.isSorting && <span>Sorting by name</span>}
    </>
  )
}

/** "1 name cannot be decrypted and is shown anyway": of many, how many. */
function keptWords(kept: number, spoiled: number): string {
  if (kept === spoiled) return kept === 1 ? ' and is shown anyway' : ' and are shown anyway'
  return `, ${amount(kept)} of them shown anyway`
}

const took = (ms: number) => (ms < 100 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`)
