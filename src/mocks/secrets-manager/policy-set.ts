import { bumpMachineAccounts, machineGrantees } from './cascade'
import type { Db } from '#/mocks/store/db'
import { badRequest, invalid, unhandled } from '#/mocks/handler'
import type { PolicyChanges, PolicyWish } from '#/mocks/rules'
import type { AccessPolicyRow, Id } from '#/mocks/store/tables'

export type GranteeKind = PolicyWish['granteeKind']
export type Target = Pick<PolicyWish, 'targetKind' | 'targetId'>

export interface PolicyRequest {
  granteeId: Id
  read: boolean
  write: boolean
}

/** What the server makes of a null entry among machine accounts or projects nobody recorded; no 500 is made up. */
export const noEntry = () => invalid({ '': ['A null entry is not valid.'] })

/** Absent and null arrays mean "none"; a null entry among people breaks the server (recorded). */
export function wishesFor(
  target: Target,
  granteeKind: GranteeKind,
  requests: readonly (PolicyRequest | null)[] | null,
): PolicyWish[] {
  return (requests ?? []).map((request) => {
    if (!request) throw granteeKind === 'serviceAccount' ? noEntry() : unhandled()
    return { granteeKind, granteeId: request.granteeId, ...target, read: request.read, write: request.write }
  })
}

const keyOf = ({ granteeId, targetId }: Pick<PolicyWish, 'granteeId' | 'targetId'>) =>
  `${granteeId} ${targetId}`

export function requireUnique(wishes: readonly PolicyWish[]): void {
  if (new Set(wishes.map(keyOf)).size !== wishes.length) throw badRequest('Resources must be unique')
}

export function requireRead(wishes: readonly PolicyWish[]): void {
  if (!wishes.every((wish) => wish.read)) throw badRequest('Resources must be Read = true')
}

export function requireReadWrite(wishes: readonly PolicyWish[]): void {
  if (wishes.every((wish) => wish.read && wish.write)) return
  throw badRequest('Machine account access must be Can read, write')
}

/** Stored rows of one target for some kinds of grantee. */
export const policiesOn = (db: Db, targetId: Id, ...kinds: GranteeKind[]): AccessPolicyRow[] =>
  db.accessPolicies.where('targetId', targetId).filter((row) => kinds.includes(row.granteeKind))

/** `updated` rows carry the new flags already, and the old dates. */
export function policyChanges(
  stored: readonly AccessPolicyRow[],
  wishes: readonly PolicyWish[],
): PolicyChanges {
  const wanted = new Map(wishes.map((wish) => [keyOf(wish), wish]))
  const kept = new Set(stored.map(keyOf))
  const updated = stored.flatMap((row) => {
    const wish = wanted.get(keyOf(row))
    return wish && (row.read !== wish.read || row.write !== wish.write) ? [{ ...row, ...wish }] : []
  })
  return {
    created: wishes.filter((wish) => !kept.has(keyOf(wish))),
    updated,
    deleted: stored.filter((row) => !wanted.has(keyOf(row))),
  }
}

/** Writes the changes and moves the `revisionDate` of the machine accounts whose own rows they are. */
export function applyPolicies(db: Db, { created, updated, deleted }: PolicyChanges): void {
  const date = db.stamp()
  for (const row of deleted) db.accessPolicies.delete(row.id)
  for (const row of updated) db.accessPolicies.put({ ...row, revisionDate: date })
  for (const wish of created) {
    db.accessPolicies.put({ id: db.newId(), ...wish, creationDate: date, revisionDate: date })
  }
  bumpMachineAccounts(db, machineGrantees([...created, ...updated, ...deleted]))
}
