import { ApiError } from '#/api/error'
import { readPrelogin } from '#/api/kdf-settings'
import { readTokenAnswer, readTokenRefusal } from '#/api/token-answer'
import type { TokenSuccess } from '#/api/token-answer'
import { assertKdfFloor, deriveMasterKey, normaliseSalt, passwordHash } from '#/crypto/kdf'
import type { Kdf } from '#/crypto/kdf'
import { unwrapPrivateKey, unwrapUserKey } from '#/crypto/master-key'
import { SessionError } from '#/session/session-error'
import { refusalWords } from './refusal-words'
import { dropKeys } from './lock'
import { deviceFields, rememberAccess } from './tokens'
import { loadProfile } from './profile'
import { probeServer } from './server'
import { storedSession } from './vault'
import type { Call } from './call'
import type { Context, Credential, PendingSignIn } from './vault'

export type SecondFactor = 'authenticator' | 'email'

export type SignInStep =
  | { step: 'done'; rememberToken: string | null }
  | { step: 'second-factor'; offered: SecondFactor[]; unsupported: string[]; maskedEmail: string | null }
  | { step: 'new-device' }

export interface PasswordSignIn {
  email: string
  password: string
  /** Kept from an earlier sign-in by the page, per account. */
  rememberToken?: string
}

export interface SecondStep {
  code: string
  /** Absent for the new-device code. */
  factor?: SecondFactor
  remember?: boolean
}

interface Opening {
  answer: TokenSuccess
  known: { salt: string; kdf: Kdf }
  masterKey: Uint8Array
  credential: Credential
}

const PROVIDER_NUMBERS: Record<SecondFactor, string> = { authenticator: '0', email: '1' }
const OTHER_PROVIDERS: Record<string, string> = {
  '2': 'Duo',
  '3': 'YubiKey',
  '6': 'Duo of your organization',
  '7': 'Passkey (WebAuthn)',
}
/** As long as mailed codes are good. */
const PENDING_FOR = 5 * 60_000

/** Asks which key derivation the account uses. A missing salt means the e-mail (contract §2.1). */
export async function askKdf(
  context: Context,
  email: string,
  signal?: AbortSignal,
): Promise<{ kdf: Kdf; salt: string }> {
  const answer = await context.anonymous.call(
    'preloginPassword',
    { body: { email } },
    { ...(signal && { signal }) },
  )
  const { kdf, salt } = readPrelogin(answer, email)
  assertKdfFloor(kdf)
  return { kdf, salt: normaliseSalt(salt) }
}

export async function signIn(
  context: Context,
  input: PasswordSignIn,
  { signal, page }: Call,
): Promise<SignInStep> {
  const email = input.email.trim()
  await ensureServer(context)
  const { kdf, salt } = await askKdf(context, email, signal)
  const masterKey = await deriveMasterKey(input.password, salt, kdf)
  const pending: PendingSignIn = {
    email,
    salt,
    kdf,
    masterKey,
    hash: await passwordHash(masterKey, input.password),
    newDevice: false,
    startedAt: performance.now(),
  }
  forgetPendingSignIn(context, page)
  context.pending.set(page, pending)
  const extra = input.rememberToken
    ? { twoFactorProvider: '5', twoFactorToken: input.rememberToken, twoFactorRemember: '0' }
    : {}
  setTimeout(() => context.pending.get(page) === pending && forgetPendingSignIn(context, page), PENDING_FOR)
  return exchange(context, pending, extra).catch((error: unknown) => {
    // Refused for good: what was derived for it has no second step to wait for.
    forgetPendingSignIn(context, page)
    throw error
  })
}

/** The second request: the whole first one again, with the code. */
export async function signInSecondStep(
  context: Context,
  step: SecondStep,
  page: object,
): Promise<SignInStep> {
  const pending = pendingSignIn(context, page)
  const code = step.code.replaceAll(/\s/g, '')
  if (!step.factor) return exchange(context, pending, { newDeviceOtp: code })
  return exchange(context, pending, {
    twoFactorProvider: PROVIDER_NUMBERS[step.factor],
    twoFactorToken: code,
    twoFactorRemember: step.remember ? '1' : '0',
  })
}

/** Mails a code: the second factor by e-mail, or the new-device code once more. */
export async function sendSignInCode(context: Context, page: object): Promise<void> {
  const pending = pendingSignIn(context, page)
  const body = { email: pending.email, masterPasswordHash: pending.hash }
  await context.anonymous.call(pending.newDevice ? 'resendNewDeviceOtp' : 'twoFactorSendEmailLogin', { body })
}

export function forgetPendingSignIn(context: Context, page: object): void {
  context.pending.get(page)?.masterKey.fill(0)
  context.pending.delete(page)
}

export interface ApiKeySignIn {
  clientId: string
  clientSecret: string
  password: string
}

