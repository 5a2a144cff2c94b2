import { bulkDelete } from '#/mocks/secrets-manager/bulk-delete'
import { deleteProjects } from '#/mocks/secrets-manager/cascade'
import { grantCreator } from '#/mocks/secrets-manager/creator'
import { writeEvent } from '#/mocks/secrets-manager/events'
import { notFound } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { requireProjectsAllowed } from '#/mocks/secrets-manager/plan-limits'
import { pathId } from '#/mocks/http/query'
import { allow, canDeleteProject, canReadProject, canUpdateProject, rightsIn } from '#/mocks/rules'
import type { ProjectRow } from '#/mocks/store/tables'
import { byRevision, listAnswer, projectAnswer } from '#/mocks/secrets-manager/wire'

export const projectHandlers = {
  projectList: (c) => {
    const organizationId = pathId(c, 'organizationId')
    const rights = rightsIn(c, organizationId)
    const projects = c.db.projects.where('organizationId', organizationId)
    const readable = projects.filter((project) => canReadProject(rights, project.id))
    return {
      body: listAnswer(
        byRevision(readable).map((project) => projectAnswer(project, rights.project(project.id))),
      ),
    }
  },

  // Whoever may use Secrets Manager may start a project, machines too, and then has all rights on it.
  projectCreate: (c) => {
    const organizationId = pathId(c, 'organizationId')
    rightsIn(c, organizationId)
    requireProjectsAllowed(c, organizationId, 1, 'create')
    const date = c.now()
    const { name } = c.body as { name: string }
    const project = { id: c.db.newId(), organizationId, name, creationDate: date, revisionDate: date }
    grantCreator(c, organizationId, { targetKind: 'project', targetId: project.id })
    c.db.projects.put(project)
    writeEvent(c, organizationId, 2201, { projectId: project.id })
    return { body: projectAnswer(project, { read: true, write: true }) }
  },

  projectGet: (c) => {
    const project = projectOf(c)
    const rights = rightsIn(c, project.organizationId)
    allow(canReadProject(rights, project.id))
    writeEvent(c, project.organizationId, 2200, { projectId: project.id })
    return { body: projectAnswer(project, rights.project(project.id)) }
  },

  projectUpdate: (c) => {
    const project = projectOf(c)
    allow(canUpdateProject(rightsIn(c, project.organizationId), project.id))
    const { name } = c.body as { name: string }
    const renamed = c.db.projects.put({ ...project, name, revisionDate: c.now() })
    writeEvent(c, project.organizationId, 2202, { projectId: project.id })
    return { body: projectAnswer(renamed, { read: true, write: true }) }
  },

  projectDelete: (c) =>
    bulkDelete(c, {
      find: (id) => c.db.projects.get(id),
      may: (rights, project) => canDeleteProject(rights, project.id),
      remove: deleteProjects,
      log: (project) => writeEvent(c, project.organizationId, 2203, { projectId: project.id }),
    }),
} satisfies Partial<Handlers>

export function projectOf(c: Context): ProjectRow {
  const project = c.db.projects.get(pathId(c, 'id'))
  if (!project) throw notFound()
  return project
}
