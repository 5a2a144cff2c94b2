import { purgeSecrets, setDeleted } from '#/mocks/secrets-manager/cascade'
import { writeEvent } from '#/mocks/secrets-manager/events'
import { ServerError } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import { allow, isTrashKeeper, rightsIn } from '#/mocks/rules'
import { secretsWithProjects } from '#/mocks/secrets-manager/secret-reads'
import { stampOf } from '#/mocks/store/stamp'
import type { Id, SecretRow } from '#/mocks/store/tables'
import { byRevision } from '#/mocks/secrets-manager/wire'

export const trashHandlers = {
  trashList: (c) => {
    const rights = openTrash(c)
    return secretsWithProjects(c, byRevision(trashOf(c)), (secret) => rights.secret(secret))
  },

  trashRestore: (c) => {
    const secrets = chosen(c)
    setDeleted(c.db, secrets, false)
    for (const secret of secrets) writeEvent(c, secret.organizationId, 2105, { secretId: secret.id })
    return {}
  },

  trashEmpty: (c) => {
    const secrets = chosen(c)
    purgeSecrets(c.db, secrets)
    for (const secret of secrets) writeEvent(c, secret.organizationId, 2104, { secretId: secret.id })
    return {}
  },
} satisfies Partial<Handlers>

/** The one place where a missing right is a 401. */
function openTrash(c: Context) {
  const rights = rightsIn(c, pathId(c, 'organizationId'))
  if (!isTrashKeeper(rights)) throw new ServerError(401, 'Unauthorized.')
  runRetention(c)
  return rights
}

const trashOf = (c: Context): SecretRow[] =>
  c.db.secrets.where('organizationId', pathId(c, 'organizationId')).filter((row) => row.deletedDate !== null)

/** All of the ids must lie in this trash; naming one twice is no harm. */
function chosen(c: Context): SecretRow[] {
  openTrash(c)
  const organizationId = pathId(c, 'organizationId')
  return [...new Set(c.body as Id[])].map((id) => {
    const secret = c.db.secrets.get(id)
    allow(secret?.organizationId === organizationId && secret.deletedDate !== null)
    return secret
  })
}

const DAY = 86_400_000
const JOB_HOUR = 22 * 3_600_000

/**
 * The server purges daily at 22:00 what was trashed more than 30 days ago, and logs nothing. Here it
 * happens when the trash is next opened, as if the job had run in time.
 */
function runRetention(c: Context): void {
  const lastRun = Math.floor((c.db.nowMs() - JOB_HOUR) / DAY) * DAY + JOB_HOUR
  const limit = stampOf(lastRun - 30 * DAY)
  purgeSecrets(
    c.db,
    trashOf(c).filter((secret) => secret.deletedDate !== null && secret.deletedDate < limit),
  )
}
