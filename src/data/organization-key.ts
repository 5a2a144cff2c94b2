import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { readKeyRotation, type KeyRotation } from '#/domain/key-rotation'
import type { CallArguments, CallResult } from '#/session/call-types'
import { session } from '#/session/session'

export type Proof = CallArguments<'viewOrganizationKey'>['proof']
export type OrganizationKey = CallResult<'viewOrganizationKey'>
export type KeyTest = CallResult<'testOrganizationKey'>

const PUBLIC_API = 0

const keyKeys = {
  dates: (organizationId: string) => ['organization-key', organizationId, 'dates'] as const,
  use: (organizationId: string) => ['organization-key', organizationId, 'use'] as const,
  rotate: (organizationId: string) => ['organization-key', organizationId, 'rotate'] as const,
  rotation: (organizationId: string) => ['organization-key', organizationId, 'rotation'] as const,
}

/** Dates of the keys by type: asked without revealing one and without making one. */
export function keyDatesQuery(organizationId: string) {
  return queryOptions({
    queryKey: keyKeys.dates(organizationId),
    queryFn: ({ signal }) => session.call('loadKeyDates', { organizationId }, { signal }),
  })
}

/** What the Public API offers, as this server describes it; null where it describes nothing. The same for everybody. */
export const publicDescriptionQuery = () =>
  queryOptions({
    queryKey: ['public-description'],
    queryFn: ({ signal }) => session.call('loadPublicDescription', null, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** When the key of the Public API was made; null: there is none; undefined: not known. */
export const publicKeyDate = (dates: CallResult<'loadKeyDates'> | undefined): number | null | undefined =>
  dates && (dates.find(({ type }) => type === PUBLIC_API)?.changedAt ?? null)

export const USE_DAYS = 30
const DAY = 24 * 60 * 60_000

/** What the Public API changed lately. */
export function publicUseQuery(organizationId: string, now: number) {
  return queryOptions({
    queryKey: keyKeys.use(organizationId),
    queryFn: ({ signal }) =>
      session.call(
        'loadPublicUse',
        { organizationId, since: now - USE_DAYS * DAY, until: now + DAY },
        { signal },
      ),
    staleTime: 0,
  })
}

/** Its answer is the key in plaintext: it stays in the mutation, which is never kept. */
export function viewKey(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (proof: Proof) => session.call('viewOrganizationKey', { organizationId, proof }),
    // Viewing makes the key where there is none, also where the password is wrong.
    onSettled: () => void client.invalidateQueries({ queryKey: keyKeys.dates(organizationId) }),
    gcTime: 0,
  })
}

export function rotateKey(client: QueryClient, organizationId: string) {
  return mutationOptions({
    // By it a page that was left and opened again knows that the request is still under way.
    mutationKey: keyKeys.rotate(organizationId),
    mutationFn: (wish: { proof: Proof; withOld: boolean }) =>
      session.call('rotateOrganizationKey', { organizationId, ...wish }),
    // An answer that is lost is found out by the date.
    onSettled: () => client.invalidateQueries({ queryKey: keyKeys.dates(organizationId) }),
    gcTime: 0,
  })
}

export function testKey(organizationId: string) {
  return mutationOptions({
    mutationFn: (wish: { key: string; withRead: boolean }) =>
      session.call('testOrganizationKey', { organizationId, ...wish }),
    gcTime: 0,
  })
}

/** Mails a code that stands for the master password, once, for five minutes. */
export const mailCode = () =>
  mutationOptions({ mutationFn: () => session.call('mailVerificationCode', null) })

/** The page on which a rotation goes on: what waits at sign-in leads there. */
const place = (organizationId: string): string => `/orgs/${organizationId}/organization/key`

/** The rotation that is under way, sealed on this device; null where there is none. */
export function keyRotationQuery(organizationId: string) {
  return queryOptions({
    queryKey: keyKeys.rotation(organizationId),
    queryFn: async () => {
      const draft = await session.call('readDraft', { place: place(organizationId) })
      return draft ? readKeyRotation(draft.content) : null
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** Shows at once where it stands, and keeps it; null: it is over. */
export function keepKeyRotation(client: QueryClient, organizationId: string) {
  return {
    show: (rotation: KeyRotation | null) =>
      client.setQueryData<KeyRotation | null>(keyKeys.rotation(organizationId), rotation),
    options: mutationOptions({
      mutationFn: async (rotation: KeyRotation | null) => {
        const at = place(organizationId)
        if (rotation) await session.call('putDraft', { place: at, startedAt: Date.now(), content: rotation })
        else await session.call('removeDraft', { place: at })
      },
      // One after the other: the last one stays.
      scope: { id: `key-rotation ${organizationId}` },
    }),
  }
}
