import { bulkDelete, bulkTargets } from '#/mocks/secrets-manager/bulk-delete'
import { setDeleted } from '#/mocks/secrets-manager/cascade'
import { writeEvent } from '#/mocks/secrets-manager/events'
import { badRequest, notFound } from '#/mocks/handler'
import type { Answer, Context, Handlers } from '#/mocks/handler'
import { pathId, queryDate } from '#/mocks/http/query'
import { allow, callerOf, canDeleteSecret, canReadSecret, canSync, rightsIn } from '#/mocks/rules'
import {
  findLiveSecret,
  liveSecret,
  liveSecretsOf,
  secretsWithProjects,
  withTexts,
} from '#/mocks/secrets-manager/secret-reads'
import { STREAMED_FROM, streamedArray } from '#/mocks/http/stream'
import type { Id, SecretRow, Stamp } from '#/mocks/store/tables'
import { baseSecret, byRevision, listAnswer, projectsOf, secretAnswer } from '#/mocks/secrets-manager/wire'

export const secretHandlers = {
  secretList: (c) => {
    const organizationId = pathId(c, 'organizationId')
    const rights = rightsIn(c, organizationId)
    const secrets = liveSecretsOf(c, organizationId).filter((secret) => canReadSecret(rights, secret))
    return secretsWithProjects(c, byRevision(secrets), (secret) => rights.listedSecret(secret))
  },

  // The right on the project itself is not asked: a stranger gets an empty list.
  projectSecretList: (c) => {
    const project = c.db.projects.get(pathId(c, 'projectId'))
    if (!project) throw notFound()
    const rights = rightsIn(c, project.organizationId)
    const secrets = c.db.secrets
      .where('projectId', project.id)
      .filter((secret) => secret.deletedDate === null && canReadSecret(rights, secret))
    return secretsWithProjects(c, secrets, (secret) => rights.listedSecret(secret))
  },

  secretGet: async (c) => {
    const secret = liveSecret(c, pathId(c, 'id'))
    const rights = rightsIn(c, secret.organizationId)
    allow(canReadSecret(rights, secret))
    writeEvent(c, secret.organizationId, 2100, { secretId: secret.id })
    const projects = projectsOf(c.db, secret)
    return { body: secretAnswer(await withTexts(c, secret), projects, rights.secret(secret)) }
  },

  secretDelete: (c) =>
    bulkDelete(c, {
      find: (id) => findLiveSecret(c, id),
      may: canDeleteSecret,
      remove: (db, secrets) => setDeleted(db, secrets, true),
      log: (secret) => writeEvent(c, secret.organizationId, 2103, { secretId: secret.id }),
    }),

  secretGetByIds: async (c) => {
    const { ids } = c.body as { ids: Id[] }
    const { rows, rights } = bulkTargets(c, ids, (id) => findLiveSecret(c, id))
    allow(rows.every((secret) => canReadSecret(rights, secret)))
    logReads(c, rows)
    return { body: listAnswer((await c.db.sealed(rows, 'all')).map((secret) => baseSecret(c.db, secret))) }
  },

  secretSync: (c) => {
    const organizationId = pathId(c, 'organizationId')
    const lastSyncedDate = queryDate(c, 'lastSyncedDate')
    if (lastSyncedDate !== null && lastSyncedDate > c.now()) {
      throw badRequest('Last synced date must be in the past.')
    }
    const rights = rightsIn(c, organizationId)
    if (!canSync(rights)) throw badRequest('Only service accounts can sync secrets.')
    if (lastSyncedDate !== null && !hasChangedSince(c, lastSyncedDate)) {
      return { body: { hasChanges: false, secrets: null, object: 'secretsSync' } }
    }
    const readable = liveSecretsOf(c, organizationId).filter((secret) => canReadSecret(rights, secret))
    // The rows of the log follow the order of the list.
    const secrets = byRevision(readable)
    logReads(c, secrets)
    return syncAnswer(c, secrets)
  },
} satisfies Partial<Handlers>

function logReads(c: Context, secrets: readonly SecretRow[]): void {
  for (const secret of secrets) writeEvent(c, secret.organizationId, 2100, { secretId: secret.id })
}

/** All or nothing: a machine account's own `revisionDate` stands for everything it can read. */
function hasChangedSince(c: Context, lastSyncedDate: Stamp): boolean {
  const account = c.db.serviceAccounts.get(callerOf(c).serviceAccountId)
  if (!account) throw notFound()
  return lastSyncedDate <= account.revisionDate
}

async function syncAnswer(c: Context, secrets: readonly SecretRow[]): Promise<Answer> {
  const write = async (batch: readonly SecretRow[]) =>
    (await c.db.sealed(batch, 'all')).map((secret) => baseSecret(c.db, secret))
  const object = 'secretsSync'
  if (secrets.length < STREAMED_FROM) {
    return { body: { hasChanges: true, secrets: listAnswer(await write(secrets)), object } }
  }
  const after = `],"continuationToken":null,"object":"list"},"object":"${object}"}`
  return streamedArray(secrets, write, '{"hasChanges":true,"secrets":{"data":[', after)
}
