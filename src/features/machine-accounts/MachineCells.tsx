import { FileWarning, Bot } from 'lucide-react'
import { SEEN_DAYS } from '#/data/machine-accounts'
import { matchRanges, type Term } from '#/domain/search'
import { absoluteTime, spanWords, type TimeZoneChoice } from '#/domain/time-words'
import { expiryKind, expiryWords } from '#/domain/token-expiry'
import { Age } from '#/ui/Age'
import { cx } from '#/ui/cx'
import { ExpiryTrack } from '#/ui/ExpiryTrack'
import { Icon } from '#/ui/Icon'
import { MarkedText } from '#/ui/MarkedText'
import { onRowLink } from '#/ui/row-link'
import type { MachineRow } from './machine-row'
import { tokenMarks } from './token-marks'

export interface CellProps {
  machine: MachineRow
  now: number
  timeZone: TimeZoneChoice
  /** False: the organization keeps no log, so nothing can be known of it. */
  hasLog: boolean
}

/** What has not been read, and what is not told, look different from none. */
function Unknown({ machine, reason }: { machine: MachineRow; reason?: string | undefined }) {
  const words = machine.facts ? `Not known. ${reason ?? ''}` : 'Not read yet'
  return (
    <span title={words} className="text-muted">
      <span aria-hidden>?</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}

interface NameProps {
  machine: MachineRow
  terms: readonly Term[]
  href: string
  onOpen: () => void
}

export function NameCell({ machine, terms, href, onOpen }: NameProps) {
  return (
    <a
      href={href}
      tabIndex={-1}
      onClick={onRowLink(onOpen)}
      className="flex min-w-0 items-center gap-2 hover:underline"
    >
      <span className="flex size-6 shrink-0 items-center justify-center rounded-chip bg-pressed">
        <Icon of={Bot} size={14} className="text-muted" />
      </span>
      {machine.name === null ? (
        <span className="flex items-center gap-1.5 text-danger">
          <Icon of={FileWarning} size={14} />
          Name cannot be decrypted
        </span>
      ) : (
        <MarkedText text={machine.name} ranges={matchRanges(machine.name, terms)} className="font-medium" />
      )}
    </a>
  )
}

export function ProjectsCell({ machine }: { machine: MachineRow }) {
  const projects = machine.facts?.projects
  if (!projects?.ok) return <Unknown machine={machine} reason={projects?.reason} />
  if (projects.value.length === 0) return <span className="text-muted">None</span>
  const names = projects.value.map(({ id, name }) => (name.ok ? name.text : `Project ${id.slice(0, 8)}`))
  const more = names.length - 2
  return (
    <span className="flex min-w-0 items-center gap-1" title={names.join(', ')}>
      <bdi className="min-w-0 truncate">{names.slice(0, 2).join(', ')}</bdi>
      {more > 0 && <span className="shrink-0 text-muted">+{more}</span>}
    </span>
  )
}

export function TokensCell({ machine }: { machine: MachineRow }) {
  if (!machine.tokens) {
    const tokens = machine.facts?.tokens
    return <Unknown machine={machine} reason={tokens?.ok === false ? tokens.reason : undefined} />
  }
  return machine.tokens.live === 0 ? (
    <span className="text-muted">None</span>
  ) : (
    <span>{machine.tokens.live}</span>
  )
}

export function ExpiryCell({ machine, now, timeZone }: CellProps) {
  if (!machine.tokens) return <TokensCell machine={machine} />
  const { next } = machine.tokens
  if (next === undefined)
    return (
      <span className="text-muted" title="No live token">
        –
      </span>
    )
  const kind = expiryKind(next, now)
  return (
    <span
      title={next === null ? 'A token that never expires' : absoluteTime(next, timeZone)}
      className={cx(
        'whitespace-nowrap',
        (kind === 'within-3' || kind === 'never') && 'text-danger',
        kind === 'within-14' && 'text-warning',
        (kind === 'later' || kind === 'past-scale') && 'text-muted',
      )}
    >
      {expiryWords(next, now)}
    </span>
  )
}

export function TrackCell({ machine, now, timeZone }: CellProps) {
  const tokens = machine.facts?.tokens
  if (!tokens?.ok || machine.tokens?.live === 0) return null
  return <ExpiryTrack marks={tokenMarks(tokens.value, now, timeZone)} />
}

export function SeenCell({ machine, now, timeZone, hasLog }: CellProps) {
  const seen = machine.facts?.lastSeen
  if (!hasLog || !seen?.ok) {
    const told = seen?.ok === false ? seen.reason : undefined
    return <Unknown machine={machine} reason={hasLog ? told : 'This organization keeps no event log.'} />
  }
  const { value: at } = seen
  if (at === null) return <span className="whitespace-nowrap">Not in {SEEN_DAYS} days</span>
  return <Age at={at} words={spanWords(now - at)} whole={() => absoluteTime(at, timeZone)} />
}
