import { fingerprintPhrase } from '#/crypto/fingerprint'
import { wrapOrganizationKey } from '#/crypto/rsa'
import { DecryptError } from '#/crypto/symmetric-key'
import type { MemberFingerprint, MemberResult } from '#/session/member-types'
import { withOrganizationKeyBytes } from './keys'
import { resultsOf } from './members'
import type { Context } from './vault'

/** Membership and account; the server's list of keys does not tell the account on all databases. */
export interface WhoToConfirm {
  id: string
  userId: string
}

async function publicKeys(
  { client }: Context,
  orgId: string,
  ids: string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const answer = await client.call(
    'memberPublicKeys',
    { params: { orgId }, body: { ids } },
    { ...(signal && { signal }) },
  )
  return new Map(answer.data.flatMap(({ id, key }) => (key === null ? [] : [[id, key] as const])))
}

/** The phrase of a key that can be wrapped for; null for anything else. */
async function phraseOf(userId: string, key: string): Promise<string | null> {
  try {
    // Imports it as it would be used: what is no key of 2048 bits or more has no phrase to compare.
    await wrapOrganizationKey(new Uint8Array(64), key)
    return await fingerprintPhrase(userId, key)
  } catch (error) {
    if (error instanceof DecryptError || error instanceof TypeError) return null
    throw error
  }
}

export async function listFingerprints(
  context: Context,
  orgId: string,
  who: readonly WhoToConfirm[],
  signal: AbortSignal,
): Promise<MemberFingerprint[]> {
  const keys = await publicKeys(
    context,
    orgId,
    who.map(({ id }) => id),
    signal,
  )
  return Promise.all(
    who.map(async ({ id, userId }): Promise<MemberFingerprint> => {
      const key = keys.get(id)
      if (key === undefined) return { id, status: 'none' }
      const phrase = await phraseOf(userId, key)
      return phrase === null ? { id, status: 'bad-key' } : { id, status: 'read', phrase }
    }),
  )
}

const KEY_CHANGED =
  'The public key is another one than the one whose fingerprint you saw. Nothing was handed over: compare anew.'
const BAD_KEY = 'What the server gave as the public key is none that the organization key can be wrapped for.'

/**
 * Wraps the organization key for each, and confirms. `phrase`: what was shown; another key that the server gives now is
 * refused. Null where nothing was compared.
 */
export async function confirmMembers(
  context: Context,
  orgId: string,
  who: readonly (WhoToConfirm & { phrase: string | null })[],
): Promise<MemberResult[]> {
  const ids = who.map(({ id }) => id)
  const keys = await publicKeys(context, orgId, ids)
  const refused: MemberResult[] = []
  const wrapped: { id: string; key: string }[] = []
  await withOrganizationKeyBytes(context.vault, orgId, async (bytes) => {
    for (const { id, userId, phrase } of who) {
      const key = keys.get(id)
      if (key === undefined) continue
      const found = await phraseOf(userId, key)
      if (found === null) refused.push({ id, outcome: 'refused', reason: BAD_KEY })
      else if (phrase !== null && phrase !== found)
        refused.push({ id, outcome: 'refused', reason: KEY_CHANGED })
      else wrapped.push({ id, key: await wrapOrganizationKey(bytes, key) })
    }
  })
  const answer =
    wrapped.length > 0
      ? (await context.client.call('memberConfirmMany', { params: { orgId }, body: { keys: wrapped } })).data
      : []
  const others = ids.filter((id) => !refused.some((result) => result.id === id))
  return [...refused, ...resultsOf(others, answer)]
}
