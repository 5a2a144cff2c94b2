import type { CollectionRights, CollectionRules, GroupState, PolicyState } from '#/session/organization-types'
import { survivesLock } from './call'
import type { Call, InOrganization } from './call'
import * as collections from './collections'
import type { SaveCollectionRights } from './collections'
import * as groups from './groups'
import type { SaveGroup } from './groups'
import { noted } from './name-book'
import * as facts from './organization-facts'
import * as policies from './organization-policies'
import type { Context } from './vault'

type One = InOrganization & { id: string }

export const groupCalls = {
  listRoster: (c: Context, a: InOrganization, call: Call) =>
    groups.listRoster(c, a.organizationId, call.signal),
  listGroups: async (c: Context, a: InOrganization, call: Call) =>
    noted(c, a.organizationId, 'group', await groups.listGroups(c, a.organizationId, call.signal)),
  createGroup: survivesLock((c: Context, a: InOrganization & { group: GroupState }) =>
    groups.createGroup(c, a.organizationId, a.group),
  ),
  saveGroup: (c: Context, a: SaveGroup) => groups.saveGroup(c, a),
  deleteGroup: survivesLock((c: Context, a: One) => groups.deleteGroup(c, a.organizationId, a.id)),

  listCollections: async (c: Context, a: InOrganization, call: Call) =>
    noted(
      c,
      a.organizationId,
      'collection',
      await collections.listCollections(c, a.organizationId, call.signal),
    ),
  createCollection: survivesLock(
    (c: Context, a: InOrganization & { collection: CollectionRights & { name: string } }) =>
      collections.createCollection(c, a.organizationId, a.collection),
  ),
  renameCollection: survivesLock((c: Context, a: One & { name: string }) =>
    collections.renameCollection(c, a.organizationId, a.id, a.name),
  ),
  saveCollectionRights: survivesLock((c: Context, a: SaveCollectionRights) =>
    collections.saveCollectionRights(c, a),
  ),
  deleteCollection: survivesLock((c: Context, a: One) =>
    collections.deleteCollection(c, a.organizationId, a.id),
  ),

  listOrganizationPolicies: (c: Context, a: InOrganization, call: Call) =>
    policies.listOrganizationPolicies(c, a.organizationId, call.signal),
  saveOrganizationPolicy: survivesLock(
    (c: Context, a: InOrganization & { base: PolicyState; wanted: PolicyState }) =>
      policies.saveOrganizationPolicy(c, a.organizationId, a.base, a.wanted),
  ),

  loadOrganizationFacts: (c: Context, a: InOrganization, call: Call) =>
    facts.loadOrganizationFacts(c, a.organizationId, call.signal),
  changeCollectionRules: survivesLock((c: Context, a: InOrganization & { rules: CollectionRules }) =>
    facts.changeCollectionRules(c, a.organizationId, a.rules),
  ),
}
