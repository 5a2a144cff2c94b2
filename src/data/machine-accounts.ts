import { mutationOptions, queryOptions, skipToken } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { session } from '#/session/session'
import type { CallArguments, CallPart, CallResult } from '#/session/call-types'

export type MachineFacts = CallPart<'readMachineFacts'>
export type MachineToken = CallResult<'listTokens'>[number]

const DAY = 24 * 60 * 60_000
/** How far back it is looked when a machine was seen last. */
export const SEEN_DAYS = 90

const machineKeys = {
  all: (organizationId: string) => ['machines', organizationId] as const,
  list: (organizationId: string) => ['machines', organizationId, 'list'] as const,
  writable: (organizationId: string) => ['machines', organizationId, 'writable'] as const,
  facts: (organizationId: string) => ['machines', organizationId, 'facts'] as const,
  soFar: (organizationId: string) => ['machines', organizationId, 'facts-so-far'] as const,
  /** Of all of them, as Home looks at them (`token-ends.ts`). */
  ends: (organizationId: string) => ['machines', organizationId, 'token-ends'] as const,
  one: (organizationId: string, machineId: string) => ['machines', organizationId, 'one', machineId] as const,
}

export function machineListQuery(organizationId: string) {
  return queryOptions({
    queryKey: machineKeys.list(organizationId),
    queryFn: ({ signal }) => session.call('listMachineAccounts', { organizationId }, { signal }),
  })
}

/** Ids of those that this account may change. */
export function writableMachinesQuery(organizationId: string) {
  return queryOptions({
    queryKey: machineKeys.writable(organizationId),
    queryFn: ({ signal }) => session.call('listWritableMachines', { organizationId }, { signal }),
  })
}

export type FactsById = ReadonlyMap<string, MachineFacts>

const span = (now: number) => ({ since: now - SEEN_DAYS * DAY, until: now + DAY })

/**
 * Tokens, projects and last act of all: three requests for each account. What has arrived stands under
 * `factsSoFarQuery` meanwhile, a few times a second.
 */
export function machineFactsQuery(organizationId: string, ids: readonly string[] | null, now: number) {
  return queryOptions({
    queryKey: machineKeys.facts(organizationId),
    queryFn: ids
      ? async ({ signal, client }): Promise<FactsById> => {
          const facts = new Map<string, MachineFacts>()
          let shownAt = 0
          const show = () => client.setQueryData<FactsById>(machineKeys.soFar(organizationId), new Map(facts))
          show()
          await session.call(
            'readMachineFacts',
            { organizationId, ids: [...ids], ...span(now) },
            {
              signal,
              onPart: (part) => {
                facts.set(part.id, part)
                if (performance.now() - shownAt < 200) return
                shownAt = performance.now()
                show()
              },
            },
          )
          show()
          return facts
        }
      : skipToken,
    staleTime: 60_000,
    structuralSharing: false,
  })
}

/** Filled by `machineFactsQuery`; never asks by itself. */
export function factsSoFarQuery(organizationId: string) {
  return queryOptions<FactsById>({
    queryKey: machineKeys.soFar(organizationId),
    queryFn: () => new Map<string, MachineFacts>(),
    enabled: false,
    structuralSharing: false,
  })
}

/** The same of one account, for its page. */
export function machineQuery(organizationId: string, machineId: string, now: number) {
  return queryOptions({
    queryKey: machineKeys.one(organizationId, machineId),
    queryFn: async ({ signal }): Promise<MachineFacts> => {
      const found: MachineFacts[] = []
      await session.call(
        'readMachineFacts',
        { organizationId, ids: [machineId], ...span(now) },
        { signal, onPart: (part) => found.push(part) },
      )
      const [facts] = found
      if (!facts) throw new DOMException('Cancelled.', 'AbortError')
      return facts
    },
  })
}

/** What a machine account did: newest first, as much as `mostPages` of 50 rows hold. */
export function machineLogQuery(organizationId: string, request: CallArguments<'readMachineLog'>) {
  return queryOptions({
    queryKey: [...machineKeys.one(organizationId, request.machineId), 'log', request.since],
    queryFn: ({ signal }) => session.call('readMachineLog', request, { signal }),
    staleTime: 0,
  })
}

async function refreshMachines(client: QueryClient, organizationId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: machineKeys.all(organizationId) }),
    client.invalidateQueries({ queryKey: ['counts', organizationId] }),
  ])
}

export function createMachine(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (name: string) => session.call('createMachineAccount', { organizationId, name }),
    onSuccess: () => refreshMachines(client, organizationId),
  })
}

export function renameMachine(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      session.call('renameMachineAccount', { organizationId, id, name }),
    onSuccess: () => refreshMachines(client, organizationId),
  })
}

/** Deletes one for good, its tokens with it. A refusal for the item is an error here. */
export function deleteMachine(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: async (id: string) => {
      const [result] = await session.call('deleteMachineAccounts', { ids: [id] })
      if (result?.error)
        throw new Error(`The server refused to delete it (“${result.error}”). Nothing was changed.`)
    },
    // Not awaited: its page has to be left before the list says that it is gone.
    onSuccess: () => void refreshMachines(client, organizationId),
  })
}

async function refreshTokens(client: QueryClient, organizationId: string, machineId: string): Promise<void> {
  void client.invalidateQueries({ queryKey: machineKeys.facts(organizationId) })
  void client.invalidateQueries({ queryKey: machineKeys.ends(organizationId) })
  await client.invalidateQueries({ queryKey: machineKeys.one(organizationId, machineId) })
}

/** Its answer is the token in plaintext: it stays in the mutation, which is never kept. */
export function createToken(client: QueryClient, organizationId: string, machineId: string) {
  return mutationOptions({
    mutationFn: (typed: { name: string; expiresAt: number | null }) =>
      session.call('createToken', { organizationId, machineId, ...typed }),
    onSuccess: () => void refreshTokens(client, organizationId, machineId),
    gcTime: 0,
  })
}

/** The server passes unknown ids over in silence, so the list is read again and believed. */
export function revokeTokens(client: QueryClient, organizationId: string, machineId: string) {
  return mutationOptions({
    mutationFn: (ids: string[]) => session.call('revokeTokens', { machineId, ids }),
    onSuccess: () => refreshTokens(client, organizationId, machineId),
  })
}
