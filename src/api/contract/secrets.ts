import { z } from '#/lib/zod'
import { accessPolicyRequests } from './access-policies'
import { bulkDeletion, date, encString, id, ids, listOf, tag } from './common'
import { endpoint } from './endpoint'

/** A secret's project, zero or one; it is named even to a caller without any right on it. */
const secretProject = z.object({ id, name: encString })

const secretListItem = z.object({
  id,
  organizationId: id,
  key: encString,
  creationDate: date,
  revisionDate: date,
  projects: z.array(secretProject),
  read: z.boolean(),
  write: z.boolean(),
})

/** Never pages and never carries values or notes. `projects`: each project of the listed secrets once. */
export const secretListAnswer = z.object({
  secrets: z.array(secretListItem),
  projects: z.array(secretProject),
  object: tag('SecretsWithProjectsList'),
})

const baseFields = {
  id,
  organizationId: id,
  key: encString,
  value: encString,
  note: encString,
  creationDate: date,
  revisionDate: date,
}

/** The answer to reading, and to bringing back a version. */
export const secret = z.object({
  ...baseFields,
  projects: z.array(secretProject),
  read: z.boolean(),
  write: z.boolean(),
  object: tag('secret'),
})

/** The answer to writing: no `projects` at all, or a stub without a name, where the project is new. */
const writtenSecret = z.object({
  ...baseFields,
  projects: z.nullable(z.array(z.object({ id, name: z.nullable(encString) }))),
  read: z.boolean(),
  write: z.boolean(),
  object: tag('secret'),
})

const baseSecret = z.object({ ...baseFields, projects: z.array(secretProject), object: tag('baseSecret') })

const secretSync = z.object({
  hasChanges: z.boolean(),
  /** Null when nothing changed. */
  secrets: z.nullable(listOf(baseSecret)),
  object: tag('secretsSync'),
})

/**
 * `projectIds` is the wanted state: one id, or none to take the secret out of its project. Leave it out for a
 * secret without a project (an empty array is refused to everyone but admins).
 */
const secretBody = z.object({
  key: encString,
  value: encString,
  note: encString,
  projectIds: z.optional(z.nullable(ids)),
  /** Replaces all direct policies of the secret; left out, they stay. */
  accessPoliciesRequests: z.optional(z.nullable(accessPolicyRequests)),
})

const secretUpdateBody = z.extend(secretBody, {
  /** The server cannot compare ciphertexts: without true, the history loses this change. */
  valueChanged: z.optional(z.boolean()),
})

export const secretEndpoints = {
  secretList: endpoint({
    method: 'GET',
    path: '/api/organizations/{organizationId}/secrets',
    response: secretListAnswer,
  }),
  projectSecretList: endpoint({
    method: 'GET',
    path: '/api/projects/{projectId}/secrets',
    response: secretListAnswer,
  }),
  secretCreate: endpoint({
    method: 'POST',
    path: '/api/organizations/{organizationId}/secrets',
    body: secretBody,
    response: writtenSecret,
  }),
  /** Writes event 2100, for people too. */
  secretGet: endpoint({ method: 'GET', path: '/api/secrets/{id}', response: secret }),
  secretUpdate: endpoint({
    method: 'PUT',
    path: '/api/secrets/{id}',
    body: secretUpdateBody,
    response: writtenSecret,
  }),
  /** To the trash. 200 with a line for each; one unknown id makes the whole call a 404. */
  secretDelete: endpoint({ method: 'POST', path: '/api/secrets/delete', body: ids, response: bulkDeletion }),
  secretGetByIds: endpoint({
    method: 'POST',
    path: '/api/secrets/get-by-ids',
    body: z.object({ ids }),
    response: listOf(baseSecret),
  }),
  /** Machine accounts only. */
  secretSync: endpoint({
    method: 'GET',
    path: '/api/organizations/{organizationId}/secrets/sync',
    query: z.object({ lastSyncedDate: z.optional(z.string()) }),
    response: secretSync,
  }),
}

export type SecretProject = z.output<typeof secretProject>
export type SecretListItem = z.output<typeof secretListItem>
export type SecretListAnswer = z.output<typeof secretListAnswer>
export type Secret = z.output<typeof secret>
export type WrittenSecret = z.output<typeof writtenSecret>
export type BaseSecret = z.output<typeof baseSecret>
export type SecretSyncAnswer = z.output<typeof secretSync>
export type SecretCreateBody = z.input<typeof secretBody>
export type SecretUpdateBody = z.input<typeof secretUpdateBody>
