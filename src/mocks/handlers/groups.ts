import { notFound, unhandled } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import {
  createGroup,
  deleteGroup,
  demandGroupGrants,
  removeFromGroup,
  updateGroup,
} from '#/mocks/organization/groups'
import type { GroupInput } from '#/mocks/organization/groups'
import { demandRole, mayManageUsersOrGroups, mayReadDirectory } from '#/mocks/organization-rules'
import { callerOf, canManageGroups } from '#/mocks/rules'
import { listAnswer } from '#/mocks/secrets-manager/wire'
import type { CollectionGrant, GroupRow } from '#/mocks/store/tables'

const facts = ({ id, organizationId, name, externalId }: GroupRow) => ({
  id,
  organizationId,
  name,
  externalId,
})

const groupAnswer = (group: GroupRow) => ({ ...facts(group), object: 'group' })

function detailsAnswer({ db }: Context, group: GroupRow) {
  const collections = db.collections.all().flatMap((collection): CollectionGrant[] => {
    const grant = collection.groups.find(({ id }) => id === group.id)
    return grant ? [{ ...grant, id: collection.id }] : []
  })
  return { collections, ...facts(group), object: 'groupDetails' }
}

const groupsOf = (c: Context): GroupRow[] =>
  c.db.groups.all().filter(({ organizationId }) => organizationId === pathId(c, 'orgId'))

/** The group of the path, for who manages groups; one of another organization is not there. */
function managedGroup(c: Context): GroupRow {
  const organizationId = pathId(c, 'orgId')
  demandRole(canManageGroups(callerOf(c), organizationId))
  const group = c.db.groups.get(pathId(c, 'id'))
  if (group?.organizationId !== organizationId) throw notFound()
  return group
}

export const groupHandlers = {
  groupList: (c) => {
    demandRole(mayReadDirectory(c, callerOf(c), pathId(c, 'orgId')))
    return { body: listAnswer(groupsOf(c).map(groupAnswer)) }
  },
  groupDetailsList: (c) => {
    demandRole(mayManageUsersOrGroups(callerOf(c), pathId(c, 'orgId')))
    return { body: listAnswer(groupsOf(c).map((group) => detailsAnswer(c, group))) }
  },
  groupGet: (c) => ({ body: groupAnswer(managedGroup(c)) }),
  groupDetailsGet: (c) => ({ body: detailsAnswer(c, managedGroup(c)) }),
  groupCreate: (c) => {
    const organizationId = pathId(c, 'orgId')
    demandRole(canManageGroups(callerOf(c), organizationId))
    const input = c.body as GroupInput
    demandGroupGrants(c, organizationId, input.collections)
    return { body: groupAnswer(createGroup(c, organizationId, input)) }
  },
  groupUpdate: (c) => {
    const group = managedGroup(c)
    const input = c.body as GroupInput
    demandGroupGrants(c, group.organizationId, input.collections)
    return { body: groupAnswer(updateGroup(c, group, input)) }
  },
  groupDelete: (c) => {
    deleteGroup(c, managedGroup(c))
    return {}
  },
  groupDeleteMany: (c) => {
    const organizationId = pathId(c, 'orgId')
    demandRole(canManageGroups(callerOf(c), organizationId))
    const { ids } = c.body as { ids: string[] }
    const groups = ids.flatMap((id) => c.db.groups.get(id) ?? [])
    if (groups.some((group) => group.organizationId !== organizationId)) throw notFound()
    for (const group of groups) deleteGroup(c, group)
    // Databases other than the cloud's miss the unknown ones only after the known are gone.
    if (groups.length < ids.length) throw unhandled()
    return {}
  },
  groupMemberRemove: (c) => {
    removeFromGroup(c, managedGroup(c), pathId(c, 'orgUserId'))
    return {}
  },
} satisfies Partial<Handlers>
