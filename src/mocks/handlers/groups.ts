import { notFound } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
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
} satisfies Partial<Handlers>
