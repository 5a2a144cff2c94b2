import { badRequest, notFound, ServerError, unhandled } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import { providersOf } from '#/mocks/identity/second-factor'
import { forgetGrantee } from '#/mocks/secrets-manager/cascade'
import { writeEvent } from '#/mocks/secrets-manager/events'
import type { CollectionGrant, Id, MemberRow, Permissions } from '#/mocks/store/tables'
import { mailConfirmation, mailInvitation } from './member-mails'
import {
  CUSTOM,
  demandRoleRight,
  keepsOwner,
  LAST_OWNER,
  mayGiveCollection,
  OWNER,
  refusalOf,
} from './member-rights'
import { takeSeats, takeSecretsManagerSeats } from './member-seats'

const INVITED = 1500
const CONFIRMED = 1501
const UPDATED = 1502
const REMOVED = 1503
const REVOKED = 1511
const RESTORED = 1512
const ACCOUNT_DELETED = 1515
export const LEFT_ITSELF = 1518

const TWO_STEP_POLICY = 0

/** Acts of the Public API that name a system as their actor; its others name nobody. */
const BY_PUBLIC_API = { types: [INVITED, REVOKED, RESTORED], systemUser: 3 }

function log(context: Context, member: MemberRow, type: number): void {
  const isPublic = context.caller?.kind === 'organization' && BY_PUBLIC_API.types.includes(type)
  writeEvent(context, member.organizationId, type, {
    ...(isPublic && { systemUser: BY_PUBLIC_API.systemUser }),
    organizationUserId: member.id,
    ...(member.userId === null ? {} : { userId: member.userId }),
  })
}

export interface MemberWish {
  type: MemberRow['type']
  permissions: Permissions | null
  accessSecretsManager: boolean
  collections: CollectionGrant[] | null
  groups: Id[] | null
}

/** Shared collections that all are there and may be given by the caller; else the answer is 404. */
function demandCollections(context: Context, organizationId: Id, grants: readonly CollectionGrant[]): void {
  for (const { id } of grants) {
    const row = context.db.collections.get(id)
    if (row?.organizationId !== organizationId || !mayGiveCollection(context, row)) throw notFound()
  }
}

/** Takes the member out of all collections that `isKept` does not name, and gives these. */
function setCollections(
  context: Context,
  member: MemberRow,
  grants: readonly CollectionGrant[],
  isKept: (id: Id) => boolean = () => false,
): void {
  const { db } = context
  for (const row of db.collections.where('organizationId', member.organizationId)) {
    if (isKept(row.id)) continue
    const wanted = grants.find(({ id }) => id === row.id)
    const held = row.users.some(({ id }) => id === member.id)
    if (!wanted && !held) continue
    const others = row.users.filter(({ id }) => id !== member.id)
    const users = wanted ? [...others, { ...wanted, id: member.id }] : others
    db.collections.put({ ...row, users, revisionDate: context.now() })
  }
}

export function setGroups({ db }: Context, member: MemberRow, ids: readonly Id[]): void {
  for (const row of db.groups.where('organizationId', member.organizationId)) {
    const others = row.memberIds.filter((id) => id !== member.id)
    const memberIds = ids.includes(row.id) ? [...others, member.id] : others
    if (memberIds.length !== row.memberIds.length) db.groups.put({ ...row, memberIds })
  }
}

/** Whether the address needs a row: members never, who is only invited only on servers with SQL Server not. */
function isNew({ db }: Context, organizationId: Id, address: string): boolean {
  return !db.members.where('organizationId', organizationId).some((member) => {
    const user = db.users.get(member.userId)
    if (user) return user.email.toLowerCase() === address
    return !db.meta.selfHosted && member.email?.toLowerCase() === address
  })
}

/** Rows of members and one mail each. */
export function inviteMembers(
  context: Context,
  organizationId: Id,
  emails: readonly string[],
  wish: MemberWish,
): MemberRow[] {
  const { db } = context
  demandCollections(context, organizationId, wish.collections ?? [])
  demandRoleRight(context, organizationId, wish)
  if (wish.collections === null) {
    throw new ServerError(400, 'Errors have occurred.', {
      'An error has occurred.': ["Value cannot be null. (Parameter 'source')"],
    })
  }
  if (!keepsOwner(context, organizationId, [])) throw badRequest(LAST_OWNER)
  const addresses = [...new Set(emails.map((email) => email.toLowerCase()))]
  const fresh = addresses.filter((address) => isNew(context, organizationId, address))
  takeSeats(context, organizationId, fresh.length)
  if (wish.accessSecretsManager) takeSecretsManagerSeats(context, organizationId, fresh.length, true)
  return fresh.map((email) => {
    const date = context.now()
    const member = db.members.put({
      id: db.newId(),
      organizationId,
      userId: null,
      email,
      status: 0,
      statusBeforeRevoke: null,
      type: wish.type,
      permissions: wish.type === CUSTOM ? wish.permissions : null,
      accessSecretsManager: wish.accessSecretsManager,
      key: null,
      resetPasswordKey: null,
      externalId: null,
      revocationReason: null,
      creationDate: date,
      revisionDate: date,
    })
    setCollections(context, member, wish.collections ?? [])
    setGroups(context, member, wish.groups ?? [])
    log(context, member, INVITED)
    mailInvitation(context, member)
    return member
  })
}

/** No event. */
export function reinvite(context: Context, member: MemberRow | undefined): void {
  if (member?.status !== 0) throw badRequest('User invalid.')
  mailInvitation(context, member)
}

