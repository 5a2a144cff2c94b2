import { assertKdfFloor, deriveMasterKey } from '#/crypto/kdf'
import type { Kdf } from '#/crypto/kdf'
import { DecryptError } from '#/crypto/symmetric-key'
import { unwrapPrivateKey, unwrapUserKey } from '#/crypto/master-key'
import { z } from '#/lib/zod'
import { SessionError } from '#/session/session-error'
import { loadProfile, renewProfile } from './profile'
import { probeServer } from './server'
import type { Context } from './vault'

/**
 * Opens the kept keys with the master password. Checked here, by the MAC of the wrapped user key; nothing is sent for it.
 * Then the server is asked for role and rights.
 */
export async function unlock(context: Context, password: string): Promise<void> {
  const { vault } = context
  const { account } = vault
  if (!account) throw new SessionError('ended', 'There is no session to unlock. Sign in again.')
  const masterKey = await deriveMasterKey(password, account.salt, account.kdf)
  const user = await unwrapUserKey(masterKey, account.wrappedUserKey).catch((error: unknown) => {
    if (error instanceof DecryptError && error.reason !== 'mac') {
      throw new SessionError(
        'unreadable',
        'What this tab kept of the session is damaged. Sign out and sign in again; drafts are kept.',
      )
    }
    throw new SessionError('wrong-password', 'This is not the master password of this account.')
  })
  masterKey.fill(0)
  const privateKey = await unwrapPrivateKey(user, account.wrappedPrivateKey)
  if (!vault.server) await probeServer(context)
  if (vault.profile) await renewProfile(context)
  const profile = vault.profile ?? (await loadProfile(context))
  // Signed out meanwhile, or replaced: these keys open nothing any more.
  if (vault.account !== account)
    throw new SessionError('ended', 'The session was ended meanwhile. Sign in again.')
  if (profile.id !== account.userId) {
    throw new SessionError(
      'unreadable',
      'The kept session belongs to another account. Sign out and sign in again.',
    )
  }
  vault.keys = { user, private: privateKey, organizations: new Map() }
  context.publish()
}

const storedShape = z.object({
  v: z.literal(1),
  email: z.string(),
  userId: z.string(),
  salt: z.string(),
  kdf: z.union([
    z.object({ type: z.literal('pbkdf2'), iterations: z.number() }),
    z.object({
      type: z.literal('argon2id'),
      iterations: z.number(),
      memory: z.number(),
      parallelism: z.number(),
    }),
  ]),
  refreshToken: z.string(),
  clientId: z.string(),
  wrappedUserKey: z.string(),
  wrappedPrivateKey: z.string(),
})

function isDerivable(kdf: Kdf): boolean {
  try {
    assertKdfFloor(kdf)
    return true
  } catch {
    return false
  }
}

/** Takes up what a reloaded tab kept. Anything that was tampered with counts as nothing kept. */
export function resume(context: Context, stored: unknown): boolean {
  const { vault } = context
  if (vault.account) return true
  const parsed = z.safeParse(storedShape, stored)
  if (!parsed.success || !isDerivable(parsed.data.kdf)) return false
  const { refreshToken, clientId, v: _, ...account } = parsed.data
  vault.account = account
  vault.credential = { kind: 'refresh', refreshToken, clientId }
  vault.closedReason = 'reload'
  vault.closedSince = Date.now()
  return true
}
