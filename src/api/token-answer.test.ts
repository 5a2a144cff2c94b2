import { describe, expect, it } from 'vitest'
import { toBase64, utf8Encode } from '#/lib/bytes'
import { ContractError, readError } from './error'
import { readTokenAnswer, readTokenRefusal } from './token-answer'

const jwt = (claims: object) => `e30.${toBase64(utf8Encode(JSON.stringify(claims)))}.c2ln`

const grant = {
  access_token: jwt({ email: 'Owner@Example.com' }),
  expires_in: 3600,
  token_type: 'Bearer',
  refresh_token: 'refresh',
  scope: 'api offline_access',
}

const passwordGrant = {
  ...grant,
  PrivateKey: '2.old',
  AccountKeys: {
    publicKeyEncryptionKeyPair: {
      wrappedPrivateKey: '2.pair',
      publicKey: 'MIIB',
      Object: 'publicKeyEncryptionKeyPair',
    },
    Object: 'privateKeys',
  },
  Key: '2.key',
  MasterPasswordPolicy: { Object: 'masterPasswordPolicy' },
  ForcePasswordReset: false,
  Kdf: 0,
  KdfIterations: 600000,
  KdfMemory: null,
  KdfParallelism: null,
  UserDecryptionOptions: {
    HasMasterPassword: true,
    MasterPasswordUnlock: {
      Kdf: { KdfType: 0, Iterations: 600000 },
      MasterKeyEncryptedUserKey: '2.unlock',
      Salt: 'owner@example.com',
    },
    Object: 'userDecryptionOptions',
  },
  TwoFactorToken: 'remember',
}

/** The casing of third-party servers; OAuth names are lower case in both. */
function camel(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      camel(content),
    ]),
  )
}

const refusal = async (body: unknown, status = 400) =>
  readTokenRefusal(await readError(new Response(JSON.stringify(body), { status }), 'tokenCreate'))

const oauth = (error: string, error_description: string, Message: string) => ({
  error,
  error_description,
  ErrorModel: { Message, Object: 'error' },
})

describe('readTokenAnswer', () => {
  const read = {
    kind: 'success',
    accessToken: grant.access_token,
    expiresIn: 3600,
    refreshToken: 'refresh',
    privateKey: '2.pair',
    unlock: {
      wrappedUserKey: '2.unlock',
      salt: 'owner@example.com',
      kdf: { type: 'pbkdf2', iterations: 600000 },
    },
    forcePasswordReset: false,
    twoFactorToken: 'remember',
    encryptedPayload: null,
  }

  it('reads a password grant in either casing', () => {
    expect(readTokenAnswer(passwordGrant)).toEqual(read)
    expect(readTokenAnswer(camel(passwordGrant))).toEqual(read)
  })

  it('reads Argon2id', () => {
    const Kdf = { KdfType: 1, Iterations: 6, Memory: 32, Parallelism: 4 }
    const unlock = { ...passwordGrant.UserDecryptionOptions.MasterPasswordUnlock, Kdf }
    const answer = readTokenAnswer({ ...grant, UserDecryptionOptions: { MasterPasswordUnlock: unlock } })
    expect(answer.unlock?.kdf).toEqual({ type: 'argon2id', iterations: 6, memory: 32, parallelism: 4 })
  })

  it('takes the flat fields of older servers, with the token’s e-mail for salt', () => {
    const { UserDecryptionOptions: _, AccountKeys: __, ...old } = passwordGrant
    expect(readTokenAnswer(old)).toMatchObject({
      privateKey: '2.old',
      unlock: {
        wrappedUserKey: '2.key',
        salt: 'Owner@Example.com',
        kdf: { type: 'pbkdf2', iterations: 600000 },
      },
    })
  })

  it('has nothing to unlock with for an account without a master password', () => {
    const answer = readTokenAnswer({ ...passwordGrant, UserDecryptionOptions: { HasMasterPassword: false } })
    expect(answer.unlock).toBeNull()
  })

  it('reads renewals and machine accounts', () => {
    expect(readTokenAnswer(grant)).toMatchObject({ privateKey: null, unlock: null, twoFactorToken: null })
    const machine = {
      access_token: 'x',
      expires_in: 3600,
      scope: 'api.secrets',
      encrypted_payload: '2.payload',
    }
    expect(readTokenAnswer(machine)).toMatchObject({ refreshToken: null, encryptedPayload: '2.payload' })
  })

  it.each([
    [{ ...grant, access_token: undefined }, 'access_token'],
    [{ ...grant, expires_in: '3600' }, 'expires_in'],
    [{ ...passwordGrant, Kdf: 7, UserDecryptionOptions: null }, 'Kdf'],
    [
      {
        ...passwordGrant,
        UserDecryptionOptions: { MasterPasswordUnlock: { Kdf: { KdfType: 1, Iterations: 3 } } },
      },
      'UserDecryptionOptions.MasterPasswordUnlock.Kdf.KdfType',
    ],
    [{ ...passwordGrant, TwoFactorToken: {} }, 'TwoFactorToken'],
    ['text', ''],
  ])('names the wrong field', (body, path) => {
    const attempt = () => readTokenAnswer(body)
    expect(attempt).toThrow(ContractError)
    expect(attempt).toThrow(expect.objectContaining({ path, endpoint: 'tokenCreate' }))
  })
})

