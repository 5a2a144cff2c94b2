import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { refusalWords } from '#/domain/member-refusals'
import type { MemberAccess, MemberResult } from '#/session/member-types'

import { session } from '#/session/session'

const memberKeys = {
  list: (organizationId: string) => ['members', organizationId, 'list'] as const,
  own: (organizationId: string) => ['members', organizationId, 'own'] as const,
  groups: (organizationId: string) => ['members', organizationId, 'groups'] as const,
}

/** Everybody, with groups and collections. */
export function memberListQuery(organizationId: string) {
  return queryOptions({
    queryKey: memberKeys.list(organizationId),
    queryFn: ({ signal }) => session.call('listMembers', { organizationId }, { signal }),
    structuralSharing: false,
  })
}

/** Collections by name, with whether this account may give them; null where it may not list them. */
export function memberCollectionsQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['members', organizationId, 'collections'],
    queryFn: ({ signal }) => session.call('listMemberCollections', { organizationId }, { signal }),
    staleTime: 60_000,
  })
}

/** Seats of Secrets Manager; null where there is no limit, or where only an owner is told. */
export function secretsManagerSeatsQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['members', organizationId, 'secrets-manager-seats'],
    queryFn: ({ signal }) => session.call('loadSecretsManagerSeats', { organizationId }, { signal }),
  })
}

/** What an update of one member has to repeat, read anew each time. */
export function memberQuery(organizationId: string, id: string) {
  return queryOptions({
    queryKey: ['members', organizationId, 'one', id],
    queryFn: ({ signal }) => session.call('loadMember', { organizationId, id }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

/** The viewer's own membership; asks nothing of the server. */
export function membershipQuery(organizationId: string) {
  return queryOptions({
    queryKey: memberKeys.own(organizationId),
    queryFn: () => session.call('loadMembership', { organizationId }),
  })
}

/** Names of groups; null where this account may not list them. */
export function memberGroupsQuery(organizationId: string) {
  return queryOptions({
    queryKey: memberKeys.groups(organizationId),
    queryFn: ({ signal }) => session.call('listMemberGroups', { organizationId }, { signal }),
    staleTime: 60_000,
  })
}

/**
 * Fingerprint phrases of those who wait; recorded nowhere. Under a key of their own: words that somebody compares must
 * not change under their eyes when the list is read anew.
 */
export function fingerprintsQuery(organizationId: string, who: { id: string; userId: string }[]) {
  return queryOptions({
    queryKey: ['member-fingerprints', organizationId, who.map(({ id }) => id).join()],
    queryFn: ({ signal }) => session.call('listFingerprints', { organizationId, who }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

const refreshMembers = (client: QueryClient, organizationId: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['members', organizationId] }),
    client.invalidateQueries({ queryKey: ['people', organizationId] }),
    client.invalidateQueries({ queryKey: ['access', organizationId] }),
  ])

const WORDLESS =
  'The server left this member out of its answer: somebody else acted meanwhile. Load the list again to see what is so now.'

/** What was refused of one is an error here. */
function demandDone([result]: readonly MemberResult[]): void {
  if (result?.outcome === 'refused') throw new Error(refusalWords(result.reason))
  if (result?.outcome !== 'done') throw new Error(WORDLESS)
}

type OneAct =
  | { act: 'reinvite' | 'revoke' | 'restore' | 'remove' | 'switchOn'; id: string }
  | { act: 'confirm'; id: string; userId: string; phrase: string | null }

/** One act on one member. Many go through the queue (`jobs/kinds/members-*`). */
export function actOnMember(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: async (one: OneAct) => {
      const ids = [one.id]
      if (one.act === 'switchOn') await session.call('switchOnSecretsManager', { organizationId, ids })
      else if (one.act === 'confirm') {
        const { id, userId, phrase } = one
        demandDone(await session.call('confirmMembers', { organizationId, who: [{ id, userId, phrase }] }))
      } else demandDone(await session.call('actOnMembers', { organizationId, act: one.act, ids }))
    },
    onSettled: () => refreshMembers(client, organizationId),
  })
}

export function inviteMembers(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (request: { emails: string[]; access: MemberAccess }) =>
      session.call('inviteMembers', { organizationId, ...request }),
    onSuccess: () => refreshMembers(client, organizationId),
  })
}

export function changeMember(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (request: { id: string; access: MemberAccess }) =>
      session.call('changeMember', { organizationId, ...request }),
    onSuccess: () => refreshMembers(client, organizationId),
  })
}
