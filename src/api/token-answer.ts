import type { Kdf } from '#/crypto/kdf'
import { fromBase64Lenient, utf8Decode } from '#/lib/bytes'
import type { ApiError } from './error'
import { FieldReader } from './field-reader'
import { toKdf } from './kdf-settings'

/** What opens the user key: master password, salt (as sent) and derivation, and the key they open. */
export interface TokenUnlock {
  wrappedUserKey: string
  salt: string
  kdf: Kdf
}

/** A grant. Fields that this grant does not bring are null. */
export interface TokenSuccess {
  kind: 'success'
  /** JWT. */
  accessToken: string
  /** Seconds. */
  expiresIn: number
  refreshToken: string | null
  /** EncString under the user key; null for an account without key pair, and for renewals. */
  privateKey: string | null
  /** Null where there is no master password (trusted devices, Key Connector), and for renewals. */
  unlock: TokenUnlock | null
  forcePasswordReset: boolean
  /** Remembers this device for the second factor; 30 days. */
  twoFactorToken: string | null
  /** Of machine accounts: EncString of the organization key under the key derived from the access token. */
  encryptedPayload: string | null
}

/** Why the server gave no token. All of these are 400. */
export type TokenRefusal =
  /** A second request must bring a code of one of these providers (by number, as text); `email` is masked. */
  | { kind: 'two-factor'; providers: Record<string, { email: string | null }>; emailSession: string | null }
  /** A code was mailed, since this device is new to the account. */
  | { kind: 'new-device' }
  | { kind: 'wrong-device-code' }
  | { kind: 'wrong-two-factor-code' }
  | { kind: 'wrong-password' }
  | { kind: 'sso-required' }
  | { kind: 'client-too-old' }
  /** Key or token unknown, replaced, expired or switched off. */
  | { kind: 'invalid-client' }
  /** The refresh token is dead: the session is over. */
  | { kind: 'session-ended' }
  /** The error's message says what. */
  | { kind: 'other' }

/**
 * Reads a 200 of the token endpoint (any grant, PascalCase or camelCase). Throws `ContractError` with the path of
 * a field that is missing or of the wrong type. Source: identity-and-crypto.md §2.4, §2.8, §2.10, §4.3.
 */
export function readTokenAnswer(body: unknown): TokenSuccess {
  const fields = new FieldReader('tokenCreate', body)
  const accessToken = fields.text('access_token')
  if (accessToken === null) throw fields.missing('access_token')
  const expiresIn = fields.whole('expires_in')
  if (expiresIn === null) throw fields.missing('expires_in')
  const keyPair = fields.object('AccountKeys')?.object('publicKeyEncryptionKeyPair')
  return {
    kind: 'success',
    accessToken,
    expiresIn,
    refreshToken: fields.text('refresh_token'),
    privateKey: keyPair?.text('wrappedPrivateKey') ?? fields.text('PrivateKey'),
    unlock: readUnlock(fields, accessToken),
    forcePasswordReset: fields.flag('ForcePasswordReset') ?? false,
    twoFactorToken: fields.text('TwoFactorToken'),
    encryptedPayload: fields.text('encrypted_payload'),
  }
}

function readUnlock(fields: FieldReader, accessToken: string): TokenUnlock | null {
  const options = fields.object('UserDecryptionOptions')
  if (options?.flag('HasMasterPassword') === false) return null
  const unlock = options?.object('MasterPasswordUnlock')
  const wrappedUserKey = unlock?.text('MasterKeyEncryptedUserKey') ?? fields.text('Key')
  if (wrappedUserKey === null) return null
  const settings = unlock?.object('Kdf')
  const kdf = settings
    ? toKdf({
        kdfType: settings.whole('KdfType'),
        iterations: settings.whole('Iterations'),
        memory: settings.whole('Memory'),
        parallelism: settings.whole('Parallelism'),
      })
    : toKdf({
        kdfType: fields.whole('Kdf'),
        iterations: fields.whole('KdfIterations'),
        memory: fields.whole('KdfMemory'),
        parallelism: fields.whole('KdfParallelism'),
      })
  if (!kdf) throw settings ? settings.missing('KdfType') : fields.missing('Kdf')
  // Servers that send the old flat fields only do not name the salt: it is the e-mail, which the JWT says.
  const salt = unlock?.text('Salt') ?? emailClaim(accessToken)
  if (salt === null) throw fields.missing('Salt')
  return { wrappedUserKey, salt, kdf }
}