/** The key proves who asks; the master password opens the keys that the answer brings. */
export async function signInWithApiKey(context: Context, input: ApiKeySignIn): Promise<SignInStep> {
  await ensureServer(context)
  const clientId = input.clientId.trim()
  if (!/^user\.[0-9a-f-]{36}$/i.test(clientId)) {
    throw new SessionError(
      'unsupported',
      'A personal API key starts with "user." and an id. Copy client_id from your account settings.',
    )
  }
  const clientSecret = input.clientSecret.trim()
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'api',
  }
  const answer = await tokenCall(context, { ...form, ...deviceFields(context) })
  const unlock = unlockDataOf(answer)
  assertKdfFloor(unlock.kdf)
  const masterKey = await deriveMasterKey(input.password, normaliseSalt(unlock.salt), unlock.kdf)
  const credential = { kind: 'api-key', clientId, clientSecret } as const
  await open(context, { answer, known: unlock, masterKey, credential }).finally(() => masterKey.fill(0))
  return { step: 'done', rememberToken: null }
}

async function exchange(
  context: Context,
  pending: PendingSignIn,
  extra: Record<string, string>,
): Promise<SignInStep> {
  const form = {
    grant_type: 'password',
    scope: 'api offline_access',
    client_id: 'web',
    username: pending.email,
    password: pending.hash,
    ...deviceFields(context),
    ...extra,
  }
  let answer: TokenSuccess
  try {
    answer = await tokenCall(context, form)
  } catch (error) {
    const refusal = error instanceof ApiError ? readTokenRefusal(error) : null
    if (refusal?.kind === 'two-factor') return secondFactorStep(refusal.providers)
    if (refusal?.kind === 'new-device') {
      pending.newDevice = true
      return { step: 'new-device' }
    }
    const words = refusal && refusalWords[refusal.kind]
    throw words ? new SessionError('refused', words) : error
  }
  const refreshToken = answer.refreshToken
  if (!refreshToken)
    throw new SessionError(
      'not-compatible',
      'The server gave no refresh token, so the session could not be kept.',
    )
  const credential = { kind: 'refresh', refreshToken, clientId: 'web' } as const
  await open(context, { answer, known: pending, masterKey: pending.masterKey, credential })
  return { step: 'done', rememberToken: answer.twoFactorToken }
}

async function tokenCall(context: Context, form: Record<string, string>): Promise<TokenSuccess> {
  return readTokenAnswer(await context.anonymous.call('tokenCreate', { body: form }))
}

function secondFactorStep(providers: Record<string, { email: string | null }>): SignInStep {
  const ids = Object.keys(providers)
  const offered: SecondFactor[] = []
  if (ids.includes('0')) offered.push('authenticator')
  if (ids.includes('1')) offered.push('email')
  const unsupported = ids.flatMap((id) => OTHER_PROVIDERS[id] ?? [])
  return { step: 'second-factor', offered, unsupported, maskedEmail: providers['1']?.email ?? null }
}

/** The keys first, then the profile: what fails on the way leaves nobody signed in. */
async function open(context: Context, opening: Opening): Promise<void> {
  const { answer, known, masterKey, credential } = opening
  const { vault } = context
  const unlock = unlockDataOf(answer)
  const privateKey = answer.privateKey
  if (!privateKey) {
    throw new SessionError(
      'unsupported',
      'This account has no key pair yet. Finish its set-up in the web vault, then sign in here.',
    )
  }
  const user = await unwrapUserKey(masterKey, unlock.wrappedUserKey).catch(() => {
    throw new SessionError(
      'wrong-password',
      'The master password does not open this account’s key. Check it and try again.',
    )
  })
  const keys = { user, private: await unwrapPrivateKey(user, privateKey), organizations: new Map() }
  vault.credential = credential
  rememberAccess(context, answer)
  try {
    const profile = await loadProfile(context)
    vault.account = {
      userId: profile.id,
      email: profile.email,
      salt: known.salt,
      kdf: known.kdf,
      wrappedUserKey: unlock.wrappedUserKey,
      wrappedPrivateKey: privateKey,
    }
  } catch (error) {
    vault.credential = null
    vault.access = null
    throw error
  }
  // Somebody else's session may have been open in another tab.
  dropKeys(context)
  vault.timeouts = []
  vault.generatorRules = new Map()
  vault.keys = keys
  context.keep(storedSession(vault))
  context.publish()
}

function unlockDataOf(answer: TokenSuccess): { wrappedUserKey: string; salt: string; kdf: Kdf } {
  if (!answer.unlock) {
    throw new SessionError(
      'unsupported',
      'This account has no master password (trusted devices or Key Connector). Ask an owner for an account with one, or set a master password in the web vault.',
    )
  }
  return answer.unlock
}

async function ensureServer(context: Context): Promise<void> {
  if (context.vault.server) return
  const probe = await probeServer(context)
  if (!probe.ok) throw new SessionError('not-compatible', probe.message)
}

function pendingSignIn(context: Context, page: object): PendingSignIn {
  const pending = context.pending.get(page)
  if (!pending || performance.now() - pending.startedAt > PENDING_FOR)
    throw new SessionError('ended', 'This sign-in is no longer waiting for a code. Type the password again.')
  return pending
}
