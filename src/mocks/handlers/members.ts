import { notFound } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId, queryFlag } from '#/mocks/http/query'
import { zeroGuid } from '#/mocks/http/net-types'
import {
  collectionsByMember,
  groupsByMember,
  memberAnswer,
  memberDetailAnswer,
} from '#/mocks/organization/member-answers'
import { canManageRecovery, canManageUsers } from '#/mocks/organization/member-rights'
import { demandRole } from '#/mocks/organization-rules'
import { callerOf } from '#/mocks/rules'
import { listAnswer } from '#/mocks/secrets-manager/wire'
import type { Id, MemberRow } from '#/mocks/store/tables'

/** The organization of the path, for who may manage its members. */
export function managedOrganization(c: Context): Id {
  const organizationId = pathId(c, 'orgId')
  demandRole(canManageUsers(callerOf(c), organizationId))
  return organizationId
}

/** The member of the path; undefined where it is unknown or of another organization. */
export function memberOfPath(c: Context): MemberRow | undefined {
  const organizationId = managedOrganization(c)
  const member = c.db.members.get(pathId(c, 'id'))
  return member?.organizationId === organizationId ? member : undefined
}

/** Those of the body that are members here, without doubles. */
export function membersOfBody(c: Context): MemberRow[] {
  const organizationId = managedOrganization(c)
  const { ids } = c.body as { ids: Id[] }
  return [...new Set(ids)].flatMap((id) => {
    const member = c.db.members.get(id)
    return member?.organizationId === organizationId ? [member] : []
  })
}

/** Who only recovers accounts sees those that can be recovered. */
function listed(c: Context, organizationId: Id): MemberRow[] {
  const caller = callerOf(c)
  const rows = c.db.members.where('organizationId', organizationId)
  if (canManageUsers(caller, organizationId)) return rows
  if (!canManageRecovery(caller, organizationId)) throw notFound()
  return rows.filter(({ status, resetPasswordKey }) => status === 2 && resetPasswordKey !== null)
}

export const memberHandlers = {
  memberList: (c) => {
    const organizationId = pathId(c, 'orgId')
    const rows = listed(c, organizationId)
    const groups = queryFlag(c, 'includeGroups') ? c.db.groups.where('organizationId', organizationId) : []
    const collections = queryFlag(c, 'includeCollections')
      ? c.db.collections.where('organizationId', organizationId)
      : []
    const grants = { groups: groupsByMember(groups), collections: collectionsByMember(collections) }
    return { body: listAnswer(rows.map((row) => memberAnswer(c, row, grants))) }
  },
  memberGet: (c) => {
    const member = memberOfPath(c)
    if (!member) throw notFound()
    return { body: memberDetailAnswer(c, member, queryFlag(c, 'includeGroups')) }
  },
  memberPendingAutoConfirmList: (c) => {
    managedOrganization(c)
    return { body: listAnswer([]) }
  },
  memberPublicKeys: (c) => {
    const rows = membersOfBody(c).filter(({ status }) => status === 1)
    return {
      body: listAnswer(
        rows.map((row) => ({
          id: row.id,
          // All databases but SQL Server forget to fill it in.
          userId: c.db.meta.selfHosted ? zeroGuid : row.userId,
          key: c.db.users.get(row.userId)?.publicKey ?? null,
          object: 'organizationUserPublicKeyResponseModel',
        })),
      ),
    }
  },
} satisfies Partial<Handlers>
