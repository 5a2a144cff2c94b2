import { matching, oneOf } from '#/lib/pick'

type Search = Record<string, unknown>

/**
 * Search parameters of every page. A mangled one falls back to its default, and defaults are absent from the URL.
 * Only operators and ids stand here: free text could hold a name and stays in memory.
 */
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Several of one operator stand in a list; `-` before one of them means not. */
const listOf = (one: string) => new RegExp(`^-?(?:${one})(?:,-?(?:${one})){0,19}$`)
const ids = listOf(id.source.slice(1, -1))
const conditions = listOf('unassigned|duplicate|spoiled|direct|readonly')
const ages = listOf('[<>]=?\\d{1,5}[hdwmy]')
const dates = listOf('[<>]?=?[\\d.-]{4,22}')

export function secretListSearch(search: Search): {
  sort?: 'name' | 'project' | 'changed' | undefined
  dir?: 'asc' | 'desc' | undefined
  project?: string | undefined
  access?: 'read' | 'write' | undefined
  is?: string | undefined
  age?: string | undefined
  changed?: string | undefined
} {
  return {
    sort: oneOf(search['sort'], ['name', 'project', 'changed']),
    dir: oneOf(search['dir'], ['asc', 'desc']),
    project: matching(search['project'], ids),
    access: oneOf(search['access'], ['read', 'write']),
    is: matching(search['is'], conditions),
    age: matching(search['age'], ages),
    changed: matching(search['changed'], dates),
  }
}

export function projectListSearch(search: Search): {
  sort?: 'name' | 'access' | 'secrets' | 'changed' | undefined
  dir?: 'asc' | 'desc' | undefined
} {
  return {
    sort: oneOf(search['sort'], ['name', 'access', 'secrets', 'changed']),
    dir: oneOf(search['dir'], ['asc', 'desc']),
  }
}

export function machineListSearch(search: Search): {
  sort?: 'name' | 'secrets' | 'expiry' | 'seen' | undefined
  dir?: 'asc' | 'desc' | undefined
  is?: 'expiring' | 'endless' | 'unseen' | undefined
  project?: string | undefined
} {
  return {
    sort: oneOf(search['sort'], ['name', 'secrets', 'expiry', 'seen']),
    dir: oneOf(search['dir'], ['asc', 'desc']),
    is: oneOf(search['is'], ['expiring', 'endless', 'unseen']),
    project: matching(search['project'], id),
  }
}

/** `is=soon`: goes within a week. */
export function trashSearch(search: Search): {
  sort?: 'name' | 'project' | undefined
  dir?: 'desc' | undefined
  is?: 'soon' | undefined
} {
  return {
    sort: oneOf(search['sort'], ['name', 'project']),
    dir: oneOf(search['dir'], ['desc']),
    is: oneOf(search['is'], ['soon']),
  }
}

/** `show`: only in A where it is left out. */
export function compareSearch(search: Search): {
  a?: string | undefined
  b?: string | undefined
  show?: 'b' | 'both' | undefined
} {
  return {
    a: matching(search['a'], id),
    b: matching(search['b'], id),
    show: oneOf(search['show'], ['b', 'both']),
  }
}

/** `draft`: the slot in which this new secret is kept while it is typed. */
export function secretNewSearch(search: Search): {
  project?: string | undefined
  draft?: string | undefined
} {
  return { project: matching(search['project'], id), draft: matching(search['draft'], id) }
}

/** Where to go afterwards: a path of this console, never another address. */
export function afterSignInSearch(search: Search): { to?: string | undefined } {
  return { to: matching(search['to'], /^\/(?![/\\])/) }
}

/** Activity of one object: days back from now, and which face of it. */
export function activitySearch(search: Search): {
  range?: '1' | '7' | '30' | '90' | '366' | undefined
  face?: 'events' | undefined
} {
  return {
    range: oneOf(String(search['range']), ['1', '7', '30', '90', '366']),
    face: oneOf(search['face'], ['events']),
  }
}

/** `act`: the one whose line is shown marked. */
export function coverageSearch(search: Search): {
  trace?: 'recorded' | 'part' | 'none' | undefined
  act?: string | undefined
} {
  return {
    trace: oneOf(search['trace'], ['recorded', 'part', 'none']),
    act: matching(search['act'], /^[A-Za-z]{1,40}$/),
  }
}

/** A moment to look at, in UTC and to the minute. */
export function momentSearch(search: Search): { at?: string | undefined } {
  return { at: matching(search['at'], /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/) }
}

