import type { EventNames, KnownName, NamedKind, Nameless, NameState } from '#/domain/events/names'
import type { EventIdField } from '#/domain/events/row'
import { ACTOR_FIELDS, OBJECT_FIELDS } from '#/domain/events/store'
import type { PickedRows } from './picked-rows'

/** Names by key, `secret:<id>`, as columns: they travel between page and worker. What has no name is left out. */
export interface NameList {
  keys: string[]
  names: string[]
  states: NameState[]
}

/** What an id of each field can stand for. */
const KINDS: Readonly<Record<EventIdField, readonly NamedKind[]>> = {
  actingUserId: ['account', 'member'],
  userId: ['account', 'member'],
  providerUserId: ['account', 'member'],
  organizationUserId: ['member', 'account'],
  serviceAccountId: ['machine'],
  grantedServiceAccountId: ['machine'],
  installationId: ['installation'],
  providerId: ['provider'],
  providerOrganizationId: ['provider'],
  secretId: ['secret'],
  projectId: ['project'],
  groupId: ['group'],
  collectionId: ['collection'],
  policyId: ['policy'],
  cipherId: ['item'],
  sendId: ['send'],
}

const ALL_KINDS = [...new Set(Object.values(KINDS).flat())]

/** Whatever may have a name in these rows, each once: `secret:<id>`. */
export function nameKeys(rows: PickedRows): string[] {
  const keys = new Set<string>()
  const collect = (
    numbers: Uint32Array,
    texts: readonly (string | null)[],
    fields: readonly EventIdField[],
    skipped: number,
  ) => {
    const isUsed = new Uint8Array(texts.length)
    for (const number of numbers) isUsed[number] = 1
    texts.forEach((text, number) => {
      if (isUsed[number] === 0 || text === null) return
      const ids = text.split('|')
      fields.forEach((field, index) => {
        const id = ids[index + skipped]
        if (id) for (const kind of KINDS[field]) keys.add(`${kind}:${id}`)
      })
    })
  }
  // The first of the actor's is the system user.
  collect(rows.actorIds, rows.store.actorIds.texts, ACTOR_FIELDS, 1)
  collect(rows.objectIds, rows.store.objectIds.texts, OBJECT_FIELDS, 0)
  return [...keys]
}

/** Of these keys, those that have a name. */
export function listNames(keys: readonly string[], names: EventNames): NameList {
  const list: NameList = { keys: [], names: [], states: [] }
  for (const key of keys) {
    const [kind, id] = splitKey(key)
    const known = names.get(kind, id)
    if (!known) continue
    list.keys.push(key)
    list.names.push(known.name)
    list.states.push(known.state)
  }
  return list
}

/** By kind, what the absence of a name means. */
export type NamelessByKind = Readonly<Record<NamedKind, Nameless>>

export const namelessByKind = (names: EventNames): NamelessByKind =>
  Object.fromEntries(ALL_KINDS.map((kind) => [kind, names.whyNameless(kind)])) as NamelessByKind

/** Names again, from what was sent. */
export function namesOf(lists: readonly NameList[], nameless: NamelessByKind): EventNames {
  const book = new Map<string, KnownName>()
  for (const { keys, names, states } of lists)
    keys.forEach((key, index) => book.set(key, { name: names[index] ?? '', state: states[index] ?? 'live' }))
  return { get: (kind, id) => book.get(`${kind}:${id}`), whyNameless: (kind) => nameless[kind] }
}

export interface NameEntry {
  kind: NamedKind
  id: string
  /** Null: none is known, and `state` says what that means. */
  name: string | null
  state: NameState | Nameless
}

/** Each id with the name that was known, those that exist no more included. */
export function namesTable(
  keys: readonly string[],
  lists: readonly NameList[],
  nameless: NamelessByKind,
): NameEntry[] {
  const names = namesOf(lists, nameless)
  const byId = new Map<string, NameEntry>()
  for (const key of keys) {
    const [kind, id] = splitKey(key)
    const known = names.get(kind, id)
    const { name, state } = known ?? { name: null, state: nameless[kind] }
    // An id of a person may be that of an account or of a membership: the one that has a name tells.
    if (known || !byId.has(id)) byId.set(id, { kind, id, name, state })
  }
  return [...byId.values()].toSorted((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id))
}

function splitKey(key: string): [kind: NamedKind, id: string] {
  const at = key.indexOf(':')
  return [key.slice(0, at) as NamedKind, key.slice(at + 1)]
}
