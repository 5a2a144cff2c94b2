import { deviceTypeName } from './device-types'
import type { Claims, Context } from '#/mocks/handler'
import type {
  AccessTokenRow,
  Id,
  MemberRow,
  OrganizationRow,
  ServiceAccountRow,
  UserRow,
} from '#/mocks/store/tables'

export interface DeviceInfo {
  identifier: string
  type: number
}

const roleClaims: Record<MemberRow['type'], string> = {
  0: 'orgowner',
  1: 'orgadmin',
  2: 'orguser',
  4: 'orgcustom',
}

function baseClaims(context: Context, clientId: string, scope: string[]) {
  const now = Math.floor(context.db.nowMs() / 1000)
  return {
    iss: 'http://identity',
    nbf: now,
    iat: now,
    exp: now + context.switches.tokenLifetime,
    jti: context.db.newId().replaceAll('-', '').toUpperCase(),
    client_id: clientId,
    scope,
  }
}

/** One id stands bare, several in an array, none is left out. */
function valueOf(ids: Id[]): string | string[] | undefined {
  return ids.length > 1 ? ids : ids[0]
}

/** Roles, custom permissions and Secrets Manager access of all confirmed memberships. */
function membershipClaims({ db }: Context, user: UserRow): Record<string, string | string[]> {
  const found = new Map<string, Id[]>()
  const add = (claim: string, id: Id) => found.set(claim, [...(found.get(claim) ?? []), id])
  for (const member of db.members.where('userId', user.id)) {
    const organization = db.organizations.get(member.organizationId)
    if (member.status !== 2 || !organization) continue
    add(roleClaims[member.type], organization.id)
    const hasAccess =
      member.accessSecretsManager && organization.flags.useSecretsManager && organization.enabled
    if (hasAccess) add('accesssecretsmanager', organization.id)
    if (member.type !== 4) continue
    for (const [name, isOn] of Object.entries(member.permissions ?? {})) {
      if (isOn) add(name.toLowerCase(), organization.id)
    }
  }
  const claims: Record<string, string | string[]> = {}
  for (const [claim, ids] of found) {
    const value = valueOf(ids)
    if (value !== undefined) claims[claim] = value
  }
  return claims
}

/** Of a person: password, refresh and personal API key. */
export function userClaims(
  context: Context,
  user: UserRow,
  clientId: string,
  scope: string[],
  device: DeviceInfo,
): Claims {
  const base = baseClaims(context, clientId, scope)
  return {
    ...base,
    auth_time: base.iat,
    idp: 'bitwarden',
    sub: user.id,
    amr: ['Application'],
    email: user.email,
    email_verified: user.emailVerified,
    premium: user.premium,
    sstamp: user.securityStamp,
    ...(user.name ? { name: user.name } : {}),
    device: device.identifier,
    devicetype: deviceTypeName(device.type),
    ...(clientId.startsWith('user.') ? { type: 'User' } : {}),
    ...membershipClaims(context, user),
  }
}

/** Of an organization's API key: `client_` prefix, no `sub`. */
export function organizationClaims(context: Context, organization: OrganizationRow): Claims {
  return {
    ...baseClaims(context, `organization.${organization.id}`, ['api.organization']),
    client_sub: organization.id,
    client_type: 'Organization',
  }
}

/** Of a machine account's access token. */
export function machineClaims(context: Context, token: AccessTokenRow, account: ServiceAccountRow): Claims {
  return {
    ...baseClaims(context, token.id, ['api.secrets']),
    sub: account.id,
    type: 'ServiceAccount',
    organization: account.organizationId,
  }
}
