import type { AccessMap } from '#/domain/access/access-map'
import { MAYBE, NONE, READ, WRITE } from '#/domain/access/facts'
import { nameOf } from './names'
import type { Names } from './names'
import type { Preview } from './preview'

/** What has to be ticked before saving, each said by name. */
export type Risk =
  | { kind: 'self'; id: 'self'; keepsRead: boolean }
  /** `isCertain`: false where not all grants that count here are told to this account. */
  | { kind: 'last-writer'; id: 'last-writer'; name: string; admins: number; isCertain: boolean }
  | { kind: 'machine'; id: string; name: string }

export interface RiskQuestion {
  preview: Preview
  before: AccessMap
  after: AccessMap
  target: string
  names: Names
  /** Machine accounts that lose everything here and read lately, or of whom it is not known. */
  reading: readonly string[]
}

export function risksOf({ preview, before, after, target, names, reading }: RiskQuestion): Risk[] {
  const risks: Risk[] = []
  const self = [...preview.losesRead, ...preview.losesWrite].find(({ thing }) => thing.isMe)
  if (self) risks.push({ kind: 'self', id: 'self', keepsRead: (self.after & READ) !== NONE })
  const last = lastWriters(before, after, target)
  if (last) {
    const name = listWords(last.ids.map((id) => nameOf(names, id)))
    risks.push({ kind: 'last-writer', id: 'last-writer', name, ...last.left })
  }
  for (const id of reading) risks.push({ kind: 'machine', id, name: names.get(id)?.name ?? id.slice(0, 8) })
  return risks
}

/**
 * Those whose right to write was the last beside the roles of owners and admins; null while somebody keeps one. A
 * right counts whatever its way: of the object or its project, direct or through a group. Machine accounts count for
 * nobody: they cannot change access.
 */
export function lastWriters(before: AccessMap, after: AccessMap, target: string) {
  const were = writersOf(before, target)
  const are = writersOf(after, target)
  if (were.ids.length === 0 || are.ids.length > 0) return null
  return { ids: were.ids, left: { admins: are.admins, isCertain: are.isCertain } }
}

function writersOf(map: AccessMap, target: string) {
  const ids: string[] = []
  let admins = 0
  let isCertain = true
  for (const { id } of map.facts.people) {
    const row = map.rows.get(id)
    if (row === undefined || map.isOff(row)) continue
    const right = map.right(id, target)
    if (map.isAdmin(row)) admins += 1
    else if (right & WRITE) ids.push(id)
    else if (right & MAYBE) isCertain = false
  }
  // Who is in such a group is not told, so the group stands for them.
  for (const id of map.openGroups) if (map.right(id, target) & WRITE) ids.push(id)
  return { ids, admins, isCertain }
}

const NAMED = 3

/** "Anna, Ben, Carl and 4 more". */
function listWords(names: readonly string[]): string {
  const more = names.length - NAMED
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ')
}
