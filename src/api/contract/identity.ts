import { z } from '#/lib/zod'
import { encString, leniently, sent, tag } from './common'
import { endpoint } from './endpoint'

const whole = z.nullable(z.int())

/** 0 PBKDF2-SHA256, 1 Argon2id; `memory` in MiB; the last two null for PBKDF2. */
export const kdfSettings = z.object({
  kdfType: z.int(),
  iterations: z.int(),
  memory: whole,
  parallelism: whole,
})

const preloginBody = z.object({ email: z.string() })

/** Old flat fields and `kdfSettings` say the same; `readPrelogin` takes whichever is there. */
const prelogin = z.object({
  kdf: sent(z.int()),
  kdfIterations: sent(z.int()),
  kdfMemory: sent(whole),
  kdfParallelism: sent(whole),
  kdfSettings: sent(kdfSettings),
  /** Null: use the e-mail. */
  salt: sent(z.nullable(z.string())),
})

/**
 * Form fields, all text; the server matches their names in any case. By grant: `password` (scope, client_id,
 * username, password, device fields), `refresh_token` (client_id, refresh_token), `client_credentials` (scope,
 * client_id, client_secret; device fields for a person's key). Device fields: deviceType, deviceIdentifier,
 * deviceName. Second steps add twoFactorProvider, twoFactorToken, twoFactorRemember (`1` or `0`), or newDeviceOtp.
 */
const tokenForm = z.record(z.string(), z.string())

const text = z.optional(z.string())

const passwordPolicy = z.object({
  Object: tag('masterPasswordPolicy'),
  MinComplexity: z.optional(z.int()),
  MinLength: z.optional(z.int()),
  RequireLower: z.optional(z.boolean()),
  RequireUpper: z.optional(z.boolean()),
  RequireNumbers: z.optional(z.boolean()),
  RequireSpecial: z.optional(z.boolean()),
  EnforceOnLogin: z.optional(z.boolean()),
})

/** Nulls inside these objects are left out by the server. Keys of the parts are camelCase, tags PascalCase. */
const accountKeys = z.object({
  signatureKeyPair: z.optional(
    z.object({ wrappedSigningKey: encString, verifyingKey: z.string(), Object: tag('signatureKeyPair') }),
  ),
  publicKeyEncryptionKeyPair: z.object({
    wrappedPrivateKey: encString,
    publicKey: z.string(),
    signedPublicKey: z.optional(z.string()),
    Object: tag('publicKeyEncryptionKeyPair'),
  }),
  securityState: z.optional(z.object({ securityState: z.string(), securityVersion: z.int() })),
  Object: tag('privateKeys'),
})

const userDecryptionOptions = z.object({
  HasMasterPassword: z.boolean(),
  MasterPasswordUnlock: z.optional(
    z.object({
      Kdf: z.object({
        KdfType: z.int(),
        Iterations: z.int(),
        Memory: z.optional(z.int()),
        Parallelism: z.optional(z.int()),
      }),
      MasterKeyEncryptedUserKey: encString,
      Salt: z.string(),
      ContainedKeyId: z.optional(z.string()),
    }),
  ),
  TrustedDeviceOption: z.optional(z.looseObject({})),
  KeyConnectorOption: z.optional(z.object({ KeyConnectorUrl: z.string() })),
  WebAuthnPrfOption: z.optional(z.looseObject({})),
  Object: tag('userDecryptionOptions'),
})

/** Every grant's 200 as the 2026.8 server spells it. */
const strictToken = z.object({
  access_token: z.string(),
  expires_in: z.int(),
  token_type: z.string(),
  scope: z.string(),
  refresh_token: text,
  encrypted_payload: z.optional(encString),
  PrivateKey: z.optional(encString),
  AccountKeys: z.optional(accountKeys),
  Key: z.optional(encString),
  MasterPasswordPolicy: z.optional(passwordPolicy),
  ForcePasswordReset: z.optional(z.boolean()),
  Kdf: z.optional(z.int()),
  KdfIterations: z.optional(z.int()),
  KdfMemory: z.optional(whole),
  KdfParallelism: z.optional(whole),
  UserDecryptionOptions: z.optional(userDecryptionOptions),
  TwoFactorToken: text,
  ApiUseKeyConnector: z.optional(z.boolean()),
})

/** The client hands the whole answer to `readTokenAnswer`, which takes either casing. */
const token = leniently(z.looseObject({ access_token: z.string(), expires_in: z.int() }), strictToken)

const twoFactorEmail = z.object({
  email: z.string(),
  masterPasswordHash: text,
  otp: text,
  authRequestAccessCode: text,
  authRequestId: text,
  ssoEmail2FaSessionToken: text,
})

export const identityEndpoints = {
  preloginPassword: endpoint({
    method: 'POST',
    path: '/identity/accounts/prelogin/password',
    body: preloginBody,
    response: prelogin,
    anonymous: true,
  }),
  preloginLegacy: endpoint({
    method: 'POST',
    path: '/identity/accounts/prelogin',
    body: preloginBody,
    response: prelogin,
    anonymous: true,
  }),
  tokenCreate: endpoint({
    method: 'POST',
    path: '/identity/connect/token',
    body: tokenForm,
    response: token,
    form: true,
    anonymous: true,
  }),
  /** Mails the code of the second factor; nothing is mailed by itself. */
  twoFactorSendEmailLogin: endpoint({
    method: 'POST',
    path: '/api/two-factor/send-email-login',
    body: twoFactorEmail,
    response: null,
    anonymous: true,
  }),
  /** Always 200, even for a wrong password. */
  resendNewDeviceOtp: endpoint({
    method: 'POST',
    path: '/api/accounts/resend-new-device-otp',
    body: z.object({ email: z.string(), masterPasswordHash: z.string() }),
    response: null,
    anonymous: true,
  }),
}

export type PreloginAnswer = z.output<typeof prelogin>
export type KdfSettings = z.output<typeof kdfSettings>
