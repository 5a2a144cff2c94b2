import { badRequest } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import { updateCollection } from '#/mocks/organization/collections'
import { createGroup, deleteGroup, updateGroup } from '#/mocks/organization/groups'
import { savePolicy } from '#/mocks/organization/policies'
import type { PolicyInput } from '#/mocks/organization/policies'
import { importDirectory } from '#/mocks/public/import'
import type { DirectoryImport } from '#/mocks/public/import'
import {
  askedGrants,
  emptyNotFound,
  grantsOf,
  organizationIdOf,
  ownRow,
  publicCollectionAnswer,
  publicGroupAnswer,
  publicPolicyAnswer,
  SHARED,
} from '#/mocks/public/wire'
import type { GrantWish } from '#/mocks/public/wire'
import type { GroupRow, Id, OrganizationRow } from '#/mocks/store/tables'

const groupOf = (c: Context): GroupRow => ownRow(c, c.db.groups.get(pathId(c, 'id')))

interface GroupBody {
  name: string
  externalId: string | null
  collections: GrantWish[] | null
}

function cloudOrganization(c: Context): OrganizationRow {
  const organization = c.db.organizations.get(organizationIdOf(c))
  if (c.db.meta.selfHosted) throw badRequest('Only allowed when not self hosted.')
  if (!organization) throw emptyNotFound()
  return organization
}

interface Limits {
  seats?: number | null
  maxAutoScaleSeats?: number | null
  storage?: number | null
  serviceAccounts?: number | null
  maxAutoScaleServiceAccounts?: number | null
}

/** Numbers are targets; nothing, zero and less leave things as they are. */
const target = (wanted: number | null | undefined, now: number | null) =>
  wanted !== null && wanted !== undefined && wanted > 0 ? wanted : now

export const publicObjectHandlers = {
  publicGroupCreate: (c) => {
    const { name, externalId, collections } = c.body as GroupBody
    const grants = askedGrants(collections)
    const group = createGroup(c, organizationIdOf(c), { name, externalId, collections: grants, users: [] })
    return { body: publicGroupAnswer(c, group, grants) }
  },
  publicGroupUpdate: (c) => {
    const group = groupOf(c)
    const { name, externalId, collections } = c.body as GroupBody
    const grants = askedGrants(collections)
    const kept = grantsOf(c, group.organizationId, 'groups', group.id)
    const row = updateGroup(c, group, { name, externalId, collections: grants ?? kept, users: null })
    return { body: publicGroupAnswer(c, row, grants) }
  },
  publicGroupMemberPut: (c) => {
    const group = groupOf(c)
    const { memberIds } = c.body as { memberIds: Id[] | null }
    const known = [...new Set(memberIds ?? [])].filter(
      (id) => c.db.members.get(id)?.organizationId === group.organizationId,
    )
    c.db.groups.put({ ...group, memberIds: known, revisionDate: c.now() })
    return {}
  },
  publicGroupDelete: (c) => {
    deleteGroup(c, groupOf(c), true)
    return {}
  },
  publicCollectionUpdate: (c) => {
    const row = ownRow(c, c.db.collections.get(pathId(c, 'id')))
    const { externalId, groups } = c.body as { externalId: string | null; groups: GrantWish[] | null }
    const grants = askedGrants(groups)
    const changed = updateCollection(c, row, { name: null, externalId, groups: grants, users: null })
    return { body: publicCollectionAnswer(changed, grants) }
  },
  publicCollectionDelete: (c) => {
    const row = ownRow(c, c.db.collections.get(pathId(c, 'id')))
    if (row.type !== SHARED)
      throw badRequest('You cannot delete a collection with the type as DefaultUserCollection.')
    c.db.collections.delete(row.id)
    return {}
  },
  publicPolicyPut: (c) => {
    const { enabled, data } = c.body as PolicyInput
    const row = savePolicy(c, organizationIdOf(c), Number(c.params.type), { enabled, data })
    return { body: publicPolicyAnswer(row) }
  },
  publicImport: (c) => {
    importDirectory(c, organizationIdOf(c), c.body as DirectoryImport)
    return {}
  },
  publicSubscriptionGet: (c) => {
    const row = cloudOrganization(c)
    return {
      body: {
        passwordManager: {
          seats: row.seats,
          maxAutoScaleSeats: row.maxAutoscaleSeats,
          storage: row.maxStorageGb,
        },
        secretsManager: {
          seats: row.smSeats,
          maxAutoScaleSeats: row.maxAutoscaleSmSeats,
          serviceAccounts: row.smServiceAccounts,
          maxAutoScaleServiceAccounts: row.maxAutoscaleSmServiceAccounts,
        },
      },
    }
  },
  publicSubscriptionPut: (c) => {
    const row = cloudOrganization(c)
    const { passwordManager: vault, secretsManager: secrets } = c.body as Record<string, Limits | null>
    c.db.organizations.put({
      ...row,
      seats: target(vault?.seats, row.seats),
      maxAutoscaleSeats: target(vault?.maxAutoScaleSeats, row.maxAutoscaleSeats),
      maxStorageGb: target(vault?.storage, row.maxStorageGb),
      smSeats: target(secrets?.seats, row.smSeats),
      maxAutoscaleSmSeats: target(secrets?.maxAutoScaleSeats, row.maxAutoscaleSmSeats),
      smServiceAccounts: target(secrets?.serviceAccounts, row.smServiceAccounts),
      maxAutoscaleSmServiceAccounts: target(
        secrets?.maxAutoScaleServiceAccounts,
        row.maxAutoscaleSmServiceAccounts,
      ),
    })
    return { body: { message: 'The subscription was changed.' } }
  },
} satisfies Partial<Handlers>
