import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { groupMembersQuery, policiesQuery } from '#/data/access'
import { onJobRested } from '#/jobs/jobs'
import type { KnownList } from '#/features/access/build-facts'

export interface KnownGrants {
  /** By project. */
  lists: ReadonlyMap<string, KnownList>
  /** By group that has a grant somewhere; null where this account may not know who is in it. */
  members: ReadonlyMap<string, readonly string[] | null>
}

const AT_ONCE = 3
const SHOWN_EVERY = 250
const nothing: KnownGrants = { lists: new Map(), members: new Map() }

/**
 * The grants of each project and who is in the groups, a few at a time. What is known is a new object a few times a
 * second while they come, not once for each: everything that is drawn is made from it.
 */
export function useKnownGrants(
  orgId: string,
  ids: readonly string[],
): KnownGrants & { readAgain: () => void } {
  const client = useQueryClient()
  const [known, setKnown] = useState(nothing)
  const [round, setRound] = useState(0)
  const asked = useMemo(() => ({ ids, round }), [ids, round])
  // A job marks the lists that it changed as old; nobody asks for those here by themselves.
  useEffect(
    () => onJobRested((of, touches) => of === orgId && touches.includes('access') && setRound((n) => n + 1)),
    [orgId],
  )
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const found = { lists: new Map<string, KnownList>(), members: new Map<string, string[] | null>() }
    const show = () => {
      timer = undefined
      if (!stop.signal.aborted) setKnown({ lists: new Map(found.lists), members: new Map(found.members) })
    }
    const left = [...asked.ids]
    const groups: string[] = []
    const work = async () => {
      while (!stop.signal.aborted) {
        const group = groups.shift()
        const id = group === undefined ? left.shift() : undefined
        if (group !== undefined) found.members.set(group, await readMembers(client, orgId, group))
        else if (id === undefined) return
        else {
          const list = await readList(client, orgId, id)
          found.lists.set(id, list)
          groups.push(...newGroups(list, found.members))
        }
        timer ??= setTimeout(show, SHOWN_EVERY)
      }
    }
    void Promise.all(Array.from({ length: AT_ONCE }, work)).then(show)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [client, orgId, asked])
  // What was read is kept for a while, so that only what failed or is old is asked for again.
  return { ...known, readAgain: () => setRound((n) => n + 1) }
}

/** Marked as asked for at once, so that no other request for the same group begins meanwhile. */
function newGroups(list: KnownList, members: Map<string, string[] | null>): string[] {
  if (list.status !== 'read') return []
  const ids = list.grants.flatMap(({ kind, id }) => (kind === 'group' && !members.has(id) ? [id] : []))
  for (const id of ids) members.set(id, null)
  return ids
}

async function readList(client: QueryClient, orgId: string, id: string): Promise<KnownList> {
  try {
    return await client.fetchQuery(policiesQuery(orgId, { kind: 'project', id }))
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : 'the request failed' }
  }
}

/** Members that could not be read are as good as not told: others may be in the group. */
async function readMembers(client: QueryClient, orgId: string, id: string): Promise<string[] | null> {
  try {
    return await client.fetchQuery(groupMembersQuery(orgId, id))
  } catch {
    return null
  }
}
