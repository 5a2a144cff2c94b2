import { clientCredentialsGrant } from '#/mocks/identity/grants/client-credentials'
import { readForm, refusal, refusalAnswer, TokenError } from '#/mocks/identity/grants/form'
import type { Form } from '#/mocks/identity/grants/form'
import { passwordGrant } from '#/mocks/identity/grants/password'
import { refreshGrant } from '#/mocks/identity/grants/refresh'
import { badRequest } from '#/mocks/handler'
import type { Answer, Context, Handlers } from '#/mocks/handler'
import { mailCode } from '#/mocks/identity/mail'
import { isEmailSession } from '#/mocks/identity/second-factor'
import { isPassword, waitAfterFailure } from '#/mocks/identity/verification'

const appClients = new Set(['web', 'browser', 'desktop', 'mobile', 'cli', 'connector'])
const keyClient = /^(?:(?:user|organization|apikey)\.)?[0-9a-f-]{36}$/i

/** Unknown addresses get the answer of a fresh account, so that nobody learns who has one. */
function prelogin({ db, body }: Context): Answer {
  const { email } = body as { email: string }
  const user = db.users.where('email', email.trim().toLowerCase())[0]
  const kdf = user?.kdf ?? 0
  const iterations = user?.kdfIterations ?? 600_000
  const memory = user?.kdfMemory ?? null
  const parallelism = user?.kdfParallelism ?? null
  return {
    body: {
      kdf,
      kdfIterations: iterations,
      kdfMemory: memory,
      kdfParallelism: parallelism,
      kdfSettings: { kdfType: kdf, iterations, memory, parallelism },
      salt: user ? user.masterPasswordSalt : email.trim().toLowerCase(),
    },
  }
}

/** The client is looked at first, then the grant, as the OAuth engine does. */
function grant(context: Context, form: Form): Promise<Answer> {
  const clientId = form.client_id ?? ''
  const isApp = appClients.has(clientId)
  if (!isApp && !keyClient.test(clientId)) throw refusal('invalid_client')
  const type = form.grant_type
  const isKeyGrant = type === 'client_credentials'
  const isKnown = isKeyGrant || type === 'password' || type === 'refresh_token'
  if (!isKnown) throw refusal('unsupported_grant_type')
  if (isKeyGrant === isApp) throw refusal(isApp ? 'unauthorized_client' : 'invalid_client')
  if (isKeyGrant) return clientCredentialsGrant(context, form, clientId)
  return type === 'password' ? passwordGrant(context, form, clientId) : refreshGrant(context, form, clientId)
}

async function createToken(context: Context): Promise<Answer> {
  try {
    return await grant(context, await readForm(context.request))
  } catch (error) {
    if (error instanceof TokenError) return refusalAnswer(error)
    throw error
  }
}

interface EmailRequest {
  email: string
  masterPasswordHash: string | null
  ssoEmail2FaSessionToken?: string | null
}

/** The person asks with the password hash, or with the session token of the challenge. */
async function sendTwoFactorEmail(context: Context): Promise<Answer> {
  const { email, masterPasswordHash, ssoEmail2FaSessionToken } = context.body as EmailRequest
  const user = context.db.users.where('email', email.trim().toLowerCase())[0]
  const isAllowed =
    user?.emailTwoFactor &&
    (isPassword(user, masterPasswordHash ?? '') ||
      (await isEmailSession(context, user, ssoEmail2FaSessionToken ?? '')))
  if (!user || !isAllowed) {
    await waitAfterFailure(context)
    throw badRequest('Cannot send two-factor email.')
  }
  mailCode(context, user, 'twoFactor')
  return {}
}

async function resendNewDeviceOtp(context: Context): Promise<Answer> {
  const { email, masterPasswordHash } = context.body as EmailRequest
  const user = context.db.users.where('email', email.trim().toLowerCase())[0]
  if (user && isPassword(user, masterPasswordHash ?? '')) mailCode(context, user, 'otp')
  return Promise.resolve({})
}

export const identityHandlers: Pick<
  Handlers,
  'preloginPassword' | 'preloginLegacy' | 'tokenCreate' | 'twoFactorSendEmailLogin' | 'resendNewDeviceOtp'
> = {
  preloginPassword: prelogin,
  preloginLegacy: prelogin,
  tokenCreate: createToken,
  twoFactorSendEmailLogin: sendTwoFactorEmail,
  resendNewDeviceOtp,
}
