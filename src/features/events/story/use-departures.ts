import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { objectLogQuery } from '#/data/object-log'
import { peopleQuery } from '#/data/people'
import { actorKey, actorOf } from '#/domain/events/actor'
import type { EventNames } from '#/domain/events/names'
import type { EventRow } from '#/domain/events/row'
import type { Departure } from '#/domain/events/secret-story'
import type { OrganizationView } from '#/session/protocol'

const WHAT: Readonly<Record<number, string>> = {
  1503: 'was removed from the organization',
  1511: 'was suspended',
  1515: 'lost their account',
  1516: 'left the organization',
  1518: 'gave up access',
  1520: 'was suspended for lacking two-step login',
  1521: 'was suspended for belonging elsewhere',
  2305: 'was deleted',
}

const NOTHING: readonly Departure[] = []

/**
 * Who of those that read is gone now, and since when. Only they are looked for in the log of the organization. Switching
 * Secrets Manager off for somebody, and grants taken away, are in no log.
 */
export function useDepartures(
  organization: OrganizationView,
  rows: readonly EventRow[],
  names: EventNames,
  /** Epoch ms. */
  readAt: number,
): readonly Departure[] {
  const people = useQuery(peopleQuery(organization.id)).data
  const gone = useMemo(() => {
    const revoked = new Set(
      (people ?? []).flatMap((one) => (one.isRevoked && one.userId ? [one.userId] : [])),
    )
    return goneReaders(rows, names, revoked)
  }, [rows, names, people])
  const from = gone.reduce((first, one) => Math.min(first, one.since), Number.MAX_SAFE_INTEGER)
  const log = useInfiniteQuery({
    ...objectLogQuery({
      organizationId: organization.id,
      target: { kind: 'departures', ids: gone.map(({ id }) => id).toSorted() },
      from,
      to: readAt,
      mayReadLog: organization.canReadEvents,
    }),
    enabled: gone.length > 0,
  })
  const parts = log.data?.pages
  return useMemo(() => {
    if (gone.length === 0) return NOTHING
    const found = (parts ?? []).flatMap((part) => (part.status === 'read' ? part.rows : []))
    return gone.map(({ id, key, isMachine }): Departure => {
      const row = found.find((one) => one.userId === id || one.grantedServiceAccountId === id)
      const what = isMachine ? 'is no longer there' : 'is no longer an active member'
      return { key, at: row?.at ?? null, what: (row && WHAT[row.type]) ?? what }
    })
  }, [gone, parts])
}

interface Gone {
  id: string
  key: string
  isMachine: boolean
  since: number
}

function goneReaders(rows: readonly EventRow[], names: EventNames, revoked: ReadonlySet<string>): Gone[] {
  const found = new Map<string, Gone>()
  for (const row of rows) {
    if (row.type !== 2100) continue
    const actor = actorOf(row)
    if ((actor.kind !== 'account' && actor.kind !== 'machine') || !isGone(actor, names, revoked)) continue
    const key = actorKey(actor)
    found.set(key, { id: actor.id, key, isMachine: actor.kind === 'machine', since: row.at })
  }
  return [...found.values()]
}

function isGone(
  actor: { kind: 'account' | 'machine'; id: string },
  names: EventNames,
  revoked: ReadonlySet<string>,
): boolean {
  if (actor.kind === 'account' && revoked.has(actor.id)) return true
  const known = names.get(actor.kind, actor.id)
  // A list that is not whole tells nothing of who is missing.
  return known ? known.state === 'gone' : names.whyNameless(actor.kind) === 'deleted'
}
