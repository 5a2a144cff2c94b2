import type { AccessMap } from '#/domain/access/access-map'
import { MAYBE, READ_WRITE, rightLetters, WRITE } from '#/domain/access/facts'
import type { Right } from '#/domain/access/facts'
import { proofsOf } from '#/domain/access/proof'
import type { Proof } from '#/domain/access/proof'
import { isMatch } from '#/features/access/names'
import type { NamedThing } from '#/features/access/names'
import type { Explorer } from './build-explorer'

export interface MatrixFilter {
  text: string
  kinds: 'person' | 'admin' | 'user' | 'group' | 'machine' | undefined
  right: 'any' | 'write' | 'unknown' | undefined
  by: 'direct' | undefined
}

export type MatrixLine =
  | { kind: 'head'; title: string; count: number }
  | { kind: 'row'; thing: NamedThing; row: number }

export interface MatrixColumn {
  id: string
  column: number
  name: string
  secrets: number
  /** False until its grants were given or refused: nothing is said of them. */
  isAnswered: boolean
}

export interface MatrixView {
  lines: MatrixLine[]
  /** Indexes into the map's columns, in the order of names. */
  columns: MatrixColumn[]
  rowCount: number
}

const HEADS = { person: 'People', group: 'Groups', machine: 'Machine accounts', project: 'Projects' }

/** Text narrows rows where it fits somebody, and columns where it fits a project. */
export function matrixView({ map, names, principals, projects }: Explorer, filter: MatrixFilter): MatrixView {
  const all = projects.map(({ id, secrets, isAnswered }) => ({
    ...{ id, secrets, isAnswered, column: map.columns.get(id) ?? 0 },
    name: names.get(id)?.name ?? id.slice(0, 8),
  }))
  const things = principals.filter(({ thing, row }) => isOfKind(map, thing, row, filter.kinds))
  const rowsHit = things.filter(({ thing }) => isMatch(thing, filter.text))
  const columnsHit = all.filter(({ name }) => name.toLowerCase().includes(filter.text.trim().toLowerCase()))
  const isNarrowed = filter.text.trim() !== ''
  const columns =
    isNarrowed && columnsHit.length > 0 ? columnsHit : isNarrowed && rowsHit.length === 0 ? [] : all
  const candidates = isNarrowed && rowsHit.length === 0 && columnsHit.length > 0 ? things : rowsHit
  const rows = candidates.filter(({ row, thing }) => isWanted(map, row, thing.id, columns, filter))
  const lines: MatrixLine[] = []
  for (const kind of ['person', 'group', 'machine'] as const) {
    const of = rows.filter(({ thing }) => thing.kind === kind)
    if (of.length === 0) continue
    lines.push({ kind: 'head', title: HEADS[kind], count: of.length })
    for (const { thing, row } of of) lines.push({ kind: 'row', thing, row })
  }
  return { lines, columns, rowCount: rows.length }
}

function isOfKind(map: AccessMap, { kind }: NamedThing, row: number, wanted: MatrixFilter['kinds']): boolean {
  if (!wanted || wanted === kind) return true
  if (kind !== 'person') return false
  return wanted === 'admin' ? map.isAdmin(row) : wanted === 'user' && !map.isAdmin(row)
}

function isWanted(
  map: AccessMap,
  row: number,
  id: string,
  columns: MatrixView['columns'],
  { right, by }: MatrixFilter,
): boolean {
  if (!right && !by) return true
  return columns.some(({ id: project, column }) => {
    const cell = map.cell(row, column)
    if (right === 'write' && !(cell & WRITE)) return false
    if (right === 'any' && !(cell & READ_WRITE)) return false
    if (right === 'unknown' && !(cell & MAYBE)) return false
    return by !== 'direct' || (map.grantsOn.get(project) ?? []).some(({ grantee }) => grantee === id)
  })
}

export interface CellLook {
  letters: ReturnType<typeof rightLetters>
  right: Right
  by: Proof['by'] | null
  /** Nothing is said of it yet. */
  isWaiting: boolean
}

/** What a cell shows: the right and the strongest way to it. */
export function cellLook(map: AccessMap, principal: string, row: number, column: MatrixColumn): CellLook {
  const right = map.cell(row, column.column)
  const letters = rightLetters(right)
  const look = { letters, right, by: null, isWaiting: letters === '?' && !column.isAnswered }
  if (letters === '' || letters === '?') return look
  if (map.isAdmin(row)) return { ...look, by: 'role' }
  return { ...look, by: proofsOf(map, principal, column.id).paths[0]?.by ?? null }
}
