import type { Context } from '#/mocks/handler'
import { callerOf, ownMembership } from '#/mocks/rules'
import type { Db } from '#/mocks/store/db'
import type { Id, SecretRow, SecretVersionRow, Stamp } from '#/mocks/store/tables'
import { versionAnswer } from './wire'

const MOST_VERSIONS = 10

export const isGenerationB = (context: Context): boolean => context.switches.versionsGeneration === 'B'

/** Newest first. */
export const versionsOf = (context: Context, secretId: Id): SecretVersionRow[] =>
  newestFirst(context.db.secretVersions.where('secretId', secretId))

export const newestFirst = (rows: readonly SecretVersionRow[]): SecretVersionRow[] =>
  rows.toSorted((a, b) => (a.versionDate < b.versionDate ? 1 : a.versionDate > b.versionDate ? -1 : 0))

type Editor = Pick<SecretVersionRow, 'editorServiceAccountId' | 'editorOrganizationUserId'>

/** Adds a version; before that all but the nine newest go. */
export function addVersion(
  db: Db,
  secret: SecretRow,
  value: string,
  versionDate: Stamp,
  editor: Editor,
): void {
  const stored = newestFirst(db.secretVersions.where('secretId', secret.id))
  for (const old of stored.slice(MOST_VERSIONS - 1)) db.secretVersions.delete(old.id)
  db.secretVersions.put({ id: db.newId(), secretId: secret.id, value, versionDate, ...editor })
}

/** Adds a version in the caller's name. */
export function recordVersion(context: Context, secret: SecretRow, value: string, versionDate: Stamp): void {
  const { db } = context
  const caller = callerOf(context)
  const isMachine = caller.kind === 'machine'
  const member = isMachine ? undefined : ownMembership(db, caller, secret.organizationId)
  addVersion(db, secret, value, versionDate, {
    editorServiceAccountId: isMachine ? (caller.serviceAccountId ?? null) : null,
    editorOrganizationUserId: member?.id ?? null,
  })
}

/** Generation B names the editors to people; machines get the same fields with null. */
export function versionOnWire(context: Context, row: SecretVersionRow) {
  const { object, ...fields } = versionAnswer(row)
  if (!isGenerationB(context)) return { ...fields, object }
  const { db } = context
  const isMachine = callerOf(context).kind === 'machine'
  const user = db.users.get(db.members.get(row.editorOrganizationUserId)?.userId)
  const account = db.serviceAccounts.get(row.editorServiceAccountId)
  return {
    ...fields,
    editorOrganizationUserName: isMachine || !user ? null : user.name?.trim() ? user.name : user.email,
    editorServiceAccountName: isMachine || !account ? null : account.name,
    object,
  }
}
