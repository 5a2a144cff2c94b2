import { forgetGrantee } from '#/mocks/secrets-manager/cascade'
import type { Db } from '#/mocks/store/db'
import type { GroupRow } from '#/mocks/store/tables'
import type { Bindings } from './bindings'
import type { Exchange } from './exchange'

const group = /\/groups(?:\/([0-9a-f-]+))?$/

/**
 * Acts on groups that later exchanges of Secrets Manager stand on. The mock has no endpoint for them yet,
 * so they are done in the tables, and what they answered is not compared.
 */
export function doByHand({ request, response, persona }: Exchange, db: Db, bindings: Bindings): boolean {
  if (persona !== 'owner' || response.status !== 200 || request.method === 'GET') return false
  const groupMatch = group.exec(request.path)
  const isGone = request.method === 'DELETE'
  if (groupMatch)
    actOnGroup(
      isGone ? bindings.translate(groupMatch[1] ?? '') : null,
      response.body as GroupRow,
      request.body as { users: string[] },
      db,
      bindings,
    )
  return groupMatch !== null
}

function actOnGroup(
  goneId: string | null,
  answer: GroupRow,
  body: { users: string[] },
  db: Db,
  bindings: Bindings,
): void {
  if (goneId !== null) {
    forgetGrantee(db, goneId)
    db.groups.delete(goneId)
    return
  }
  const { name, organizationId } = answer
  const date = db.stamp()
  const id = db.newId()
  bindings.bindId(answer.id, id)
  const dates = { creationDate: date, revisionDate: date }
  db.groups.put({ id, organizationId, name, externalId: null, memberIds: body.users, ...dates })
}
