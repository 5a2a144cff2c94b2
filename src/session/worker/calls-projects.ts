import { survivesLock } from './call'
import type { Call, InOrganization } from './call'
import * as names from './names'
import type { Context } from './vault'

export const projectCalls = {
  listProjects: (c: Context, a: InOrganization, call: Call) =>
    names.listProjects(c, a.organizationId, call.signal),
  createProject: survivesLock((c: Context, a: InOrganization & { name: string }) =>
    names.createProject(c, a.organizationId, a.name),
  ),
  renameProject: survivesLock((c: Context, a: InOrganization & { id: string; name: string }) =>
    names.renameProject(c, a.organizationId, a.id, a.name),
  ),
  deleteProjects: survivesLock((c: Context, a: { ids: string[] }) => names.deleteProjects(c, a.ids)),
  countProject: (c: Context, a: { projectId: string }, call: Call) =>
    names.countProject(c, a.projectId, call.signal),
}