describe('readTokenRefusal', () => {
  const twoFactor = {
    error: 'invalid_grant',
    error_description: 'Two factor required.',
    TwoFactorProviders: ['0', '1'],
    TwoFactorProviders2: { '0': null, '1': { Email: 'ow***@example.com' } },
    SsoEmail2faSessionToken: 'BwSsoEmail2FaSessionToken_x',
    Email: 'owner@example.com',
    MasterPasswordPolicy: { Object: 'masterPasswordPolicy' },
  }

  it('lists the providers of a second factor in either casing', async () => {
    const read = {
      kind: 'two-factor',
      providers: { '0': { email: null }, '1': { email: 'ow***@example.com' } },
      emailSession: 'BwSsoEmail2FaSessionToken_x',
    }
    expect(await refusal(twoFactor)).toEqual(read)
    expect(await refusal({ ...(camel({ ...twoFactor, TwoFactorProviders: null }) as object) })).toEqual(read)
  })

  it('falls back to the plain list of providers', async () => {
    const { TwoFactorProviders2: _, SsoEmail2faSessionToken: __, ...old } = twoFactor
    expect(await refusal({ ...old, TwoFactorProviders: [0, 7] })).toEqual({
      kind: 'two-factor',
      providers: { '0': { email: null }, '7': { email: null } },
      emailSession: null,
    })
  })

  it.each([
    [
      'wrong-password',
      oauth('invalid_grant', 'invalid_username_or_password', 'Username or password is incorrect. Try again.'),
    ],
    [
      'wrong-two-factor-code',
      oauth('invalid_grant', 'invalid_username_or_password', 'Two-step token is invalid. Try again.'),
    ],
    [
      'new-device',
      oauth('device_error', 'New device verification required', 'new device verification required'),
    ],
    ['wrong-device-code', oauth('device_error', 'Invalid New Device OTP', 'invalid new device otp')],
    ['other', oauth('device_error', 'No device information provided', 'no device information provided')],
    [
      'sso-required',
      oauth('invalid_grant', 'Sso authentication is required.', 'Sso authentication is required.'),
    ],
    [
      'sso-required',
      oauth('invalid_grant', 'Two-factor recovery has been performed. SSO authentication is required.', 'x'),
    ],
    [
      'client-too-old',
      oauth('invalid_client_version', 'x', 'Please update your app to continue using Bitwarden'),
    ],
    ['client-too-old', oauth('version_header_missing', 'No version header', 'No version header')],
    ['other', oauth('invalid_grant', 'x', 'No two-step providers enabled.')],
    ['invalid-client', { error: 'invalid_client' }],
    ['session-ended', { error: 'invalid_grant' }],
    ['other', { error: 'invalid_scope' }],
    ['other', { message: 'something else' }],
  ])('tells %s', async (kind, body) => {
    expect(await refusal(body)).toEqual({ kind })
  })

  it('says nothing of what is no word of the token endpoint', async () => {
    expect(await refusal(twoFactor, 502)).toBeNull()
    expect(
      readTokenRefusal(await readError(new Response('<html>', { status: 400 }), 'tokenCreate')),
    ).toBeNull()
    expect(readTokenRefusal(await readError(new Response('{}', { status: 400 }), 'secretGet'))).toBeNull()
  })
})
