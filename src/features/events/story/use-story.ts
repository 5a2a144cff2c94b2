import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { secretListQuery, secretVersionsQuery } from '#/data/secrets'
import { useServerNow } from '#/data/server-now'
import { tellStory, type SecretStory } from '#/domain/events/secret-story'
import { generationOf, readHistory } from '#/domain/secret-history'
import type { HistoryLogEntry } from '#/domain/history-types'
import type { EventNames } from '#/domain/events/names'
import type { EventRow } from '#/domain/events/row'
import { useObjectLog, type ObjectLog } from '#/features/events/activity/use-object-log'
import { useEventNames } from '#/features/events/use-event-names'
import type { OrganizationView } from '#/session/protocol'
import { rowOfSecret } from '#/session/secret-columns'
import { useDepartures } from './use-departures'

/** Up to 1,000 reads at once. */
const PAGES = 20

export interface StoryView {
  log: ObjectLog
  names: EventNames
  /** Null: something of it is still on its way, or failed. */
  story: SecretStory | null
  error: Error | null
  retry: () => void
  /** The server keeps ten versions: older values may have existed. */
  mayBeIncomplete: boolean
  /** The server offers no versions: only that the secret was changed is known, not its values. */
  hasNoVersions: boolean
  /** Servers of a later generation record a look at the versions. */
  isReadRecorded: boolean
}

interface Times {
  created: number
  changed: number
}

/** The list has both dates, so the story begins without a read of its own. */
export function useSecretTimes(organizationId: string, secretId: string): Times | null {
  const { data } = useQuery(secretListQuery(organizationId))
  if (!data) return null
  const row = rowOfSecret(data, secretId)
  const [created, changed] = [data.created[row], data.changed[row]]
  return created === undefined || changed === undefined ? null : { created, changed }
}

/** Versions and log of a secret, told as one. */
export function useStory(organization: OrganizationView, secretId: string, times: Times): StoryView {
  const now = useServerNow(60_000)
  const target = useMemo(() => ({ kind: 'secret' as const, id: secretId }), [secretId])
  const log = useObjectLog(organization, target, { since: times.created - 60_000 }, PAGES)
  const versions = useQuery(secretVersionsQuery(organization.id, secretId, times.changed))
  const { names } = useEventNames(organization)
  const departures = useDepartures(organization, log.rows, names, log.readAt)
  const { rows } = log
  const since = log.isWhole ? times.created : (log.reachesTo ?? now)
  const data = versions.data
  const story = useMemo(() => {
    if (!data || log.status !== 'read') return null
    const history = readHistory({
      rows: data.isAvailable ? data.rows : [],
      current: data.currentMark,
      generation: generationOf(data.rows),
      log: { entries: entriesOf(rows), since },
      createdAt: times.created,
      revisedAt: times.changed,
    })
    return { ...tellStory({ history, rows, since, createdAt: times.created, now, departures }), history }
  }, [data, log.status, rows, since, times, now, departures])
  return {
    log,
    names,
    story,
    error: versions.error,
    retry: () => void versions.refetch(),
    mayBeIncomplete: story?.history.mayBeIncomplete ?? false,
    hasNoVersions: data?.isAvailable === false,
    isReadRecorded: data !== undefined && generationOf(data.rows) === 'B',
  }
}

const KINDS: Readonly<Record<number, HistoryLogEntry['type']>> = { 2101: 'created', 2102: 'edited' }

const entriesOf = (rows: readonly EventRow[]): HistoryLogEntry[] =>
  rows.flatMap((row) => {
    const type = KINDS[row.type]
    return type ? [{ type, date: row.date, userId: row.userId, machineId: row.serviceAccountId }] : []
  })
