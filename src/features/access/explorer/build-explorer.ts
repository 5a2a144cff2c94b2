import { AccessMap } from '#/domain/access/access-map'
import type { AccessFacts } from '#/domain/access/facts'
import { buildFacts } from '#/features/access/build-facts'
import type { KnownList } from '#/features/access/build-facts'
import { byKindAndName, namelessThing, namesOf } from '#/features/access/names'
import type { NamedThing, Names } from '#/features/access/names'
import { breathe } from '#/lib/breathe'
import type { CallResult } from '#/session/call-types'
import type { Directory, GrantRow } from '#/session/access-types'
import { secretId } from '#/session/secret-columns'
import type { SecretColumns } from '#/session/secret-columns'
import type { KnownGrants } from './use-known-grants'

/** All that the views of the explorer draw. */
export interface Explorer {
  map: AccessMap
  names: Names
  directory: Directory
  /** Active people, groups and machine accounts, by kind and name. */
  principals: { thing: NamedThing; row: number }[]
  /** By name. */
  projects: { id: string; secrets: number; isAnswered: boolean }[]
  columns: SecretColumns
  progress: { read: number; refused: number; failed: number; of: number }
}

export interface ExplorerSources {
  directory: Directory
  projects: CallResult<'listProjects'>
  columns: SecretColumns
  secrets: ReturnType<typeof secretFacts>
  known: KnownGrants
}

const isAnswered = (list: KnownList | undefined) => list !== undefined && list.status !== 'waiting'

/** A few milliseconds at a time: 1,000 people by 300 projects would hold the page up. */
export async function buildExplorer(sources: ExplorerSources): Promise<Explorer> {
  const { directory, columns, secrets, known } = sources
  const { lists, members } = known
  const named = sources.projects.map(({ id, name, canWrite }) => ({
    ...{ id, canWrite },
    name: name.ok ? name.text : null,
  }))
  const facts = buildFacts({ directory, lists, members, projects: named, ...secrets, withMachines: false })
  await breathe()
  const names = namesOf(directory, named, grantsIn(lists))
  await breathe()
  const map = await AccessMap.inSlices(facts, breathe)
  await breathe()
  const principals = principalsOf(map, names)
  await breathe()
  const projects = sizes(facts).map((project) => ({
    ...project,
    isAnswered: isAnswered(lists.get(project.id)),
  }))
  return {
    ...{ map, names, directory, principals, columns },
    projects: projects.toSorted((a, b) => compare(names.get(a.id)?.name, names.get(b.id)?.name)),
    progress: progressOf(lists, projects.length),
  }
}

const grantsIn = (lists: ReadonlyMap<string, KnownList>): GrantRow[] =>
  [...lists.values()].flatMap((list) => (list.status === 'read' ? list.grants : []))

/** Of all secrets that the viewer can read, in the order of the list. */
export function secretFacts(columns: SecretColumns, projects: readonly string[]) {
  const at = new Map(projects.map((id, i) => [id, i]))
  const indexes = columns.projects.map(({ id }) => at.get(id) ?? -1)
  const ids = Array.from({ length: columns.count }, (_, row) => secretId(columns, row))
  return {
    secrets: { ids, project: Int32Array.from(columns.project, (i) => indexes[i] ?? -1) },
    writableSecrets: ids.filter((_, row) => columns.write[row] === 1),
    secretsRead: new Set<string>(),
  }
}

const kindOrder = { person: 0, group: 1, machine: 2, project: 3 }

function principalsOf(map: AccessMap, names: Names): Explorer['principals'] {
  const { people, groups, machines } = map.facts
  const of = (kind: NamedThing['kind'], list: readonly { id: string }[]) =>
    list.flatMap(({ id }) => {
      const row = map.rows.get(id)
      return row === undefined ? [] : [{ thing: names.get(id) ?? namelessThing(kind, id), row }]
    })
  const active = people.filter((person) => person.isActive)
  return [...of('person', active), ...of('group', groups), ...of('machine', machines)].toSorted(
    (a, b) => kindOrder[a.thing.kind] - kindOrder[b.thing.kind] || byKindAndName(a.thing, b.thing),
  )
}

function sizes({ projects, secrets }: AccessFacts): { id: string; secrets: number }[] {
  const counts = new Uint32Array(projects.length)
  for (const project of secrets.project) if (project >= 0) counts[project] = (counts[project] ?? 0) + 1
  return projects.map((id, i) => ({ id, secrets: counts[i] ?? 0 }))
}

function progressOf(lists: ReadonlyMap<string, KnownList>, of: number): Explorer['progress'] {
  const count = (status: KnownList['status']) =>
    [...lists.values()].filter((list) => list.status === status).length
  return { read: count('read'), refused: count('refused'), failed: count('failed'), of }
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const compare = (a = '', b = '') => collator.compare(a, b)
