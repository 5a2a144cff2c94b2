import { sha256 } from '#/crypto/hash'
import { toBase64, utf8Encode } from '#/lib/bytes'
import { machineClaims, organizationClaims } from '#/mocks/identity/claims'
import type { Answer, Claims, Context } from '#/mocks/handler'
import { signToken } from '#/mocks/identity/jwt'
import { stampOf } from '#/mocks/store/stamp'
import { accountBody } from '#/mocks/identity/token-answer'
import type { TokenBody } from '#/mocks/identity/token-answer'
import { LOGGED_IN, writeUserEvent } from '#/mocks/identity/user-events'
import { refusal, scopesOf, tokenAnswer } from './form'
import type { Form } from './form'
import { demandClientVersion, deviceOf, noDevice, personTokens, rememberDevice } from './sign-in'

async function answer(context: Context, claims: Claims, more: TokenBody = {}): Promise<Answer> {
  return tokenAnswer({
    access_token: await signToken(claims),
    expires_in: context.switches.tokenLifetime,
    token_type: 'Bearer',
    scope: claims.scope.join(' '),
    ...more,
  })
}

/** A person's own key: proves who it is; the answer still needs the master password to be opened. */
async function personalKey(context: Context, form: Form, userId: string): Promise<Answer> {
  const user = context.db.users.get(userId)
  if (!user || user.apiKey !== form.client_secret) throw refusal('invalid_client')
  const scopes = scopesOf(form, 'user')
  await demandClientVersion(context, user)
  const device = deviceOf(form)
  if (!device) throw await noDevice(context)
  rememberDevice(context, user, device)
  writeUserEvent(context, user, LOGGED_IN, device.type)
  return tokenAnswer({
    ...(await personTokens(context, user, `user.${user.id}`, scopes, device)),
    ...accountBody(context, user),
    ...(user.usesKeyConnector ? { ApiUseKeyConnector: true } : {}),
  })
}

function organizationKey(context: Context, form: Form, organizationId: string): Promise<Answer> {
  const organization = context.db.organizations.get(organizationId)
  const isKey = organization?.apiKeys.some((key) => key.type === 0 && key.apiKey === form.client_secret)
  if (!organization?.enabled || !organization.flags.useApi || !isKey) throw refusal('invalid_client')
  scopesOf(form, 'organization')
  return answer(context, organizationClaims(context, organization))
}

/** A machine account's token: only the hash of its secret is kept. */
async function machineToken(context: Context, form: Form, tokenId: string): Promise<Answer> {
  const { db } = context
  const token = db.accessTokens.get(tokenId)
  const account = db.serviceAccounts.get(token?.serviceAccountId)
  const organization = db.organizations.get(account?.organizationId)
  const hash = toBase64(await sha256(utf8Encode(form.client_secret ?? '')))
  const isOpen =
    context.switches.secretsManager && organization?.enabled && organization.flags.useSecretsManager
  const isLive = token && token.clientSecretHash === hash && (token.expireAt ?? '9') > stampOf(db.nowMs())
  if (!account || !isOpen || !isLive) throw refusal('invalid_client')
  scopesOf(form, 'machine')
  return answer(context, machineClaims(context, token, account), {
    encrypted_payload: token.encryptedPayload,
  })
}

/** The kind of key is told by the client id: `user.<id>`, `organization.<id>`, or the bare id of an access token. */
export async function clientCredentialsGrant(
  context: Context,
  form: Form,
  clientId: string,
): Promise<Answer> {
  const [prefix = '', id] = clientId.toLowerCase().split('.')
  if (prefix === 'user') return personalKey(context, form, id ?? '')
  if (prefix === 'organization') return organizationKey(context, form, id ?? '')
  return machineToken(context, form, prefix === 'apikey' ? (id ?? '') : prefix)
}
