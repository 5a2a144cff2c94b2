import { z } from '#/lib/zod'
import { date, encString, id, leniently, listOf, sent, tag } from './common'
import { endpoint } from './endpoint'
import { kdfSettings } from './identity'
import { accountKeys, profile, profileOrganization } from './profile'

const keys = z.object({
  key: z.nullable(encString),
  publicKey: z.nullable(z.string()),
  privateKey: z.nullable(encString),
  accountKeys: sent(z.nullable(accountKeys)),
  object: tag('keys'),
})

const policy = z.object({
  id,
  organizationId: id,
  type: z.int(),
  data: z.nullable(z.record(z.string(), z.unknown())),
  enabled: z.boolean(),
  revisionDate: sent(date),
  object: tag('policy'),
})

const collection = z.object({
  readOnly: z.boolean(),
  hidePasswords: z.boolean(),
  manage: z.boolean(),
  id,
  organizationId: id,
  name: encString,
  externalId: z.nullable(z.string()),
  type: z.int(),
  defaultUserCollectionEmail: z.nullable(z.string()),
  object: tag('collectionDetails'),
})

/** Vault items are other products' business; they pass through unread. */
const vaultItems = z.array(z.looseObject({}))

const sync = z.object({
  profile,
  folders: vaultItems,
  collections: z.array(leniently(z.looseObject({ id, organizationId: id, name: encString }), collection)),
  ciphers: vaultItems,
  /** Null when left out by `excludeDomains`. */
  domains: sent(z.nullable(z.looseObject({}))),
  policies: z.array(policy),
  policiesNew: sent(z.array(policy)),
  sends: vaultItems,
  userDecryption: sent(
    z.object({
      masterPasswordUnlock: z.nullable(
        z.object({
          kdf: kdfSettings,
          masterKeyEncryptedUserKey: encString,
          salt: z.string(),
          containedKeyId: sent(z.nullable(z.string())),
        }),
      ),
      webAuthnPrfOptions: z.optional(z.array(z.looseObject({}))),
      v2UpgradeToken: z.optional(z.object({ wrappedUserKey1: encString, wrappedUserKey2: encString })),
      /** 32 hex digits, set once by `userKeyIdSet`. */
      userKeyId: z.optional(z.string()),
    }),
  ),
  object: tag('sync'),
})

/** Proof that the person is there: `serverHash` of the master password (base64), or a mailed code. */
export const verification = z.object({
  masterPasswordHash: z.optional(z.string()),
  otp: z.optional(z.string()),
  authRequestAccessCode: z.optional(z.string()),
})

/** 30 letters and digits. */
export const apiKey = z.object({ apiKey: z.string(), revisionDate: date, object: tag('apiKey') })

const passwordPolicy = z.object({
  minComplexity: z.nullable(z.int()),
  minLength: z.nullable(z.int()),
  requireLower: z.nullable(z.boolean()),
  requireUpper: z.nullable(z.boolean()),
  requireNumbers: z.nullable(z.boolean()),
  requireSpecial: z.nullable(z.boolean()),
  enforceOnLogin: z.nullable(z.boolean()),
  object: tag('masterPasswordPolicy'),
})

/** The server does not read memberships again for this answer. */
const updatedProfile = z.extend(profile, {
  organizations: z.null(),
  organizationsNew: z.null(),
  providers: z.null(),
  providerOrganizations: z.null(),
})

export const accountEndpoints = {
  accountsProfile: endpoint({ method: 'GET', path: '/api/accounts/profile', response: profile }),
  accountsProfileUpdate: endpoint({
    method: 'PUT',
    path: '/api/accounts/profile',
    body: z.object({
      name: z.optional(z.nullable(z.string())),
      masterPasswordHint: z.optional(z.nullable(z.string())),
    }),
    response: updatedProfile,
  }),
  accountsOrganizations: endpoint({
    method: 'GET',
    path: '/api/accounts/organizations',
    response: listOf(profileOrganization),
  }),
  accountsKeys: endpoint({ method: 'GET', path: '/api/accounts/keys', response: keys }),
  /** Milliseconds since 1970, as a bare number. */
  accountsRevisionDate: endpoint({ method: 'GET', path: '/api/accounts/revision-date', response: z.int() }),
  accountsSync: endpoint({
    method: 'GET',
    path: '/api/sync',
    query: z.object({ excludeDomains: z.optional(z.boolean()) }),
    response: sync,
  }),
  /** 32 hex digits; a second call is refused with 400. */
  userKeyIdSet: endpoint({
    method: 'POST',
    path: '/api/accounts/key-management/user-key-id',
    body: z.object({ userKeyId: z.string() }),
    response: null,
  }),
  verifyPassword: endpoint({
    method: 'POST',
    path: '/api/accounts/verify-password',
    body: z.object({ masterPasswordHash: z.string() }),
    response: passwordPolicy,
  }),
  requestOtp: endpoint({ method: 'POST', path: '/api/accounts/request-otp', response: null }),
  /** Uses the code up: never call it before an endpoint that takes the same code. */
  verifyOtp: endpoint({
    method: 'POST',
    path: '/api/accounts/verify-otp',
    body: z.object({ otp: z.string() }),
    response: null,
  }),
  /** Ends every session of the person: refresh tokens die at once, access tokens within the hour. */
  securityStamp: endpoint({
    method: 'POST',
    path: '/api/accounts/security-stamp',
    body: verification,
    response: null,
  }),
  accountApiKeyView: endpoint({
    method: 'POST',
    path: '/api/accounts/api-key',
    body: verification,
    response: apiKey,
  }),
  accountApiKeyRotate: endpoint({
    method: 'POST',
    path: '/api/accounts/rotate-api-key',
    body: verification,
    response: apiKey,
  }),
  /** `publicKey`: base64 of the SPKI form. */
  userPublicKey: endpoint({
    method: 'GET',
    path: '/api/users/{id}/public-key',
    response: z.object({ userId: id, publicKey: z.string(), object: tag('userKey') }),
  }),
  userKeys: endpoint({
    method: 'GET',
    path: '/api/users/{id}/keys',
    response: z.object({
      publicKey: z.string(),
      verifyingKey: z.nullable(z.string()),
      signedPublicKey: z.nullable(z.string()),
      object: tag('publicKeys'),
    }),
  }),
}

export type AccountKeysAnswer = z.output<typeof keys>
export type SyncAnswer = z.output<typeof sync>
export type Verification = z.input<typeof verification>
export type ApiKey = z.output<typeof apiKey>
