import { keepPreviousData, mutationOptions, queryOptions, skipToken } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { session } from '#/session/session'
import type { SecretColumns } from '#/session/secret-columns'
import type { CallArguments } from '#/session/call-types'

const secretKeys = {
  all: (organizationId: string) => ['secrets', organizationId] as const,
  list: (organizationId: string) => ['secrets', organizationId, 'list'] as const,
  first: (organizationId: string) => ['secrets', organizationId, 'first'] as const,
  order: (organizationId: string, loadedAt: number) =>
    ['secrets', organizationId, 'order', loadedAt] as const,
  value: (organizationId: string, secretId: string) =>
    ['secrets', organizationId, 'value', secretId] as const,
  edit: (organizationId: string, secretId: string) => ['secrets', organizationId, 'edit', secretId] as const,
  versions: (organizationId: string, secretId: string) =>
    ['secrets', organizationId, 'versions', secretId] as const,
  origins: (organizationId: string, secretId: string) =>
    ['secrets', organizationId, 'origins', secretId] as const,
}

/** What a list shows while the rest is still coming. */
export interface FirstRows {
  columns: SecretColumns | null
  opened: number
  of: number | null
}

/** The whole list: one request, names opened in the worker. The first rows arrive under `secretKeys.first`. */
export function secretListQuery(organizationId: string) {
  return queryOptions({
    queryKey: secretKeys.list(organizationId),
    queryFn: ({ signal, client }) => {
      const firstKey = secretKeys.first(organizationId)
      const change = (next: Partial<FirstRows>) =>
        client.setQueryData<FirstRows>(firstKey, (old) => ({
          columns: null,
          opened: 0,
          of: null,
          ...old,
          ...next,
        }))
      change({ columns: null, opened: 0, of: null })
      return session.call(
        'listSecrets',
        { organizationId },
        {
          signal,
          onPart: (part) =>
            change(part.kind === 'first' ? { columns: part.columns } : { opened: part.opened, of: part.of }),
        },
      )
    },
    staleTime: 60_000,
    structuralSharing: false,
  })
}

/** Filled by the list query; never asks by itself. */
export function firstRowsQuery(organizationId: string) {
  return queryOptions<FirstRows>({
    queryKey: secretKeys.first(organizationId),
    queryFn: () => ({ columns: null, opened: 0, of: null }),
    enabled: false,
    structuralSharing: false,
  })
}

/**
 * Rows of a loaded list by name: made in the worker, as sorting 100,000 names would hold up the page. `loadedAt` is
 * the `dataUpdatedAt` of the list.
 */
export function nameOrderQuery(organizationId: string, columns: SecretColumns | null, loadedAt: number) {
  return queryOptions({
    queryKey: secretKeys.order(organizationId, loadedAt),
    queryFn: columns
      ? () => {
          const { count, spoiled, search } = columns
          // The folded names: those that are shown may be hidden, and a mask has no order.
          return session.call('orderNames', { count, spoiled, names: search.text, offsets: search.offsets })
        }
      : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    structuralSharing: false,
  })
}

/** A read that the server records. Never prefetched, gone from memory as soon as nothing shows it. */
export function secretValueQuery(organizationId: string, secretId: string) {
  return queryOptions({
    queryKey: secretKeys.value(organizationId, secretId),
    queryFn: ({ signal }) => session.call('readSecret', { organizationId, secretId }, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: false,
  })
}

/**
 * What an edit starts from: read anew each time the form opens (recorded), and never again while it is open. No
 * signal, so that React's double mount in development does not read twice.
 */
export function secretEditQuery(organizationId: string, secretId: string) {
  return queryOptions({
    queryKey: secretKeys.edit(organizationId, secretId),
    queryFn: () => session.call('readSecret', { organizationId, secretId }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnReconnect: false,
  })
}

/** `changed` is the list's date of the last revision, epoch ms: with another one the rows are asked for anew. */
/** The same read outside of the cache, for what is not shown: hiding a value must not cut it off. */
export function readValue(organizationId: string, secretId: string) {
  return session.call('readSecret', { organizationId, secretId })
}

export function secretVersionsQuery(organizationId: string, secretId: string, changed: number) {
  return queryOptions({
    queryKey: [...secretKeys.versions(organizationId, secretId), changed],
    queryFn: ({ signal }) => session.call('listVersions', { organizationId, secretId, changed }, { signal }),
    staleTime: 0,
    // The rows stay while those of the next revision come, and with them a dialog that stands on them.
    placeholderData: keepPreviousData,
  })
}

/** Who created and edited, from the secret's own log; null where it may not be read. */
export function valueOriginsQuery(organizationId: string, secretId: string, createdAt: number) {
  return queryOptions({
    queryKey: secretKeys.origins(organizationId, secretId),
    queryFn: ({ signal }) =>
      session.call('valueOrigins', { organizationId, secretId, createdAt }, { signal }),
    staleTime: 60_000,
  })
}

/** The same, from one moment on: who made the change that an edit met. */
export function recentOriginsQuery(organizationId: string, secretId: string, since: number) {
  return queryOptions({
    queryKey: [...secretKeys.origins(organizationId, secretId), since],
    queryFn: ({ signal }) =>
      session.call('valueOrigins', { organizationId, secretId, createdAt: since }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Whatever was asked about an organization's secrets is asked anew where it is shown. */
export function refreshSecrets(client: QueryClient, organizationId: string): Promise<void> {
  return Promise.all([
    client.invalidateQueries({
      queryKey: secretKeys.all(organizationId),
      predicate: ({ queryKey: [, , kind] }) => !['value', 'edit', 'first', 'order'].includes(String(kind)),
    }),
    client.invalidateQueries({ queryKey: ['projects', organizationId] }),
    client.invalidateQueries({ queryKey: ['counts', organizationId] }),
  ]).then(() => undefined)
}

export function saveSecret(client: QueryClient, organizationId: string) {
  return mutationOptions({
    // What was typed must not stay in the mutation cache.
    gcTime: 0,
    mutationFn: (request: Omit<CallArguments<'saveSecret'>, 'organizationId'>) =>
      session.call('saveSecret', { organizationId, ...request }),
    onSuccess: (result) => (result.outcome === 'saved' ? refreshSecrets(client, organizationId) : undefined),
  })
}

export function createSecret(client: QueryClient, organizationId: string) {
  return mutationOptions({
    gcTime: 0,
    mutationFn: (request: Omit<CallArguments<'createSecret'>, 'organizationId'>) =>
      session.call('createSecret', { organizationId, ...request }),
    onSuccess: () => refreshSecrets(client, organizationId),
  })
}

/** Moves one secret to the trash. The server answers 200 with a refusal per item: that is an error here. */
export function deleteSecret(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: async (id: string) => {
      const [result] = await session.call('deleteSecrets', { ids: [id] })
      if (result?.error)
        throw new Error(`The server refused to delete it (“${result.error}”). Nothing was changed.`)
    },
    // Not awaited: the secret's page has to be left before the list says that it is gone, and its dialog with it.
    onSuccess: () => void refreshSecrets(client, organizationId),
  })
}

export function restoreVersion(client: QueryClient, organizationId: string, secretId: string) {
  return mutationOptions({
    mutationFn: (versionId: string) =>
      session.call('restoreVersion', { organizationId, secretId, versionId }),
    onSuccess: () => refreshSecrets(client, organizationId),
  })
}

/** A version's value: opened in the worker from the listed row, no request, no event. */
export function openVersion(organizationId: string, secretId: string, versionId: string) {
  return session.call('openVersion', { organizationId, secretId, versionId })
}
