import type { EventActor } from './actor'
import { systemUserName } from './clients'

/** What a row's id can stand for. `member`: a membership id; `account`: an account id. */
export type NamedKind =
  | 'account'
  | 'member'
  | 'machine'
  | 'secret'
  | 'project'
  | 'group'
  | 'collection'
  | 'policy'
  | 'item'
  | 'send'
  | 'provider'
  | 'installation'

/**
 * `live`: it exists under this name. `trash`: it lies there. `gone`: it no longer exists; the name is from earlier in this
 * session or, where the person asked for that, from earlier ones.
 */
export type NameState = 'live' | 'trash' | 'gone'

export interface KnownName {
  name: string
  state: NameState
  /** By which its page goes, where that is another id: of an account the membership, of a policy the type. */
  pageId?: string
}

/** Why an id has no name: its list was read whole and lacks it, could not be read, or holds no names for this account. */
export type Nameless = 'deleted' | 'not readable' | 'never named'

export interface EventNames {
  get: (kind: NamedKind, id: string) => KnownName | undefined
  /** What the absence of a name means. */
  whyNameless: (kind: NamedKind) => Nameless
  /** What a row without an actor means, where it means something else than the API key. */
  nobody?: string
}

/** For lists that are not there yet, and tests: nothing is known. */
export const NO_NAMES: EventNames = { get: () => undefined, whyNameless: () => 'not readable' }

const shortId = (id: string) => id.slice(0, 8)

export interface ShownName {
  text: string
  /** False: `text` is an id or a word that stands for the name. */
  isName: boolean
  state: NameState | Nameless
  /** Where to lead: only to what exists. */
  to: { kind: NamedKind; id: string } | null
}

/** How an object is written in a sentence: by its name, else by its short id with the reason in `state`. */
export function shownObject(kind: NamedKind, id: string | null, names: EventNames): ShownName {
  if (id === null) return { text: '(no id in the row)', isName: false, state: 'never named', to: null }
  const known = names.get(kind, id) ?? (kind === 'member' ? names.get('account', id) : undefined)
  if (!known) return { text: shortId(id), isName: false, state: names.whyNameless(kind), to: null }
  const text = known.state === 'gone' ? `${shortId(id)} (was ${known.name})` : known.name
  const at = known.pageId ?? (kind === 'account' ? undefined : id)
  const to = known.state === 'live' && at !== undefined ? { kind: linkKind(kind), id: at } : null
  return { text, isName: known.state !== 'gone', state: known.state, to }
}

const linkKind = (kind: NamedKind): NamedKind => (kind === 'account' ? 'member' : kind)

/** How the actor is written: people by name, else as what is known of them (event-log.md §4.3). */
export function shownActor(actor: EventActor, names: EventNames): ShownName {
  switch (actor.kind) {
    case 'account':
      return shownPerson(actor.id, actor.providerId, names)
    case 'machine':
      return shownMachine(actor.id, names)
    case 'system':
      return plain(systemUserName(actor.code))
    case 'installation':
      return plain(`Self-hosted installation ${shortId(actor.id)}`)
    case 'domain':
      return plain(`Someone at ${actor.name}`)
    case 'outside':
      return plain('Someone outside')
    case 'nobody':
      return plain(names.nobody ?? 'Organization API key, not named')
  }
}

const plain = (text: string): ShownName => ({ text, isName: true, state: 'live', to: null })

function shownPerson(id: string, providerId: string | null, names: EventNames): ShownName {
  // A machine account's 2300 has the membership where the account belongs.
  const member = names.get('member', id)
  if (names.get('account', id) || !member) {
    const shown = shownObject('account', id, names)
    if (shown.isName || shown.state === 'gone') return shown
    if (providerId !== null) return plain(`Provider ${shownObject('provider', providerId, names).text}`)
    return { ...shown, text: shown.state === 'deleted' ? `Former member ${shown.text}` : shown.text }
  }
  return shownObject('member', id, names)
}

function shownMachine(id: string, names: EventNames): ShownName {
  const shown = shownObject('machine', id, names)
  return shown.isName || shown.state === 'gone' ? shown : { ...shown, text: `Machine account ${shown.text}` }
}

const STATE_WORDS: Record<NameState | Nameless, string | null> = {
  live: null,
  trash: 'It lies in the trash.',
  gone: 'It no longer exists. Its name is known from before.',
  deleted: 'Deleted, name not known.',
  'not readable': 'This account may not read its name, or it is deleted.',
  'never named': 'The log and this console hold no name for it.',
}

/** What stands beside a name that is not simply that of something that exists; else null. */
export const stateWords = (state: NameState | Nameless): string | null => STATE_WORDS[state]
