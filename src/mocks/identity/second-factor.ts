import { totpCode } from '#/crypto/totp'
import type { Context } from '#/mocks/handler'
import { readSigned, signToken } from './jwt'
import { useCode } from './mail'
import type { UserRow } from '#/mocks/store/tables'

const TOTP = 0
const EMAIL = 1
export const REMEMBER = 5

const REMEMBER_SECONDS = 30 * 86_400
const SESSION_SECONDS = 123
const USED_CODE_MS = 120_000
const STEP_MS = 30_000
const SESSION_PREFIX = 'BwSsoEmail2FaSessionToken_'

const names = [
  'Authenticator',
  'Email',
  'Duo',
  'YubiKey',
  'U2f',
  'Remember',
  'OrganizationDuo',
  'WebAuthn',
  'RecoveryCode',
]

/** The provider of a form field that holds its number or its name. */
export function providerOf(text: string | undefined): number | undefined {
  if (!text) return undefined
  const provider = /^\d+$/.test(text)
    ? Number(text)
    : names.findIndex((name) => name.toLowerCase() === text.toLowerCase())
  return provider < 0 ? undefined : provider
}

/** Providers that the person has switched on, in the server's order. */
export function providersOf(user: UserRow): number[] {
  const own = [
    ...(user.totpSecret ? [TOTP] : []),
    ...(user.emailTwoFactor ? [EMAIL] : []),
    ...user.otherTwoFactor,
  ]
  return own.toSorted((a, b) => a - b)
}

/** Local part longer than 4 keeps two letters, 3 to 4 one, shorter none. */
function redact(email: string): string {
  const at = email.lastIndexOf('@')
  const kept = at > 4 ? 2 : at > 2 ? 1 : 0
  return email.slice(0, kept) + '*'.repeat(at - kept) + email.slice(at)
}

function parametersOf(provider: number, user: UserRow): unknown {
  if (provider === EMAIL) return { Email: redact(user.email) }
  if (provider === 3) return { Nfc: true }
  if (provider === 2 || provider === 6)
    return { Host: 'duo.example', AuthUrl: 'https://duo.example/authorize' }
  return provider === 7
    ? { challenge: 'bW9jaw', allowCredentials: [], rpId: 'localhost', status: 'ok' }
    : null
}

/** The members of the answer "Two factor required." that belong to the providers. */
export async function challengeBody(context: Context, user: UserRow): Promise<Record<string, unknown>> {
  const providers = providersOf(user)
  const exp = Math.floor(context.db.nowMs() / 1000) + SESSION_SECONDS
  const session = () => signToken({ sub: user.id, exp }, 'email-session+jwt')
  return {
    TwoFactorProviders: providers.map(String),
    TwoFactorProviders2: Object.fromEntries(
      providers.map((provider) => [provider, parametersOf(provider, user)]),
    ),
    ...(providers.includes(EMAIL)
      ? { SsoEmail2faSessionToken: SESSION_PREFIX + (await session()), Email: user.email }
      : {}),
  }
}

/** Whether the token of a challenge is this person's and still fresh. */
export async function isEmailSession(context: Context, user: UserRow, token: string): Promise<boolean> {
  if (!token.startsWith(SESSION_PREFIX)) return false
  const claims = await readSigned<{ sub: string; exp: number }>(
    token.slice(SESSION_PREFIX.length),
    'email-session+jwt',
  )
  return claims?.sub === user.id && claims.exp * 1000 > context.db.nowMs()
}

/** Codes of authenticators that were taken, by person and code: the moment until which they are refused. */
const usedCodes = new WeakMap<object, Map<string, number>>()

async function isTotp(context: Context, user: UserRow, code: string): Promise<boolean> {
  const secret = user.totpSecret
  if (!secret || !/^\d{6}$/.test(code)) return false
  const now = context.db.nowMs()
  const used = usedCodes.get(context.db) ?? new Map<string, number>()
  usedCodes.set(context.db, used)
  const key = `${user.id} ${code}`
  if ((used.get(key) ?? 0) > now) return false
  const near = await Promise.all([-1, 0, 1].map((step) => totpCode(secret, now + step * STEP_MS)))
  if (!near.includes(code)) return false
  used.set(key, now + USED_CODE_MS)
  return true
}

/** Whether the code of that provider is right; codes are used up. Recovery, Duo, keys are never right here. */
export function isSecondFactor(
  context: Context,
  user: UserRow,
  provider: number,
  code: string,
): Promise<boolean> {
  const text = code.replaceAll(' ', '')
  if (!providersOf(user).includes(provider)) return Promise.resolve(false)
  if (provider === TOTP) return isTotp(context, user, text)
  return Promise.resolve(provider === EMAIL && useCode(context, user, 'twoFactor', text))
}

/** Lets the next sign-in of this device skip the second factor for 30 days, until the security stamp changes. */
export function rememberToken({ db }: Context, user: UserRow, device: string): Promise<string> {
  const exp = Math.floor(db.nowMs() / 1000) + REMEMBER_SECONDS
  return signToken({ sub: user.id, sstamp: user.securityStamp, device, exp }, 'remember+jwt')
}

export async function isRemembered(
  { db }: Context,
  user: UserRow,
  device: string,
  token: string,
): Promise<boolean> {
  const claims = await readSigned<{ sub: string; sstamp: string; device: string; exp: number }>(
    token,
    'remember+jwt',
  )
  if (!claims || claims.exp * 1000 <= db.nowMs()) return false
  return claims.sub === user.id && claims.sstamp === user.securityStamp && claims.device === device
}