/** The explorer: which view, of which object, and what of it; what is typed stays in memory. */
export function accessSearch(search: Search): {
  view?: 'who' | 'what' | undefined
  of?: string | undefined
  kinds?: 'person' | 'admin' | 'user' | 'group' | 'machine' | undefined
  right?: 'any' | 'write' | 'unknown' | undefined
  by?: 'direct' | undefined
  use?: 'unused' | undefined
  cell?: string | undefined
} {
  return {
    view: oneOf(search['view'], ['who', 'what']),
    of: matching(search['of'], id),
    kinds: oneOf(search['kinds'], ['person', 'admin', 'user', 'group', 'machine']),
    right: oneOf(search['right'], ['any', 'write', 'unknown']),
    by: oneOf(search['by'], ['direct']),
    use: oneOf(search['use'], ['unused']),
    cell: matching(search['cell'], /^[0-9a-f-]{36}\.[0-9a-f-]{36}$/),
  }
}

/** Members: one status, and what else narrows; `group` is an id or `none`. */
export function memberListSearch(search: Search): {
  status?: 'confirmed' | 'accepted' | 'invited' | 'revoked' | undefined
  role?: 'owner' | 'admin' | 'user' | 'custom' | undefined
  group?: string | undefined
  sm?: 'on' | 'off' | undefined
  is?: 'two-step-off' | 'sso' | 'not-sso' | 'claimed' | 'not-claimed' | undefined
  sort?: 'name' | 'role' | 'since' | undefined
  dir?: 'asc' | 'desc' | undefined
} {
  return {
    status: oneOf(search['status'], ['confirmed', 'accepted', 'invited', 'revoked']),
    role: oneOf(search['role'], ['owner', 'admin', 'user', 'custom']),
    group: matching(search['group'], /^(?:none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/),
    sm: oneOf(search['sm'], ['on', 'off']),
    is: oneOf(search['is'], ['two-step-off', 'sso', 'not-sso', 'claimed', 'not-claimed']),
    sort: oneOf(search['sort'], ['name', 'role', 'since']),
    dir: oneOf(search['dir'], ['asc', 'desc']),
  }
}

const ISO = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?Z`
const iso = new RegExp(`^${ISO}$`)
const keys = listOf('[a-z]{1,20}(?::[0-9a-f-]{1,36})?')
const codes = listOf(String.raw`\d{1,6}|none`)
const words = listOf('[a-zA-Z][a-zA-Z-]{0,19}')
const addresses = listOf(String.raw`[0-9a-fA-F:.]{2,45}(?:/\d{1,3})?|none`)
// A single number in the address would be read as one.
const texts = (value: unknown) => (typeof value === 'number' ? String(value) : value)

/** The log: the range, a part of it, what is wanted and not, and one event by its own fields. */
export function eventsSearch(search: Search): {
  last?: '1h' | '24h' | '7d' | '30d' | '90d' | '365d' | undefined
  from?: string | undefined
  to?: string | undefined
  tz?: 'local' | 'utc' | undefined
  zoom?: string | undefined
  category?: string | undefined
  type?: string | undefined
  actor?: string | undefined
  object?: string | undefined
  client?: string | undefined
  address?: string | undefined
  severity?: string | undefined
  is?: string | undefined
  event?: string | undefined
} {
  return {
    last: oneOf(search['last'], ['1h', '24h', '7d', '30d', '90d', '365d']),
    from: matching(search['from'], iso),
    to: matching(search['to'], iso),
    tz: oneOf(search['tz'], ['local', 'utc']),
    zoom: matching(search['zoom'], new RegExp(`^${ISO}~${ISO}$`)),
    category: matching(search['category'], words),
    type: matching(texts(search['type']), codes),
    actor: matching(search['actor'], keys),
    object: matching(search['object'], keys),
    client: matching(texts(search['client']), codes),
    address: matching(search['address'], addresses),
    severity: matching(search['severity'], words),
    is: matching(search['is'], words),
    event: matching(search['event'], new RegExp(String.raw`^${ISO}~\d{1,6}~[0-9a-f]{1,8}$`)),
  }
}

/** `group`: the one whose sheet is open. */
export function groupListSearch(search: Search): {
  sort?: 'name' | 'members' | 'collections' | undefined
  dir?: 'asc' | 'desc' | undefined
  is?: 'empty' | 'grantless' | undefined
  group?: string | undefined
} {
  return {
    sort: oneOf(search['sort'], ['name', 'members', 'collections']),
    dir: oneOf(search['dir'], ['asc', 'desc']),
    is: oneOf(search['is'], ['empty', 'grantless']),
    group: matching(search['group'], id),
  }
}

/** `collection`: the one whose sheet is open; a tree where `view` is left out. */
export function collectionListSearch(search: Search): {
  view?: 'flat' | undefined
  is?: 'unmanaged' | 'spoiled' | undefined
  collection?: string | undefined
} {
  return {
    view: oneOf(search['view'], ['flat']),
    is: oneOf(search['is'], ['unmanaged', 'spoiled']),
    collection: matching(search['collection'], id),
  }
}

/** `policy`: the number of the one whose sheet is open. */
export function policyListSearch(search: Search): { policy?: number | undefined } {
  const type = Number(search['policy'] ?? -1)
  return { policy: Number.isInteger(type) && type >= 0 && type < 1000 ? type : undefined }
}
