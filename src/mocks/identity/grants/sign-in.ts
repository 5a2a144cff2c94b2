import type { DeviceInfo } from '#/mocks/identity/claims'
import { userClaims } from '#/mocks/identity/claims'
import { deviceTypeOf } from '#/mocks/identity/device-types'
import type { Context } from '#/mocks/handler'
import { signToken } from '#/mocks/identity/jwt'
import { stampOf } from '#/mocks/store/stamp'
import type { UserRow } from '#/mocks/store/tables'
import { describedError } from '#/mocks/identity/token-answer'
import type { TokenBody } from '#/mocks/identity/token-answer'
import { waitAfterFailure } from '#/mocks/identity/verification'
import { TokenError } from './form'
import type { Form } from './form'

// Steps that the password grant and the personal API key share.

export interface SignInDevice extends DeviceInfo {
  name: string
}

const noVersion =
  'No client version header found, required to prevent encryption errors. Please confirm your client is supplying the header: "Bitwarden-Client-Version"'

/** Accounts with keys of the second generation need a client that knows them. */
const v2Clients = [2025, 11, 0]

function isOlder(version: readonly number[], than: readonly number[]): boolean {
  const at = than.findIndex((part, index) => part !== (version[index] ?? 0))
  return at >= 0 && (version[at] ?? 0) < (than[at] ?? 0)
}

/** Demands a dotted `Bitwarden-Client-Version`. */
export async function demandClientVersion(context: Context, user: UserRow): Promise<void> {
  const text = context.request.headers.get('bitwarden-client-version')?.trim() ?? ''
  const isVersion = /^\d+(?:\.\d+){1,3}$/.test(text)
  if (isVersion && !(user.accountKeysV2 && isOlder(text.split('.').map(Number), v2Clients))) return
  await waitAfterFailure(context)
  throw isVersion
    ? new TokenError(
        describedError('invalid_client_version', 'Please update your app to continue using Bitwarden'),
      )
    : new TokenError(describedError('version_header_missing', noVersion))
}

/** The device of the form, or null where a field is missing or the type unknown. */
export function deviceOf(form: Form): SignInDevice | null {
  const type = deviceTypeOf(form.devicetype)
  const { deviceidentifier: identifier, devicename: name } = form
  return type !== undefined && identifier && name ? { type, identifier, name } : null
}

export async function deviceError(
  context: Context,
  description: string,
  message: string,
): Promise<TokenError> {
  await waitAfterFailure(context)
  return new TokenError(describedError('device_error', description, message))
}

export const noDevice = (context: Context) =>
  deviceError(context, 'No device information provided', 'no device information provided')

export function isKnownDevice({ db }: Context, user: UserRow, device: SignInDevice): boolean {
  return db.devices.where('userId', user.id).some((known) => known.identifier === device.identifier)
}

export function rememberDevice(context: Context, user: UserRow, device: SignInDevice): void {
  if (isKnownDevice(context, user, device)) return
  const { db } = context
  db.devices.put({ id: db.newId(), userId: user.id, ...device, creationDate: context.now() })
}

const DAY_MS = 86_400_000
const lifetimeDays: Record<string, number> = { web: 7, mobile: 60 }
const refreshDays = (clientId: string) => lifetimeDays[clientId] ?? 30

export const refreshExpiry = (context: Context, clientId: string) =>
  stampOf(context.db.nowMs() + refreshDays(clientId) * DAY_MS)

/** Access token of a person, as the answer of each of the person's grants begins. */
export async function personTokens(
  context: Context,
  user: UserRow,
  clientId: string,
  scopes: string[],
  device: DeviceInfo,
): Promise<TokenBody> {
  return {
    access_token: await signToken(userClaims(context, user, clientId, scopes, device)),
    expires_in: context.switches.tokenLifetime,
    token_type: 'Bearer',
    scope: scopes.join(' '),
  }
}
