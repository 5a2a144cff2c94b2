import { badRequest, invalid, notFound } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { mailCode, randomText, useCode } from '#/mocks/identity/mail'
import { accountKeysAnswer, membershipsOf, profileAnswer } from '#/mocks/identity/profile'
import { toWireDate } from '#/mocks/store/stamp'
import { syncAnswer } from '#/mocks/identity/sync'
import type { UserRow } from '#/mocks/store/tables'
import { passwordPolicyOf } from '#/mocks/identity/token-answer'
import { callingUser, demandProof, isPassword, waitAfterFailure } from '#/mocks/identity/verification'
import { listAnswer } from '#/mocks/secrets-manager/wire'

function keyedUser({ db, params }: Context): UserRow & { publicKey: string } {
  const user = db.users.get(params.id)
  if (!user || user.publicKey === null) throw notFound()
  return { ...user, publicKey: user.publicKey }
}

function updateProfile(context: Context) {
  const user = callingUser(context)
  const { name } = context.body as { name: string | null }
  const date = context.now()
  const changed = { ...user, name, revisionDate: date, accountRevisionDate: date }
  context.db.users.put(changed)
  const none = { organizations: null, organizationsNew: null, providers: null, providerOrganizations: null }
  return { body: { ...profileAnswer(context, changed), ...none } }
}

async function verifyPassword(context: Context) {
  const user = callingUser(context)
  const { masterPasswordHash } = context.body as { masterPasswordHash: string | null }
  if (!isPassword(user, masterPasswordHash ?? '')) {
    await waitAfterFailure(context)
    throw invalid({ MasterPasswordHash: ['Invalid password.'] })
  }
  const policy = passwordPolicyOf(context, user)
  return {
    body: {
      minComplexity: policy.minComplexity ?? null,
      minLength: policy.minLength ?? null,
      requireLower: policy.requireLower ?? null,
      requireUpper: policy.requireUpper ?? null,
      requireNumbers: policy.requireNumbers ?? null,
      requireSpecial: policy.requireSpecial ?? null,
      enforceOnLogin: policy.enforceOnLogin ?? null,
      object: 'masterPasswordPolicy',
    },
  }
}

async function verifyOtp(context: Context) {
  const { otp } = context.body as { otp: string }
  if (useCode(context, callingUser(context), 'otp', otp)) return {}
  await waitAfterFailure(context)
  throw invalid({ Token: ['Invalid token'] })
}

function setUserKeyId(context: Context) {
  const user = callingUser(context)
  const { userKeyId } = context.body as { userKeyId: string }
  if (user.userKeyId !== null) throw badRequest('User key id is already set.')
  context.db.users.put({ ...user, userKeyId })
  return {}
}

/** Ends all sessions: refresh tokens and remembered devices hold the old stamp. */
async function changeSecurityStamp(context: Context) {
  const user = callingUser(context)
  await demandProof(context, user, '')
  const date = context.now()
  context.db.users.put({
    ...user,
    securityStamp: context.db.newId(),
    revisionDate: date,
    accountRevisionDate: date,
  })
  return {}
}

async function apiKey(context: Context, isRotation: boolean) {
  const user = callingUser(context)
  await demandProof(context, user, '')
  const shown = isRotation ? { ...user, apiKey: randomText(context, 30), revisionDate: context.now() } : user
  if (isRotation) context.db.users.put(shown)
  return { body: { apiKey: shown.apiKey, revisionDate: toWireDate(shown.revisionDate), object: 'apiKey' } }
}

export const accountHandlers: Pick<
  Handlers,
  | 'accountsProfile'
  | 'accountsProfileUpdate'
  | 'accountsOrganizations'
  | 'accountsKeys'
  | 'accountsRevisionDate'
  | 'accountsSync'
  | 'userKeyIdSet'
  | 'verifyPassword'
  | 'requestOtp'
  | 'verifyOtp'
  | 'securityStamp'
  | 'accountApiKeyView'
  | 'accountApiKeyRotate'
  | 'userPublicKey'
  | 'userKeys'
> = {
  accountsProfile: (context) => ({ body: profileAnswer(context, callingUser(context)) }),
  accountsProfileUpdate: updateProfile,
  accountsOrganizations: (context) => ({
    body: listAnswer(membershipsOf(context.db, callingUser(context), [2])),
  }),
  accountsKeys: (context) => {
    const user = callingUser(context)
    const { key, publicKey, privateKey } = user
    return { body: { key, publicKey, privateKey, accountKeys: accountKeysAnswer(user), object: 'keys' } }
  },
  accountsRevisionDate: (context) => ({ body: Date.parse(callingUser(context).accountRevisionDate) }),
  accountsSync: (context) => {
    const user = context.db.users.get(context.caller?.userId)
    if (!user) throw badRequest('User not found.')
    return { body: syncAnswer(context, user) }
  },
  userKeyIdSet: setUserKeyId,
  verifyPassword,
  requestOtp: (context) => {
    mailCode(context, callingUser(context), 'otp')
    return {}
  },
  verifyOtp,
  securityStamp: changeSecurityStamp,
  accountApiKeyView: (context) => apiKey(context, false),
  accountApiKeyRotate: (context) => apiKey(context, true),
  userPublicKey: (context) => {
    const { id, publicKey } = keyedUser(context)
    return { body: { userId: id, publicKey, object: 'userKey' } }
  },
  userKeys: (context) => {
    const { publicKey, accountKeysV2: v2 } = keyedUser(context)
    const verifyingKey = v2?.verifyingKey ?? null
    const signedPublicKey = v2?.signedPublicKey ?? null
    return { body: { publicKey, verifyingKey, signedPublicKey, object: 'publicKeys' } }
  },
}
