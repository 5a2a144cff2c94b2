import { survivesLock } from './call'
import type { Call, InOrganization } from './call'
import { readsByMachines } from './machine-reads'
import type { MachineReadsRequest } from './machine-reads'
import { noted } from './name-book'
import * as names from './names'
import * as reach from './project-reach'
import type { ProjectRef } from './project-reach'
import type { Context } from './vault'

export const projectCalls = {
  listProjects: async (c: Context, a: InOrganization, call: Call) =>
    noted(c, a.organizationId, 'project', await names.listProjects(c, a.organizationId, call.signal)),
  createProject: survivesLock((c: Context, a: InOrganization & { name: string }) =>
    names.createProject(c, a.organizationId, a.name),
  ),
  renameProject: survivesLock((c: Context, a: InOrganization & { id: string; name: string }) =>
    names.renameProject(c, a.organizationId, a.id, a.name),
  ),
  deleteProjects: survivesLock((c: Context, a: { ids: string[] }) => names.deleteProjects(c, a.ids)),
  countProject: (c: Context, a: { projectId: string }, call: Call) =>
    names.countProject(c, a.projectId, call.signal),
  listProjectMachines: (c: Context, a: ProjectRef, call: Call) =>
    reach.listProjectMachines(c, a, call.signal),
  listProjectPeople: (c: Context, a: ProjectRef, call: Call) => reach.listProjectPeople(c, a, call.signal),
  countProjectTrash: (c: Context, a: ProjectRef, call: Call) => reach.countProjectTrash(c, a, call.signal),
  countMachineReach: (c: Context, a: InOrganization, call: Call) =>
    reach.countMachineReach(c, a.organizationId, call.signal),
  readsByMachines: (c: Context, a: MachineReadsRequest, call: Call) => readsByMachines(c, a, call.signal),
}
