import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { ClipboardStatus } from '#/ui/ClipboardStatus'
import { KeyCap } from '#/ui/KeyCap'
import { linkClass } from '#/ui/link-class'
import { StatusLine } from '#/ui/StatusLine'
import type { SecretListView } from './use-secret-list'

interface Props {
  view: SecretListView
  /** Of all that this list could show: of the organization, or of the project. */
  total: number
  spoiled: number
  isNarrowed: boolean
  onKeys: () => void
}

export const amount = (n: number) => n.toLocaleString('en-GB')
export const secretsWord = (n: number) => `${amount(n)} ${n === 1 ? 'secret' : 'secrets'}`

export function SecretListStatus({ view, total, spoiled, isNarrowed, onKeys }: Props) {
  const { timeZone } = useSettings()
  const { columns } = view
  return (
    <StatusLine
      end={
        <>
          {columns && !view.isPartial && total > 0 && (
            <span className="max-xl:hidden">
              {amount(columns.count - spoiledOf(columns.spoiled))} names decrypted in {took(columns.openedIn)}
            </span>
          )}
          {view.loadedAt > 0 && (
            <span className="whitespace-nowrap">Loaded {clockTime(view.loadedAt, timeZone)}</span>
          )}
          <button
            type="button"
            onClick={onKeys}
            className={`${linkClass} inline-flex items-center gap-1.5 text-muted`}
          >
            <KeyCap>?</KeyCap> Keys
          </button>
        </>
      }
    >
      <Counts view={view} total={total} spoiled={spoiled} isNarrowed={isNarrowed} />
      <ClipboardStatus />
    </StatusLine>
  )
}

function Counts({ view, total, spoiled, isNarrowed }: Omit<Props, 'onKeys'>) {
  if (!view.columns) return <span>{view.error ? 'Not loaded' : 'Loading'}</span>
  if (view.isPartial) {
    return (
      <span>
        First {secretsWord(view.columns.count)}, still loading, not sorted yet
        {view.of !== null && `: ${amount(view.opened)} of ${amount(view.of)} names decrypted`}
      </span>
    )
  }
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
          {view.terms.length > 0 && (spoiled === 1 ? ' and is shown anyway' : ' and are shown anyway')}
        </span>
      )}
      {view.isSorting && <span>Sorting by name</span>}
    </>
  )
}

const spoiledOf = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0)
const took = (ms: number) => (ms < 100 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`)
