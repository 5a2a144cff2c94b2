import type { Member } from '#/api/contract'
import type {
  CollectionRight,
  MemberAccess,
  MemberResult,
  MemberRole,
  MembershipView,
  MemberStatus,
  MemberView,
} from '#/session/member-types'
import { compareNames } from '#/domain/sort'
import { SessionError } from '#/session/session-error'
import { isRefusal } from './policy-read'
import type { Context } from './vault'

const ROLES: Record<number, MemberRole> = { 0: 'owner', 1: 'admin', 2: 'user', 4: 'custom' }
const TYPES: Record<MemberRole, number> = { owner: 0, admin: 1, user: 2, custom: 4 }
const STATUSES: Record<number, MemberStatus> = {
  [-1]: 'revoked',
  0: 'invited',
  1: 'accepted',
  2: 'confirmed',
  3: 'staged',
}
const REASONS: Record<number, MemberView['revokedFor']> = {
  1: 'act',
  2: 'two-step',
  3: 'data-ownership',
  4: 'single-organization',
}

/** Everybody, of whatever status. Recorded nowhere. */
export async function listMembers(
  context: Context,
  orgId: string,
  signal: AbortSignal,
): Promise<MemberView[]> {
  const query = { includeGroups: true, includeCollections: true }
  const answer = await context.client.call('memberList', { params: { orgId }, query }, { signal })
  return answer.data.map((member) => viewOf(member)).toSorted(byName)
}

// The page orders them by name too, and of thousands that is a long pause unless they come so.
const byName = (a: MemberView, b: MemberView) =>
  compareNames(a.name ?? a.email, b.name ?? b.email) || (a.id < b.id ? -1 : 1)

const on = (switches: Record<string, boolean> | undefined): string[] =>
  Object.entries(switches ?? {}).flatMap(([name, isOn]) => (isOn ? [name] : []))

function viewOf(member: Member): MemberView {
  const role = ROLES[member.type] ?? 'user'
  return {
    id: member.id,
    userId: member.userId,
    name: member.name?.trim() ? member.name : null,
    email: member.email,
    role,
    status: STATUSES[member.status] ?? 'staged',
    permissions: role === 'custom' ? on(member.permissions) : [],
    hasSecretsManager: member.accessSecretsManager,
    hasPam: member.accessPam ?? false,
    hasTwoStep: member.userId === null ? null : member.twoFactorEnabled,
    hasSso: member.ssoBound,
    isClaimed: member.claimedByOrganization ?? false,
    hasMasterPassword: member.hasMasterPassword,
    isRecoverable: member.resetPasswordEnrolled,
    externalId: member.externalId,
    groups: member.groups,
    collections: member.collections,
    revokedFor: member.status === -1 ? (REASONS[member.revocationReason ?? 0] ?? null) : null,
    since: member.creationDate === undefined ? null : Date.parse(member.creationDate),
  }
}

/** The viewer's own membership, from the profile: asks nothing. */
export function loadMembership({ vault }: Context, organizationId: string): MembershipView {
  const own = vault.profile?.organizations.find(({ id }) => id === organizationId)
  if (!own) throw new SessionError('unsupported', 'This session is that of no member of the organization.')
  const role = ROLES[own.type] ?? 'user'
  return {
    memberId: own.organizationUserId,
    role,
    permissions: role === 'custom' ? on(own.permissions as Record<string, boolean>) : [],
    seats: own.seats ?? null,
    hasGroups: own.useGroups,
    hasCustomRoles: own.useCustomPermissions ?? false,
    hasSecretsManager: own.useSecretsManager,
    hasEvents: own.useEvents,
    isSelfHosted: own.selfHost ?? false,
    mayGiveAllCollections: own.allowAdminAccessToAllCollectionItems ?? false,
  }
}

export interface NamedGroup {
  id: string
  name: string
}

/** Null where this account may not list them. */
export async function listMemberGroups(
  { client }: Context,
  orgId: string,
  signal: AbortSignal,
): Promise<NamedGroup[] | null> {
  try {
    const answer = await client.call('groupList', { params: { orgId } }, { signal })
    return answer.data.map(({ id, name }) => ({ id, name }))
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

const wireAccess = ({ role, permissions, hasSecretsManager, collections }: MemberAccess) => ({
  type: TYPES[role],
  permissions: role === 'custom' ? Object.fromEntries(permissions.map((name) => [name, true])) : null,
  accessSecretsManager: hasSecretsManager,
  collections: collections.map(({ id, readOnly, hidePasswords, manage }): CollectionRight => {
    return { id, readOnly, hidePasswords, manage }
  }),
})

/** Up to 20 addresses. */
export async function inviteMembers(
  { client }: Context,
  orgId: string,
  emails: string[],
  access: MemberAccess,
): Promise<void> {
  const body = { ...wireAccess(access), emails, groups: [...(access.groups ?? [])] }
  await client.call('memberInvite', { params: { orgId }, body })
}

/** Replaces role, switches, collections and groups as a whole. */
export async function changeMember(
  { client }: Context,
  orgId: string,
  id: string,
  access: MemberAccess,
): Promise<void> {
  const groups = access.groups && [...access.groups]
  const body = { ...wireAccess(access), accessPam: access.hasPam, groups }
  await client.call('memberUpdate', { params: { orgId, id }, body })
}

const bulk = {
  reinvite: 'memberReinviteMany',
  revoke: 'memberRevokeMany',
  restore: 'memberRestoreMany',
  remove: 'memberRemoveMany',
} as const

export type BulkAct = keyof typeof bulk

export async function actOnMembers(
  { client }: Context,
  orgId: string,
  act: BulkAct,
  ids: string[],
): Promise<MemberResult[]> {
  const answer = await client.call(bulk[act], { params: { orgId }, body: { ids } })
  return resultsOf(ids, answer.data)
}

export function resultsOf(
  ids: readonly string[],
  rows: readonly { id: string; error: string }[],
): MemberResult[] {
  const errors = new Map(rows.map(({ id, error }) => [id, error]))
  return ids.map((id): MemberResult => {
    const reason = errors.get(id)
    if (reason === undefined) return { id, outcome: 'missing' }
    return reason === '' ? { id, outcome: 'done' } : { id, outcome: 'refused', reason }
  })
}

/** Leaves no event. Those that have it are passed over; where all have, the server answers 400. */
export async function switchOnSecretsManager(
  { client }: Context,
  orgId: string,
  ids: string[],
): Promise<void> {
  await client.call('memberEnableSecretsManager', { params: { orgId }, body: { ids } })
}

/** What an update has to repeat of a member, read anew: the server replaces all of it. */
export async function loadMember(
  { client }: Context,
  orgId: string,
  id: string,
  signal: AbortSignal,
): Promise<MemberAccess> {
  const member = await client.call(
    'memberGet',
    { params: { orgId, id }, query: { includeGroups: true } },
    { signal },
  )
  const role = ROLES[member.type] ?? 'user'
  return {
    role,
    permissions: role === 'custom' ? on(member.permissions) : [],
    hasSecretsManager: member.accessSecretsManager,
    hasPam: member.accessPam ?? false,
    collections: member.collections,
    groups: member.groups ?? null,
  }
}

/** Seats of Secrets Manager, which only owners are told; null: no limit, or not told. */
export async function loadSecretsManagerSeats(
  { client }: Context,
  id: string,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    return (await client.call('organizationGet', { params: { id } }, { signal })).smSeats ?? null
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}