/** A text where the rules of the organization refuse, else null. */
function confirmRefusal({ db }: Context, member: MemberRow): string | null {
  const isHit = member.type !== OWNER && member.type !== 1
  const hasPolicy = db.policies
    .where('organizationId', member.organizationId)
    .some(({ type, enabled }) => type === TWO_STEP_POLICY && enabled)
  const user = db.users.get(member.userId)
  return isHit && hasPolicy && user && providersOf(user).length === 0
    ? 'User does not have two-step login enabled.'
    : null
}

export function confirmMember(context: Context, member: MemberRow | undefined, key: string): void {
  if (member?.status !== 1) throw badRequest('User not valid.')
  const refusal = confirmRefusal(context, member)
  if (refusal) throw badRequest(refusal)
  context.db.members.update(member.id, { status: 2, key, revisionDate: context.now() })
  log(context, member, CONFIRMED)
  mailConfirmation(context, member)
}

export function revokeMember(context: Context, member: MemberRow, type: number = REVOKED): void {
  if (member.status === -1) throw badRequest('Already revoked.')
  const refusal = type === REVOKED ? refusalOf(context, member, 'revoke') : null
  if (refusal) throw badRequest(refusal)
  if (!keepsOwner(context, member.organizationId, [member.id])) throw badRequest(LAST_OWNER)
  context.db.members.update(member.id, {
    status: -1,
    statusBeforeRevoke: member.status,
    revocationReason: 1,
    revisionDate: context.now(),
  })
  log(context, member, type)
}

const statusBefore = ({ statusBeforeRevoke, key, userId }: MemberRow): 0 | 1 | 2 =>
  statusBeforeRevoke ?? (key !== null ? 2 : userId !== null ? 1 : 0)

export function restoreMember(context: Context, member: MemberRow): void {
  const refusal = refusalOf(context, member, 'restore')
  if (refusal) throw badRequest(refusal)
  if (member.status !== -1) throw badRequest('Already active.')
  takeSeats(context, member.organizationId, 1)
  const status = statusBefore(member)
  const twoStep = status === 0 ? null : confirmRefusal(context, member)
  if (twoStep) {
    const email = context.db.users.get(member.userId)?.email ?? ''
    throw badRequest(`${email} is not compliant with the two-step login policy`)
  }
  context.db.members.update(member.id, {
    status,
    statusBeforeRevoke: null,
    revocationReason: null,
    revisionDate: context.now(),
  })
  log(context, member, RESTORED)
}

/** With the row go its grants, groups and collections. */
export function removeMember(context: Context, member: MemberRow): void {
  const refusal = refusalOf(context, member, 'remove')
  if (refusal) throw badRequest(refusal)
  if (!keepsOwner(context, member.organizationId, [member.id])) throw badRequest(LAST_OWNER)
  forget(context, member)
  log(context, member, REMOVED)
}

function forget(context: Context, member: MemberRow): void {
  forgetGrantee(context.db, member.id)
  setCollections(context, member, [])
  setGroups(context, member, [])
  context.db.members.delete(member.id)
}

/** The account goes, and with it its place in every organization; one row, in the log of the one that claimed it. */
export function deleteClaimedAccount(context: Context, member: MemberRow): void {
  const { db } = context
  if (!member.isClaimed || member.userId === null)
    throw badRequest('Member is not claimed by the organization.')
  if (!keepsOwner(context, member.organizationId, [member.id])) throw badRequest(LAST_OWNER)
  for (const place of db.members.where('userId', member.userId)) forget(context, place)
  db.users.delete(member.userId)
  log(context, member, ACCOUNT_DELETED)
}

const MANAGE_ALONE =
  'The Manage property is mutually exclusive and cannot be true while the ReadOnly or HidePasswords properties are also true.'

/** Replaces role, switches and collections as a whole; `groups: null` leaves the groups alone. */
export function updateMember(
  context: Context,
  member: MemberRow,
  wish: MemberWish & { accessPam: boolean },
): void {
  const { db, caller } = context
  const { organizationId } = member
  if (wish.collections === null) throw unhandled()
  const isSelf = member.userId !== null && member.userId === caller?.userId
  const organization = db.organizations.get(organizationId)
  const mayTakeAll = organization?.flags.allowAdminAccessToAllCollectionItems
  const held = (id: Id) => db.collections.get(id)?.users.some((grant) => grant.id === member.id)
  if (isSelf && !mayTakeAll && wish.collections.some(({ id }) => !held(id)))
    throw badRequest('You cannot add yourself to a collection.')
  demandCollections(context, organizationId, wish.collections)
  demandGroups(context, organizationId, wish.groups ?? [])
  if (wish.collections.some((grant) => grant.manage && (grant.readOnly || grant.hidePasswords)))
    throw badRequest(MANAGE_ALONE)
  demandRoleRight(context, organizationId, wish, member.type)
  if (wish.type !== OWNER && !keepsOwner(context, organizationId, [member.id])) throw badRequest(LAST_OWNER)
  if (wish.accessPam && !organization?.flags.usePam)
    throw badRequest('To grant PAM access the organization must have PAM enabled.')
  if (wish.accessSecretsManager && !member.accessSecretsManager)
    takeSecretsManagerSeats(context, organizationId, 1)
  const row = db.members.update(member.id, {
    type: wish.type,
    permissions: wish.type === CUSTOM ? wish.permissions : null,
    accessSecretsManager: wish.accessSecretsManager,
    revisionDate: context.now(),
  })
  setCollections(context, row, wish.collections, (id) => {
    const collection = db.collections.get(id)
    return !collection || !mayGiveCollection(context, collection)
  })
  if (wish.groups !== null && !(isSelf && !mayTakeAll)) setGroups(context, row, wish.groups)
  log(context, row, UPDATED)
}

function demandGroups({ db }: Context, organizationId: Id, ids: readonly Id[]): void {
  if (ids.some((id) => db.groups.get(id)?.organizationId !== organizationId)) throw notFound()
}
