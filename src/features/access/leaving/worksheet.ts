import { READ, READ_WRITE } from '#/domain/access/facts'
import { leavingRows, type LeavingRow } from '#/domain/leaving'
import { rowOfSecret, secretName, secretProject } from '#/session/secret-columns'
import type { Explorer } from '#/features/access/explorer/build-explorer'

export interface WorksheetRow extends LeavingRow {
  /** Null where it cannot be decrypted, or is not among the secrets that the viewer reads. */
  name: string | null
  project: string | null
  isListed: boolean
}

/** Whether grants and role give a secret to a person, also of one who is revoked and uses none of them. */
function reads({ map }: Explorer, row: number, secret: number): boolean {
  if (!map.isOff(row)) return (map.secretRight(row, secret) & READ) !== 0
  const { role } = map.facts.people[row] ?? {}
  if (role === 'owner' || role === 'admin') return true
  const project = map.facts.secrets.project[secret] ?? -1
  return project >= 0 && ((map.cellsOf(row)[project] ?? 0) & READ_WRITE & READ) !== 0
}

/** Each secret that the member could read or did, what is to be renewed first. */
export function worksheetOf(
  explorer: Explorer,
  memberId: string,
  lastRead: ReadonlyMap<string, number>,
): WorksheetRow[] {
  const { columns, map } = explorer
  const row = map.rows.get(memberId)
  const { ids } = map.facts.secrets
  const listed = ids.map((id, secret) => ({
    id,
    isInReach: row === undefined ? null : reads(explorer, row, secret),
    lastRead: lastRead.get(id) ?? null,
    changed: columns.changed[secret] ?? 0,
  }))
  const known = new Set(ids)
  // Read once, and now deleted, in the trash, or out of the viewer's own reach.
  const others = [...lastRead].flatMap(([id, at]) =>
    known.has(id) ? [] : [{ id, isInReach: null, lastRead: at, changed: 0 }],
  )
  return leavingRows([...listed, ...others]).map((entry) => {
    const at = rowOfSecret(columns, entry.id)
    return {
      ...entry,
      name: at === -1 ? null : secretName(columns, at),
      project: at === -1 ? null : (secretProject(columns, at)?.name ?? null),
      isListed: at !== -1,
    }
  })
}

export const stateWords = {
  known: 'Read, not changed since',
  perhaps: 'Read, changed since: perhaps not the value',
  reachable: 'In reach, no read found',
} as const

const iso = (at: number | null) => (at === null ? '' : new Date(at).toISOString())

/** Of all rows, with what was worked off. */
export const worksheetCsv = (rows: readonly WorksheetRow[], done: ReadonlySet<string>): string[][] => [
  ['secret id', 'name', 'project', 'state', 'last read', 'last change', 'done'],
  ...rows.map(({ id, name, project, state, lastRead, changed }) => [
    id,
    name ?? '',
    project ?? '',
    stateWords[state],
    iso(lastRead),
    changed === 0 ? '' : iso(changed),
    done.has(id) ? 'yes' : '',
  ]),
]
