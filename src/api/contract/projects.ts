import { z } from '#/lib/zod'
import { bulkDeletion, date, encString, id, ids, listOf, tag } from './common'
import { endpoint } from './endpoint'

const project = z.object({
  id,
  organizationId: id,
  name: encString,
  creationDate: date,
  revisionDate: date,
  read: z.boolean(),
  write: z.boolean(),
  object: tag('project'),
})

const body = z.object({ name: encString })

export const projectEndpoints = {
  projectList: endpoint({
    method: 'GET',
    path: '/api/organizations/{organizationId}/projects',
    response: listOf(project),
  }),
  projectCreate: endpoint({
    method: 'POST',
    path: '/api/organizations/{organizationId}/projects',
    body,
    response: project,
  }),
  projectGet: endpoint({ method: 'GET', path: '/api/projects/{id}', response: project }),
  projectUpdate: endpoint({ method: 'PUT', path: '/api/projects/{id}', body, response: project }),
  /** For good, at once; its secrets stay without a project. */
  projectDelete: endpoint({
    method: 'POST',
    path: '/api/projects/delete',
    body: ids,
    response: bulkDeletion,
  }),
}

export type Project = z.output<typeof project>
