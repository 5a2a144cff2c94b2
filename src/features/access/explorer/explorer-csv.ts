import type { AccessMap } from '#/domain/access/access-map'
import { NONE, rightWords } from '#/domain/access/facts'
import { byKindAndName, namelessThing, nameOf } from '#/features/access/names'
import type { NamedThing, Names } from '#/features/access/names'
import { proofWords } from '#/features/access/proof-words'
import { secretId, secretName, secretProject } from '#/session/secret-columns'
import { cellLook } from './matrix-rows'
import type { MatrixView } from './matrix-rows'
import type { Explorer } from './build-explorer'
import { proofsOf } from '#/domain/access/proof'

/** One line for each right in view, with its strongest reason; what is not known is a line too. */
export function explorerCsv({ map, names }: Explorer, { lines, columns }: MatrixView): string[][] {
  const rows = [['kind', 'id', 'name', 'project id', 'project', 'access', 'because']]
  for (const line of lines) {
    if (line.kind !== 'row') continue
    const { thing, row } = line
    for (const column of columns) {
      const look = cellLook(map, thing.id, row, column)
      if (look.letters === '') continue
      const because = reasonOf(map, names, thing.id, column.id)
      rows.push([thing.kind, thing.id, thing.name, column.id, column.name, rightWords(look.right), because])
    }
  }
  return rows
}

interface Target {
  kind: string
  id: string
}

/** Who reaches one object, groups left out as their members stand for them; what is not known is a line too. */
export function whoCsv(map: AccessMap, names: Names, { kind, id }: Target, name: string): string[][] {
  const rows = [['kind', 'id', 'name', 'object kind', 'object id', 'object', 'access', 'because']]
  for (const thing of whoReaches(map, names, id)) {
    const because = reasonOf(map, names, thing.id, id)
    rows.push([
      thing.kind,
      thing.id,
      thing.name,
      kind,
      id,
      name,
      rightWords(map.right(thing.id, id)),
      because,
    ])
  }
  return rows
}

/** Those with a right, and those of whom it is not known. */
export function whoReaches(map: AccessMap, names: Names, target: string): NamedThing[] {
  const of = (kind: NamedThing['kind'], list: readonly { id: string }[]) =>
    list
      .filter(({ id }) => map.right(id, target) !== NONE)
      .map(({ id }) => names.get(id) ?? namelessThing(kind, id))
      .toSorted(byKindAndName)
  return [...of('person', map.facts.people), ...of('machine', map.facts.machines)]
}

/** What one principal reaches: its projects, and every secret of them. */
export function whatCsv(
  { map, names, projects, columns }: Explorer,
  of: string,
  secrets: readonly number[],
): string[][] {
  const rows = [['object kind', 'object id', 'object', 'project', 'access', 'because']]
  const add = (kind: string, id: string, name: string, project: string) =>
    rows.push([kind, id, name, project, rightWords(map.right(of, id)), reasonOf(map, names, of, id)])
  for (const { id } of projects) if (map.right(of, id) !== NONE) add('project', id, nameOf(names, id), '')
  for (const row of secrets) {
    const id = secretId(columns, row)
    add('secret', id, secretName(columns, row) ?? '', secretProject(columns, row)?.name ?? '')
  }
  return rows
}

function reasonOf(map: AccessMap, names: Names, principal: string, target: string): string {
  const { paths, doubts } = proofsOf(map, principal, target)
  return paths[0] ? proofWords(paths[0], names, '') : doubts.join(' ')
}
