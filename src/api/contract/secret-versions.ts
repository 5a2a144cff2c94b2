import { z } from '#/lib/zod'
import { date, encString, id, ids, listOf, tag } from './common'
import { endpoint } from './endpoint'
import { secret } from './secrets'

/** At most one editor is set; both are null when the author is gone. The two names come from newer servers only. */
const secretVersion = z.object({
  id,
  secretId: id,
  value: encString,
  versionDate: date,
  editorServiceAccountId: z.nullable(id),
  editorOrganizationUserId: z.nullable(id),
  /** In the clear: the person's name, or the e-mail. */
  editorOrganizationUserName: z.optional(z.nullable(z.string())),
  editorServiceAccountName: z.optional(z.nullable(encString)),
  object: tag('secretVersion'),
})

export const secretVersionEndpoints = {
  /** Newest first. 404 while `secretGet` works: this server keeps no versions. */
  secretVersionList: endpoint({
    method: 'GET',
    path: '/api/secrets/{secretId}/versions',
    response: listOf(secretVersion),
  }),
  secretVersionGet: endpoint({ method: 'GET', path: '/api/secret-versions/{id}', response: secretVersion }),
  secretVersionGetByIds: endpoint({
    method: 'POST',
    path: '/api/secret-versions/get-by-ids',
    body: ids,
    response: listOf(secretVersion),
  }),
  secretVersionRestore: endpoint({
    method: 'PUT',
    path: '/api/secrets/{secretId}/versions/restore',
    body: z.object({ versionId: id }),
    response: secret,
  }),
  secretVersionDelete: endpoint({
    method: 'POST',
    path: '/api/secret-versions/delete',
    body: ids,
    response: null,
  }),
}

export type SecretVersion = z.output<typeof secretVersion>
