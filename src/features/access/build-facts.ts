import type { AccessFacts, Grant, MachineFacts, PersonFacts } from '#/domain/access/facts'
import { READ_WRITE } from '#/domain/access/facts'
import type { Directory, GrantRow, PolicyList } from '#/session/access-types'

/** Grants of one object as far as they were asked for. */
export type KnownList = PolicyList | { status: 'failed'; reason: string } | { status: 'waiting' }

export interface FactSources {
  directory: Directory
  /** By id of the object the grants stand on. Objects that are not here are taken for not read. */
  lists: ReadonlyMap<string, KnownList>
  /** By group; null where this account may not know, absent where it was not asked. */
  members: ReadonlyMap<string, readonly string[] | null>
  projects: readonly { id: string; canWrite: boolean }[]
  secrets: AccessFacts['secrets']
  /** Of single secrets, what the list says of the viewer: ids with the right to write. */
  writableSecrets: readonly string[]
  secretsRead: AccessFacts['secretsRead']
  /** Machine accounts whose own people are part of the question. */
  withMachines: boolean
}

const WHY_REFUSED = 'Grants are told only to those who can write here, and your account cannot.'
const NOT_READ = 'The grants here were not read yet.'

/** Puts what the server told into the terms of the rules; what it did not tell becomes a reason for "not known". */
export function buildFacts(sources: FactSources): AccessFacts {
  const { directory, lists, projects } = sources
  const grants: Grant[] = []
  const strangers = new Map<string, GrantRow['kind']>()
  const known = new Set([...directory.people, ...directory.groups, ...directory.machines].map(({ id }) => id))
  for (const [target, list] of lists) {
    if (list.status !== 'read') continue
    for (const { kind, id, right } of list.grants) {
      grants.push({ grantee: id, target, right })
      if (!known.has(id)) strangers.set(id, kind)
    }
  }
  const machines = directory.machines.map(({ id }): MachineFacts => ({ id, tokens: null }))
  for (const [id, kind] of strangers) if (kind === 'machine') machines.push({ id, tokens: null })
  return {
    people: [...peopleFacts(directory), ...strangePeople(strangers)],
    groups: groupFacts(sources, strangers),
    machines,
    projects: projects.map(({ id }) => id),
    secrets: sources.secrets,
    grants,
    told: toldFacts(sources),
    unknown: unknownOf(sources),
    secretsRead: sources.secretsRead,
  }
}

const peopleFacts = (directory: Directory): PersonFacts[] =>
  directory.people.map(({ id, role, isActive }) => ({ id, role: role ?? 'user', isActive }))

/** Grantees who are not offered as such cannot use Secrets Manager: invited, revoked, or switched off. */
const strangePeople = (strangers: ReadonlyMap<string, GrantRow['kind']>): PersonFacts[] =>
  [...strangers].flatMap(([id, kind]) => (kind === 'person' ? [{ id, role: 'user', isActive: false }] : []))

function groupFacts({ directory, members }: FactSources, strangers: ReadonlyMap<string, GrantRow['kind']>) {
  const me = directory.people.find(({ isMe }) => isMe)?.id
  const strange = [...strangers].flatMap(([id, kind]) => (kind === 'group' ? [{ id, isMine: false }] : []))
  return [...directory.groups, ...strange].map(({ id, isMine }) => {
    const list = members.get(id)
    return { id, members: list ?? (isMine && me ? [me] : []), isWhole: Boolean(list) }
  })
}

/** Reading is in the lists too, but what a list leaves out is not read, so only writing adds something. */
function toldFacts({ directory, projects, secrets, writableSecrets }: FactSources): Grant[] {
  const me = directory.people.find(({ isMe }) => isMe)
  // Owners and admins have all of it by their role: 20,000 rows that tell nothing.
  if (!me || me.role === 'owner' || me.role === 'admin') return []
  const wanted = new Set(writableSecrets)
  // A secret of a project that the viewer writes follows from the project.
  const single = secrets.ids.filter(
    (id, i) => wanted.has(id) && !projects[secrets.project[i] ?? -1]?.canWrite,
  )
  const writable = [...projects.filter(({ canWrite }) => canWrite).map(({ id }) => id), ...single]
  return writable.map((target) => ({ grantee: me.id, target, right: READ_WRITE }))
}

function unknownOf({ directory, lists, projects, withMachines }: FactSources): Map<string, string> {
  const unknown = new Map<string, string>()
  const machines = withMachines ? directory.machines : []
  for (const { id } of [...projects, ...machines]) if (!lists.has(id)) unknown.set(id, NOT_READ)
  for (const [id, list] of lists) {
    if (list.status === 'refused') unknown.set(id, WHY_REFUSED)
    if (list.status === 'waiting') unknown.set(id, NOT_READ)
    if (list.status === 'failed') unknown.set(id, `The grants here could not be read: ${list.reason}`)
  }
  return unknown
}
