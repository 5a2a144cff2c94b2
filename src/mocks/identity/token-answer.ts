import type { Context } from '#/mocks/handler'
import type { PolicyRow, UserRow } from '#/mocks/store/tables'

// Bodies of the token endpoint: OAuth names, PascalCase of Bitwarden, and camelCase inside AccountKeys.
// Nulls inside objects are left out; at the top they stay.

export type TokenBody = Record<string, unknown>

export const oauthError = (error: string) => ({ error })

export const describedError = (
  error: string,
  description: string,
  message = description,
  more: TokenBody = {},
) => ({
  error,
  error_description: description,
  ErrorModel: { Message: message, Object: 'error' },
  ...more,
})

const policyFields = [
  'minComplexity',
  'minLength',
  'requireLower',
  'requireUpper',
  'requireNumbers',
  'requireSpecial',
  'enforceOnLogin',
] as const

export type PasswordPolicy = Partial<Record<(typeof policyFields)[number], number | boolean>>

/** Policies of one type that are on in the enabled organizations of a confirmed member. */
export function policiesOf({ db }: Context, user: UserRow, type: number): PolicyRow[] {
  return db.members
    .where('userId', user.id)
    .filter(({ status, organizationId }) => status === 2 && db.organizations.get(organizationId)?.enabled)
    .filter(({ organizationId }) => db.organizations.get(organizationId)?.flags.usePolicies)
    .flatMap(({ organizationId }) => db.policies.where('organizationId', organizationId))
    .filter((policy) => policy.type === type && policy.enabled)
}

/** The strictest of all master password policies (type 1) that bind the person. */
export function passwordPolicyOf(context: Context, user: UserRow): PasswordPolicy {
  const strictest: PasswordPolicy = {}
  for (const { data } of policiesOf(context, user, 1)) {
    for (const field of policyFields) {
      const value = data?.[field]
      const held = strictest[field]
      if (typeof value === 'number') strictest[field] = Math.max(value, typeof held === 'number' ? held : 0)
      if (typeof value === 'boolean') strictest[field] = value || held === true
    }
  }
  return strictest
}

const pascal = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)

export function passwordPolicyBody(context: Context, user: UserRow): TokenBody {
  const fields = Object.entries(passwordPolicyOf(context, user)).filter(([, value]) => value !== false)
  return {
    ...Object.fromEntries(fields.map(([name, value]) => [pascal(name), value])),
    Object: 'masterPasswordPolicy',
  }
}

function accountKeysBody(user: UserRow): TokenBody {
  const v2 = user.accountKeysV2
  return {
    ...(v2
      ? {
          signatureKeyPair: {
            wrappedSigningKey: v2.wrappedSigningKey,
            verifyingKey: v2.verifyingKey,
            Object: 'signatureKeyPair',
          },
          securityState: { securityState: v2.securityState, securityVersion: v2.securityVersion },
        }
      : {}),
    publicKeyEncryptionKeyPair: {
      wrappedPrivateKey: user.privateKey,
      publicKey: user.publicKey,
      ...(v2 ? { signedPublicKey: v2.signedPublicKey } : {}),
      Object: 'publicKeyEncryptionKeyPair',
    },
    Object: 'privateKeys',
  }
}

function unlockBody(user: UserRow): TokenBody {
  const isArgon = user.kdf === 1
  return {
    Kdf: {
      KdfType: user.kdf,
      Iterations: user.kdfIterations,
      ...(isArgon ? { Memory: user.kdfMemory, Parallelism: user.kdfParallelism } : {}),
    },
    MasterKeyEncryptedUserKey: user.key,
    Salt: user.masterPasswordSalt ?? user.email,
  }
}

/** What a sign-in tells a person's client besides the tokens: everything needed to unlock. */
export function accountBody(context: Context, user: UserRow): TokenBody {
  const hasPassword = user.masterPasswordHash !== null
  return {
    ...(user.privateKey ? { PrivateKey: user.privateKey, AccountKeys: accountKeysBody(user) } : {}),
    ...(user.key ? { Key: user.key } : {}),
    MasterPasswordPolicy: passwordPolicyBody(context, user),
    ForcePasswordReset: user.forcePasswordReset,
    Kdf: user.kdf,
    KdfIterations: user.kdfIterations,
    KdfMemory: user.kdfMemory,
    KdfParallelism: user.kdfParallelism,
    UserDecryptionOptions: {
      HasMasterPassword: hasPassword,
      ...(hasPassword && user.key ? { MasterPasswordUnlock: unlockBody(user) } : {}),
      Object: 'userDecryptionOptions',
    },
  }
}
