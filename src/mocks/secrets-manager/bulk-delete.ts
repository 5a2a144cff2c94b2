import type { Db } from '#/mocks/store/db'
import type { Answer, Context } from '#/mocks/handler'
import { allow, rightsIn } from '#/mocks/rules'
import type { Rights } from '#/mocks/rules'
import type { Id } from '#/mocks/store/tables'
import { bulkDeletion, listAnswer } from './wire'

interface Owned {
  id: Id
  organizationId: Id
}

/**
 * The rows of a list of ids, and the caller's rights: all must exist, once each, in one organization that
 * the caller may use; else nothing is found.
 */
export function bulkTargets<Row extends Owned>(
  context: Context,
  ids: readonly Id[],
  find: (id: Id) => Row | undefined,
): { rows: Row[]; rights: Rights } {
  const rows = [...new Set(ids)].flatMap((id) => find(id) ?? [])
  const organizationId = rows[0]?.organizationId
  allow(rows.length === ids.length && rows.every((row) => row.organizationId === organizationId))
  allow(organizationId !== undefined)
  return { rows, rights: rightsIn(context, organizationId) }
}

/** Deletes those of the ids in the body that the caller may delete, and tells per item. */
export function bulkDelete<Row extends Owned>(
  context: Context,
  rules: {
    find: (id: Id) => Row | undefined
    may: (rights: Rights, row: Row) => boolean
    remove: (db: Db, rows: readonly Row[]) => void
    log: (row: Row) => void
  },
): Answer {
  const { rows, rights } = bulkTargets(context, context.body as Id[], rules.find)
  const allowed = new Set(rows.filter((row) => rules.may(rights, row)))
  rules.remove(context.db, [...allowed])
  for (const row of allowed) rules.log(row)
  return { body: listAnswer(rows.map((row) => bulkDeletion(row.id, allowed.has(row)))) }
}
