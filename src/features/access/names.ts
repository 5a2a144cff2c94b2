import type { Directory, GranteeKind, GrantRow } from '#/session/access-types'

export interface NamedThing {
  kind: GranteeKind
  id: string
  /** Ready to show: an e-mail or the short id where there is no name. */
  name: string
  /** Second line: the e-mail. Searched too. */
  detail: string | null
  isMe: boolean
  /** Somebody else is called the same: only the e-mail tells them apart. */
  isNamesake?: boolean
}

export type Names = ReadonlyMap<string, NamedThing>

const shortWords: Record<GranteeKind, string> = {
  person: 'Member',
  group: 'Group',
  machine: 'Machine account',
  project: 'Project',
}

/** What an object is called that this account knows by id alone. */
export function namelessThing(kind: GranteeKind, id: string): NamedThing {
  return { kind, id, name: `${shortWords[kind]} ${id.slice(0, 8)}`, detail: null, isMe: false }
}

interface NamedProject {
  id: string
  name: string | null
}

/** Everybody by id: from the directory, and from grants where the directory does not list them. */
export function namesOf(
  directory: Directory,
  projects: readonly NamedProject[],
  grants: readonly GrantRow[],
): Names {
  const names = new Map<string, NamedThing>()
  const put = (thing: NamedThing) => names.set(thing.id, thing)
  for (const { kind, id, name, isMe } of grants) {
    const nameless = namelessThing(kind, id)
    put({ ...nameless, isMe: kind === 'person' && isMe, ...(name?.ok && { name: name.text }) })
  }
  const bearers = new Map<string | null, number>()
  for (const { name } of directory.people) bearers.set(name, (bearers.get(name) ?? 0) + 1)
  for (const { id, name, email, isMe } of directory.people) {
    const shown = name?.trim() ? name : email
    const isNamesake = shown !== email && (bearers.get(name) ?? 0) > 1
    put({ kind: 'person', id, name: shown, detail: shown === email ? null : email, isMe, isNamesake })
  }
  for (const { id, name } of directory.groups) put({ ...namelessThing('group', id), name })
  for (const { id, name } of directory.machines)
    put({ ...namelessThing('machine', id), ...(name.ok && { name: name.text }) })
  for (const { id, name } of projects)
    put({ ...namelessThing('project', id), ...(name !== null && { name }) })
  return names
}

export const nameOf = (names: Names, id: string): string => names.get(id)?.name ?? id.slice(0, 8)

/** By name or e-mail, letters in either case. */
export function isMatch(thing: NamedThing, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return `${thing.name}\n${thing.detail ?? ''}`.toLowerCase().includes(wanted)
}

const order: Record<GranteeKind, number> = { group: 0, person: 1, machine: 2, project: 3 }
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export const byKindAndName = (a: NamedThing, b: NamedThing): number =>
  order[a.kind] - order[b.kind] || collator.compare(a.name, b.name)
