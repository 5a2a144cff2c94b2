import type { Answer, Context } from '#/mocks/handler'
import { mailCode, randomText, useCode } from '#/mocks/identity/mail'
import {
  challengeBody,
  isRemembered,
  isSecondFactor,
  providerOf,
  providersOf,
  REMEMBER,
  rememberToken,
} from '#/mocks/identity/second-factor'
import type { UserRow } from '#/mocks/store/tables'
import { accountBody, describedError, passwordPolicyBody, policiesOf } from '#/mocks/identity/token-answer'
import { FAILED_LOG_IN, FAILED_SECOND_FACTOR, LOGGED_IN, writeUserEvent } from '#/mocks/identity/user-events'
import { isPassword, waitAfterFailure } from '#/mocks/identity/verification'
import { scopesOf, tokenAnswer, TokenError } from './form'
import type { Form } from './form'
import {
  demandClientVersion,
  deviceError,
  deviceOf,
  isKnownDevice,
  noDevice,
  personTokens,
  refreshExpiry,
  rememberDevice,
} from './sign-in'
import type { SignInDevice } from './sign-in'

const BAD_CREDENTIALS = 'invalid_username_or_password'
const REQUIRE_SSO = 4
const DAY_MS = 86_400_000

async function demandCredentials(context: Context, form: Form): Promise<UserRow> {
  const email = (form.username ?? '').trim().toLowerCase()
  const user = context.db.users.where('email', email)[0]
  // "Log in with device" has no other device here that could approve it, so its access code is never right.
  if (user && !form.authrequest && isPassword(user, form.password ?? '')) return user
  if (user) writeUserEvent(context, user, FAILED_LOG_IN)
  await waitAfterFailure(context)
  const message = 'Username or password is incorrect. Try again.'
  throw new TokenError(describedError('invalid_grant', BAD_CREDENTIALS, message))
}

/** Owners and admins are exempt from the policy. */
function demandNoSso(context: Context, user: UserRow): void {
  const { db } = context
  const members = db.members.where('userId', user.id)
  const binding = policiesOf(context, user, REQUIRE_SSO).find((policy) =>
    members.some((member) => member.organizationId === policy.organizationId && member.type > 1),
  )
  if (!binding) return
  const identifier = db.organizations.get(binding.organizationId)?.identifier
  const more = identifier ? { SsoOrganizationIdentifier: identifier } : {}
  const text = 'Sso authentication is required.'
  throw new TokenError(describedError('invalid_grant', text, text, more))
}

async function challenge(context: Context, user: UserRow): Promise<TokenError> {
  return new TokenError({
    error: 'invalid_grant',
    error_description: 'Two factor required.',
    ...(await challengeBody(context, user)),
    MasterPasswordPolicy: passwordPolicyBody(context, user),
  })
}

/** True when a second factor was asked for and given. */
async function demandSecondFactor(
  context: Context,
  user: UserRow,
  form: Form,
  deviceId: string,
): Promise<boolean> {
  if (providersOf(user).length === 0) return false
  const provider = providerOf(form.twofactorprovider)
  const code = form.twofactortoken
  if (provider === undefined || !code) throw await challenge(context, user)
  if (provider === REMEMBER) {
    if (await isRemembered(context, user, deviceId, code)) return true
    throw await challenge(context, user)
  }
  if (await isSecondFactor(context, user, provider, code)) return true
  writeUserEvent(context, user, FAILED_SECOND_FACTOR)
  await waitAfterFailure(context)
  throw new TokenError(
    describedError('invalid_grant', BAD_CREDENTIALS, 'Two-step token is invalid. Try again.'),
  )
}

/** Mails a code where the device is new; only for accounts that are a day old and have a device already. */
async function demandKnownDevice(
  context: Context,
  user: UserRow,
  form: Form,
  device: SignInDevice,
): Promise<void> {
  const { db, switches } = context
  if (!switches.newDeviceVerification || !user.verifyDevices || isKnownDevice(context, user, device)) return
  const isYoung = db.nowMs() - Date.parse(user.creationDate) < DAY_MS
  if (isYoung || db.devices.where('userId', user.id).length === 0) return
  if (!form.newdeviceotp) {
    mailCode(context, user, 'otp')
    throw await deviceError(context, 'New device verification required', 'new device verification required')
  }
  if (useCode(context, user, 'otp', form.newdeviceotp)) return
  throw await deviceError(context, 'Invalid New Device OTP', 'invalid new device otp')
}

/** Accounts that never got a user key can only be mended by the web client. */
function demandUserKey(user: UserRow, clientId: string): void {
  if (user.key !== null || user.masterPasswordHash === null || clientId === 'web') return
  const text =
    'Legacy encryption without a userkey is no longer supported. To recover your account, please contact support'
  throw new TokenError(describedError('invalid_grant', text))
}

/** Opaque, sliding, reused by every refresh. */
function issueRefreshToken(context: Context, user: UserRow, clientId: string, device: SignInDevice): string {
  const id = `${randomText(context, 64)}-1`
  context.db.refreshTokens.put({
    id,
    userId: user.id,
    clientId,
    deviceIdentifier: device.identifier,
    deviceType: device.type,
    securityStamp: user.securityStamp,
    expiresAt: refreshExpiry(context, clientId),
  })
  return id
}

/** Signing in with the master password: each check in the server's order, each ends the matter. */
export async function passwordGrant(context: Context, form: Form, clientId: string): Promise<Answer> {
  const scopes = scopesOf(form, 'app')
  const user = await demandCredentials(context, form)
  await demandClientVersion(context, user)
  demandNoSso(context, user)
  const usedSecondFactor = await demandSecondFactor(context, user, form, form.deviceidentifier ?? '')
  const device = deviceOf(form)
  if (!device) throw await noDevice(context)
  if (!usedSecondFactor) await demandKnownDevice(context, user, form, device)
  demandUserKey(user, clientId)
  rememberDevice(context, user, device)
  writeUserEvent(context, user, LOGGED_IN, device.type)
  const isRemembering =
    usedSecondFactor && form.twofactorremember === '1' && providerOf(form.twofactorprovider) !== REMEMBER
  return tokenAnswer({
    ...(await personTokens(context, user, clientId, scopes, device)),
    ...(scopes.includes('offline_access')
      ? { refresh_token: issueRefreshToken(context, user, clientId, device) }
      : {}),
    ...accountBody(context, user),
    ...(isRemembering ? { TwoFactorToken: await rememberToken(context, user, device.identifier) } : {}),
  })
}