function emailClaim(jwt: string): string | null {
  return claimsOf(jwt)?.text('email') ?? null
}

/** Whom the access token of a machine account's session names; null for any other. Source: identity-and-crypto.md §4.3. */
export function readMachineClaims(jwt: string): { machineId: string; organizationId: string } | null {
  const claims = claimsOf(jwt)
  const machineId = claims?.text('sub') ?? null
  const organizationId = claims?.text('organization') ?? null
  return machineId !== null && organizationId !== null ? { machineId, organizationId } : null
}

function claimsOf(jwt: string): FieldReader | null {
  try {
    const payload = fromBase64Lenient(jwt.split('.')[1] ?? '')
    if (!payload) return null
    return new FieldReader('tokenCreate', JSON.parse(utf8Decode(payload)) as unknown)
  } catch {
    return null
  }
}

const lower = (text: string | null | undefined): string => text?.toLowerCase() ?? ''

/**
 * Why a sign-in or renewal was refused; null if the token endpoint did not say (network, proxy, 429). Wrong
 * password and wrong code differ in `ErrorModel.Message` alone, and official clients switch on the device texts:
 * here, and only here, texts are interpreted. Source: identity-and-crypto.md §2.5 to §2.7.
 */
export function readTokenRefusal(error: ApiError): TokenRefusal | null {
  const body = error.tokenBody
  if (error.status !== 400 || typeof body !== 'object' || body === null) return null
  const fields = new FieldReader('tokenCreate', body)
  const providers = readProviders(fields)
  if (providers)
    return { kind: 'two-factor', providers, emailSession: fields.text('SsoEmail2faSessionToken') }
  const code = lower(fields.text('error'))
  const description = lower(fields.text('error_description'))
  const message = lower(fields.object('ErrorModel')?.text('Message'))
  return { kind: refusalKind(code, description, message) }
}

type PlainKind = Exclude<TokenRefusal['kind'], 'two-factor'>

function refusalKind(code: string, description: string, message: string): PlainKind {
  if (code === 'device_error') return deviceKinds[message] ?? 'other'
  if (code === 'invalid_client') return 'invalid-client'
  if (code === 'invalid_client_version' || code === 'version_header_missing') return 'client-too-old'
  if (code !== 'invalid_grant') return 'other'
  if (message.startsWith('two-step token is invalid')) return 'wrong-two-factor-code'
  if (description === 'invalid_username_or_password') return 'wrong-password'
  if (description.includes('sso authentication is required')) return 'sso-required'
  return description === '' && message === '' ? 'session-ended' : 'other'
}

const deviceKinds: Record<string, PlainKind> = {
  'new device verification required': 'new-device',
  'invalid new device otp': 'wrong-device-code',
}

/** Null unless the body asks for a second factor. `TwoFactorProviders2` has parameters, the older list only numbers. */
function readProviders(fields: FieldReader): Record<string, { email: string | null }> | null {
  const parameters = fields.object('TwoFactorProviders2')
  if (parameters) {
    return Object.fromEntries(
      parameters.names().map((id) => [id, { email: parameters.object(id)?.text('Email') ?? null }]),
    )
  }
  const list = fields.raw('TwoFactorProviders')
  return Array.isArray(list) ? Object.fromEntries(list.map((id) => [String(id), { email: null }])) : null
}
