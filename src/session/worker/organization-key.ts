import { ApiError } from '#/api/error'
import { readTokenAnswer, readTokenRefusal } from '#/api/token-answer'
import { sha256 } from '#/crypto/hash'
import { deriveMasterKey, passwordHash } from '#/crypto/kdf'
import { isPublicApiAct } from '#/domain/public-use'
import { utf8Encode } from '#/lib/bytes'
import { SessionError } from '#/session/session-error'
import type { InOrganization } from './call'
import { organizationForm } from './tokens'
import type { Context } from './vault'

/** That it is the person who asks: the master password, or a code that was mailed. */
export type Proof = { kind: 'password'; password: string } | { kind: 'code'; code: string }

export interface OrganizationKey {
  key: string
  /** Epoch ms, by the server's clock. */
  changedAt: number
  fingerprint: string
}

async function proofBody(
  { vault }: Context,
  proof: Proof,
): Promise<{ masterPasswordHash: string } | { otp: string }> {
  if (proof.kind === 'code') return { otp: proof.code.replaceAll(/\s/g, '') }
  const { account } = vault
  if (!account) throw new SessionError('ended', 'Nobody is signed in. Sign in to go on.')
  const masterKey = await deriveMasterKey(proof.password, account.salt, account.kdf)
  try {
    return { masterPasswordHash: await passwordHash(masterKey, proof.password) }
  } finally {
    masterKey.fill(0)
  }
}

/** First 16 bytes of SHA-256, in hex: tells two keys apart and gives none away. */
async function fingerprintOf(key: string): Promise<string> {
  const digest = await sha256(utf8Encode(key))
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** Dates of the organization's keys by their type (0 Public API, 1 billing sync, 2 SCIM): reveals and creates nothing. */
export async function loadKeyDates(
  context: Context,
  { organizationId }: InOrganization,
  signal: AbortSignal,
): Promise<{ type: number; changedAt: number }[]> {
  const answer = await context.client.call(
    'organizationApiKeyInformation',
    { params: { id: organizationId } },
    { signal },
  )
  return answer.data.map(({ keyType, revisionDate }) => ({
    type: keyType,
    changedAt: Date.parse(revisionDate),
  }))
}

/** Shows the key. Where the organization has none, asking makes one. */
export async function viewOrganizationKey(
  context: Context,
  { organizationId, proof }: InOrganization & { proof: Proof },
): Promise<OrganizationKey> {
  const body = { type: 0, ...(await proofBody(context, proof)) }
  const answer = await context.client.call('organizationApiKeyView', {
    params: { id: organizationId },
    body,
  })
  return opened(answer)
}

const opened = async ({
  apiKey,
  revisionDate,
}: {
  apiKey: string
  revisionDate: string
}): Promise<OrganizationKey> => ({
  key: apiKey,
  changedAt: Date.parse(revisionDate),
  fingerprint: await fingerprintOf(apiKey),
})

export interface RotateRequest extends InOrganization {
  proof: Proof
  /** Reads the old key first, so that it can be shown afterwards that it is refused. Takes a password: a code works once. */
  withOld: boolean
}

/** Makes a new key. If its answer is lost, `loadKeyDates` tells whether it was made. */
export async function rotateOrganizationKey(
  context: Context,
  { organizationId, proof, withOld }: RotateRequest,
): Promise<{ old: OrganizationKey | null; fresh: OrganizationKey }> {
  const body = { type: 0, ...(await proofBody(context, proof)) }
  const params = { id: organizationId }
  const old =
    withOld && proof.kind === 'password'
      ? await opened(await context.client.call('organizationApiKeyView', { params, body }))
      : null
  const fresh = await opened(await context.client.call('organizationApiKeyRotate', { params, body }))
  return { old, fresh }
}

/** What came back, refusals too: they are what is looked for. Times in ms. */
export interface KeyTest {
  at: number
  exchange:
    | { ok: true; ms: number; expiresIn: number; scope: string | null }
    | { ok: false; ms: number; status: number; isRefused: boolean; message: string }
  /** Null where the exchange gave no token. */
  read: { ok: true; ms: number; members: number } | { ok: false; ms: number; message: string } | null
}

/** A token exchange with a key, and one read with the token. */
export async function testOrganizationKey(
  context: Context,
  { organizationId, key, withRead }: InOrganization & { key: string; withRead: boolean },
  signal: AbortSignal,
): Promise<KeyTest> {
  const at = Date.now() - (context.vault.server?.clockSkew ?? 0)
  const started = performance.now()
  const ms = (from: number) => Math.round(performance.now() - from)
  let token: string
  let exchange: KeyTest['exchange']
  try {
    const answer = await context.anonymous.call(
      'tokenCreate',
      { body: organizationForm(`organization.${organizationId}`, key) },
      { signal },
    )
    const { accessToken, expiresIn } = readTokenAnswer(answer)
    const { scope } = answer as { scope?: unknown }
    token = accessToken
    exchange = { ok: true, ms: ms(started), expiresIn, scope: typeof scope === 'string' ? scope : null }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const isRefused = readTokenRefusal(error)?.kind === 'invalid-client'
    const { status, message } = error
    return { at, exchange: { ok: false, ms: ms(started), status, isRefused, message }, read: null }
  }
  if (!withRead) return { at, exchange, read: null }
  const asked = performance.now()
  try {
    const answer = await context.withToken(token).call('publicMemberList', {}, { signal })
    return { at, exchange, read: { ok: true, ms: ms(asked), members: answer.data.length } }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { at, exchange, read: { ok: false, ms: ms(asked), message: error.message } }
  }
}

export interface PublicUse {
  acts: { type: number; at: number; address: string | null }[]
  /** Epoch ms down to which the log was read; the beginning of the span where it was read to its end. */
  readTo: number
  isWhole: boolean
}

/** Pages of 50 rows: as much of the log as is looked through. */
const MOST_PAGES = 80

/** What the Public API wrote into the log within a span. Reading through it leaves no row. */
export async function loadPublicUse(
  context: Context,
  { organizationId, since, until }: InOrganization & { since: number; until: number },
  signal: AbortSignal,
): Promise<PublicUse> {
  const range = { start: new Date(since).toISOString(), end: new Date(until).toISOString() }
  const acts: PublicUse['acts'] = []
  let readTo = until
  let continuationToken: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: EventPage = await context.client.call(
      'organizationEventList',
      {
        params: { id: organizationId },
        query: { ...range, ...(continuationToken && { continuationToken }) },
      },
      { signal },
    )
    for (const row of answer.data) {
      readTo = Date.parse(row.date)
      if (isPublicApiAct(row)) acts.push({ type: row.type, at: readTo, address: row.ipAddress })
    }
    continuationToken = answer.continuationToken
    if (!continuationToken) return { acts, readTo: since, isWhole: true }
  }
  return { acts, readTo, isWhole: false }
}

/** Named so that the loop's variable has a type. */
interface EventPage {
  data: (Parameters<typeof isPublicApiAct>[0] & { date: string; ipAddress: string | null })[]
  continuationToken: string | null
}
