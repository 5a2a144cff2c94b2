import type { EventNames, KnownName, NamedKind, Nameless } from './names'

/** A name of a list; null where it could not be decrypted. */
export interface Listed {
  id: string
  name: string | null
  /** By which its page goes, where that is another id. */
  pageId?: string
}

/** What this account could read. Undefined: a list that is not there, or not yet; of people null: it may not be listed. */
export interface NameSources {
  people?:
    | readonly { memberId: string; userId: string | null; name: string | null; email: string }[]
    | null
    | undefined
  lists: Partial<Record<NamedKind, readonly Listed[] | undefined>>
  /** By id; undefined where the list lacks it. A list of 100,000 is looked up, not copied. */
  secretName?: ((id: string) => string | null | undefined) | undefined
  trash?: readonly Listed[] | undefined
  /** Names from before of what the lists have no more. */
  former: readonly { kind: NamedKind; id: string; name: string }[]
  /** Owners and admins see all: what their lists lack does not exist. */
  isWhole: boolean
  /** Lists that may lack something all the same. */
  partial?: ReadonlySet<NamedKind>
}

const NEVER: ReadonlySet<NamedKind> = new Set(['item', 'send', 'provider', 'installation'])
const SPOILED = 'name that cannot be decrypted'

/** One book of names from all the lists that there are. */
export function joinNames(sources: NameSources): EventNames {
  const book = new Map<string, KnownName>()
  const add = (kind: NamedKind, id: string, known: KnownName) => book.set(`${kind}:${id}`, known)
  for (const { kind, id, name } of sources.former) add(kind, id, { name, state: 'gone' })
  for (const { id, name } of sources.trash ?? []) add('secret', id, { name: name ?? SPOILED, state: 'trash' })
  for (const [kind, list] of Object.entries(sources.lists))
    for (const { id, name, pageId } of list ?? [])
      add(kind as NamedKind, id, { name: name ?? SPOILED, state: 'live', ...(pageId && { pageId }) })
  for (const { memberId, userId, name, email } of sources.people ?? []) {
    const known: KnownName = { name: name || email, state: 'live', pageId: memberId }
    add('member', memberId, known)
    if (userId !== null) add('account', userId, known)
  }
  return {
    get(kind, id) {
      const listed = kind === 'secret' ? sources.secretName?.(id) : undefined
      if (listed !== undefined) return { name: listed ?? SPOILED, state: 'live' }
      return book.get(`${kind}:${id}`)
    },
    whyNameless: (kind) => whyNameless(kind, sources),
  }
}

function whyNameless(kind: NamedKind, sources: NameSources): Nameless {
  if (NEVER.has(kind)) return 'never named'
  if (kind === 'account' || kind === 'member') return sources.people ? 'deleted' : 'not readable'
  const isRead = kind === 'secret' ? sources.secretName && sources.trash : sources.lists[kind]
  return isRead && sources.isWhole && !sources.partial?.has(kind) ? 'deleted' : 'not readable'
}
