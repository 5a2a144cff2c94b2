import { bumpMachineAccounts, machineAccountsReaching } from '#/mocks/secrets-manager/cascade'
import { writeEvent } from '#/mocks/secrets-manager/events'
import { badRequest, notFound } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import { allow, canChangeVersions, canReadSecret, rightsIn } from '#/mocks/rules'
import type { Rights } from '#/mocks/rules'
import { liveSecret, withTexts } from '#/mocks/secrets-manager/secret-reads'
import type { Id, SecretRow, SecretVersionRow } from '#/mocks/store/tables'
import {
  isGenerationB,
  newestFirst,
  recordVersion,
  versionOnWire,
  versionsOf,
} from '#/mocks/secrets-manager/versions'
import { listAnswer, projectsOf, writtenSecret } from '#/mocks/secrets-manager/wire'

export const secretVersionHandlers = {
  secretVersionList: (c) => {
    const secret = liveSecret(c, pathId(c, 'secretId'))
    allow(canReadSecret(rightsIn(c, secret.organizationId), secret))
    const versions = versionsOf(c, secret.id)
    if (versions.length > 0) logReads(c, [secret])
    return { body: listAnswer(versions.map((version) => versionOnWire(c, version))) }
  },

  secretVersionGet: (c) => {
    const version = c.db.secretVersions.get(pathId(c, 'id'))
    if (!version) throw notFound()
    const secrets = secretsOf(c, [version], canReadSecret)
    logReads(c, secrets)
    return { body: versionOnWire(c, version) }
  },

  // Unknown ids and repetitions are dropped without a word.
  secretVersionGetByIds: (c) => {
    const ids = idsOf(c)
    const versions = [...new Set(ids)].flatMap((id) => c.db.secretVersions.get(id) ?? [])
    allow(versions.length > 0)
    logReads(c, secretsOf(c, versions, canReadSecret))
    return { body: listAnswer(newestFirst(versions).map((version) => versionOnWire(c, version))) }
  },

  secretVersionRestore: async (c) => {
    const found = liveSecret(c, pathId(c, 'secretId'))
    allow(canChangeVersions(rightsIn(c, found.organizationId), found))
    const version = c.db.secretVersions.get((c.body as { versionId: Id }).versionId)
    allow(version?.secretId === found.id)
    await withTexts(c, found)
    return { body: restore(c, liveSecret(c, found.id), version) }
  },

  secretVersionDelete: (c) => {
    const ids = idsOf(c)
    const versions = [...new Set(ids)].flatMap((id) => c.db.secretVersions.get(id) ?? [])
    allow(versions.length === ids.length)
    secretsOf(c, versions, canChangeVersions)
    for (const version of versions) c.db.secretVersions.delete(version.id)
    return {}
  },
} satisfies Partial<Handlers>

function idsOf(c: Context): Id[] {
  const ids = c.body as Id[]
  if (ids.length === 0) throw badRequest('No version IDs provided.')
  return ids
}

/** The live secrets of these versions; the caller needs the right on all of them. */
function secretsOf(
  c: Context,
  versions: readonly SecretVersionRow[],
  may: (rights: Rights, secret: SecretRow) => boolean,
): SecretRow[] {
  const ids = new Set(versions.map((version) => version.secretId))
  return [...ids].map((id) => {
    const secret = liveSecret(c, id)
    allow(may(rightsIn(c, secret.organizationId), secret))
    return secret
  })
}

/** Only generation B logs that versions were read. */
function logReads(c: Context, secrets: readonly SecretRow[]): void {
  if (!isGenerationB(c)) return
  for (const secret of secrets) writeEvent(c, secret.organizationId, 2100, { secretId: secret.id })
}

/**
 * Generation A keeps the value that goes and writes no event; B keeps the one that comes, and logs an edit.
 * The same ciphertext records nothing, but `revisionDate` moves.
 */
function restore(c: Context, before: SecretRow, version: SecretVersionRow) {
  const isB = isGenerationB(c)
  const isChanged = before.value !== version.value
  if (isChanged && !isB) recordVersion(c, before, before.value, c.now())
  const after = c.db.secrets.put({ ...before, value: version.value, revisionDate: c.now() })
  if (isChanged && isB) recordVersion(c, after, after.value, after.revisionDate)
  bumpMachineAccounts(c.db, machineAccountsReaching(c.db, [after]))
  if (isB) writeEvent(c, after.organizationId, 2102, { secretId: after.id })
  return writtenSecret(after, projectsOf(c.db, after))
}
