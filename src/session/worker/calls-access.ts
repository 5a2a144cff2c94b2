import type { PolicyTarget, SavePolicies } from '#/session/access-types'
import type { Call, InOrganization } from './call'
import * as directory from './directory'
import { noted } from './name-book'
import { readPolicies } from './policy-read'
import { savePolicies } from './policy-save'
import type { Context } from './vault'

export const accessCalls = {
  listDirectory: async (c: Context, a: InOrganization, call: Call) => {
    const listed = await directory.listDirectory(c, a.organizationId, call.signal)
    noted(c, a.organizationId, 'group', listed.groups)
    return listed
  },
  listGroupMembers: (c: Context, a: InOrganization & { groupId: string }, call: Call) =>
    directory.listGroupMembers(c, a, call.signal),
  listGrantableProjects: (c: Context, a: InOrganization, call: Call) =>
    directory.listGrantableProjects(c, a.organizationId, call.signal),
  readPolicies: (c: Context, a: InOrganization & { target: PolicyTarget }, call: Call) =>
    readPolicies(c, a, call.signal),
  savePolicies: (c: Context, a: SavePolicies) => savePolicies(c, a),
}
