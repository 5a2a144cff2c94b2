import { z } from '#/lib/zod'
import { date, encString, id, ids, leniently, listOf, sent, tag } from './common'
import { endpoint } from './endpoint'

const users = '/api/organizations/{orgId}/users'

/** A right on a collection. The server takes `manage` together with the others on an invitation, nowhere else. */
const collectionAccess = z.object({
  id,
  readOnly: z.boolean(),
  hidePasswords: z.boolean(),
  manage: z.boolean(),
})

const permissions = z.record(z.string(), z.boolean())
/** A switch of another kind comes from a newer server, and must not take the whole list away: it counts as off. */
const readPermissions = leniently(z.record(z.string(), z.catch(z.boolean(), false)), permissions)

/** What every answer about a member says. */
const facts = {
  /** Membership id; all paths here mean it. */
  id,
  /** Account id; null while invited. */
  userId: z.nullable(id),
  type: z.int(),
  status: z.int(),
  externalId: z.nullable(z.string()),
  accessSecretsManager: z.boolean(),
  accessPam: sent(z.boolean()),
  /** Left out where the stored value is null; meaningful for type 4 alone. */
  permissions: z.optional(readPermissions),
  resetPasswordEnrolled: z.boolean(),
  usesKeyConnector: z.boolean(),
  hasMasterPassword: z.boolean(),
  claimedByOrganization: sent(z.boolean()),
  creationDate: sent(date),
}

const member = z.object({
  ...facts,
  name: z.nullable(z.string()),
  email: z.string(),
  avatarColor: z.nullable(z.string()),
  twoFactorEnabled: z.boolean(),
  ssoBound: z.boolean(),
  revocationReason: sent(z.nullable(z.int())),
  /** Empty unless asked for. */
  collections: z.array(collectionAccess),
  groups: ids,
  object: tag('organizationUserUserDetails'),
})

/** Has neither name nor address. */
const memberDetail = z.object({
  ...facts,
  ssoExternalId: z.nullable(z.string()),
  collections: z.array(collectionAccess),
  groups: z.optional(ids),
  object: tag('organizationUserDetails'),
})

/** One row of every act on many; an empty `error` is success. */
const bulkMember = listOf(
  z.object({ id, error: z.string(), object: tag('OrganizationBulkConfirmResponseModel') }),
)

const manyMembers = z.object({ ids })
const restoreBody = z.object({ defaultUserCollectionName: z.optional(z.nullable(encString)) })

const access = {
  type: z.int(),
  permissions: z.nullable(permissions),
  accessSecretsManager: z.boolean(),
  collections: z.array(collectionAccess),
}

/** All but the plain list stand behind a role requirement: 403 without a body. The list answers 404. */
export const memberEndpoints = {
  memberList: endpoint({
    method: 'GET',
    path: users,
    query: z.object({ includeGroups: z.optional(z.boolean()), includeCollections: z.optional(z.boolean()) }),
    response: listOf(member),
  }),
  memberGet: endpoint({
    method: 'GET',
    path: `${users}/{id}`,
    query: z.object({ includeGroups: z.optional(z.boolean()) }),
    response: memberDetail,
    guarded: true,
  }),
  memberPendingAutoConfirmList: endpoint({
    method: 'GET',
    path: `${users}/pending-auto-confirm`,
    response: listOf(
      z.object({ id, userId: id, object: tag('OrganizationUserPendingAutoConfirmResponseModel') }),
    ),
    guarded: true,
  }),
  /** Only accepted members come back; on some servers with a zero `userId`. */
  memberPublicKeys: endpoint({
    method: 'POST',
    path: `${users}/public-keys`,
    body: manyMembers,
    response: listOf(
      z.object({
        id,
        userId: z.string(),
        key: z.nullable(z.string()),
        object: tag('organizationUserPublicKeyResponseModel'),
      }),
    ),
    guarded: true,
  }),
  /** Up to 20 addresses. Members are skipped in silence; some servers make a second row of who is only invited. */
  memberInvite: endpoint({
    method: 'POST',
    path: `${users}/invite`,
    body: z.object({ ...access, emails: z.array(z.string()), groups: ids }),
    response: null,
    guarded: true,
  }),
  memberReinvite: endpoint({
    method: 'POST',
    path: `${users}/{id}/reinvite`,
    response: null,
    guarded: true,
  }),
  memberReinviteMany: endpoint({
    method: 'POST',
    path: `${users}/reinvite`,
    body: manyMembers,
    response: bulkMember,
    guarded: true,
  }),
  memberConfirm: endpoint({
    method: 'POST',
    path: `${users}/{id}/confirm`,
    body: z.object({ key: encString }),
    response: null,
    guarded: true,
  }),
  /** Rows that are not accepted are missing from the answer. */
  memberConfirmMany: endpoint({
    method: 'POST',
    path: `${users}/confirm`,
    body: z.object({ keys: z.array(z.object({ id, key: encString })) }),
    response: bulkMember,
    guarded: true,
  }),
  memberRevoke: endpoint({ method: 'PUT', path: `${users}/{id}/revoke`, response: null, guarded: true }),
  memberRevokeMany: endpoint({
    method: 'PUT',
    path: `${users}/revoke`,
    body: manyMembers,
    response: bulkMember,
    guarded: true,
  }),
  memberRevokeSelf: endpoint({
    method: 'PUT',
    path: `${users}/revoke-self`,
    response: null,
    success: 204,
    guarded: true,
  }),
  /** Without a body 415. */
  memberRestore: endpoint({
    method: 'PUT',
    path: `${users}/{id}/restore/vnext`,
    body: restoreBody,
    response: null,
    guarded: true,
  }),
  memberRestoreLegacy: endpoint({
    method: 'PUT',
    path: `${users}/{id}/restore`,
    response: null,
    guarded: true,
  }),
  memberRestoreMany: endpoint({
    method: 'PUT',
    path: `${users}/restore`,
    body: manyMembers,
    response: bulkMember,
    guarded: true,
  }),
  memberRemove: endpoint({ method: 'DELETE', path: `${users}/{id}`, response: null, guarded: true }),
  memberRemoveMany: endpoint({
    method: 'DELETE',
    path: users,
    body: manyMembers,
    response: bulkMember,
    guarded: true,
  }),
  memberDeleteAccount: endpoint({
    method: 'DELETE',
    path: `${users}/{id}/delete-account`,
    response: null,
    guarded: true,
  }),
  memberDeleteAccountMany: endpoint({
    method: 'DELETE',
    path: `${users}/delete-account`,
    body: manyMembers,
    response: bulkMember,
    guarded: true,
  }),
  /** Replaces everything: a switch that is left out is turned off. `groups: null` leaves groups alone. */
  memberUpdate: endpoint({
    method: 'PUT',
    path: `${users}/{id}`,
    body: z.object({ ...access, accessPam: z.boolean(), groups: z.nullable(ids) }),
    response: null,
    guarded: true,
  }),
  /** Leaves no event. */
  memberEnableSecretsManager: endpoint({
    method: 'PUT',
    path: `${users}/enable-secrets-manager`,
    body: manyMembers,
    response: null,
    guarded: true,
  }),
  memberEnablePam: endpoint({
    method: 'PUT',
    path: `${users}/enable-pam`,
    body: manyMembers,
    response: null,
    guarded: true,
  }),
}

export type Member = z.output<typeof member>
export type MemberDetail = z.output<typeof memberDetail>
