import { actorKey, actorOf } from './actor'
import type { EventActor } from './actor'
import { EVENT_CODES } from './codes'
import { shownActor, shownObject } from './names'
import type { EventNames, NamedKind } from './names'
import type { EventRow } from './row'

/** A piece of a sentence: text, or somebody or something whose name is joined where it is drawn. */
export type SentencePart =
  | { kind: 'text'; text: string }
  | { kind: 'actor'; actor: EventActor }
  | { kind: 'object'; of: NamedKind; id: string | null }

const UNKNOWN = '{actor} did something this console does not know (event {code})'

/** Codes whose row names a membership in `userId`. */
const MEMBER_IN_USER = new Set([2300, 2301])
/** The sentence names the author already. */
const AUTHOR_IS_SAID = new Set([1608, 1622, 1623, 2512, 2513])

const OBJECTS: Readonly<Record<string, [kind: NamedKind, id: (row: EventRow) => string | null]>> = {
  secret: ['secret', (row) => row.secretId],
  project: ['project', (row) => row.projectId],
  machineAccount: ['machine', (row) => row.grantedServiceAccountId],
  group: ['group', (row) => row.groupId],
  collection: ['collection', (row) => row.collectionId],
  policy: ['policy', (row) => row.policyId],
  item: ['item', (row) => row.cipherId],
  send: ['send', (row) => row.sendId],
  client: ['provider', (row) => row.providerOrganizationId],
}

/**
 * What a row says, as pieces. Any row gives one: a code of a newer server is told with its number, a missing id as
 * missing. Pieces hold text, never markup.
 */
export function eventSentence(row: EventRow): SentencePart[] {
  const pieces = PIECES.get(row.type) ?? piecesOf(UNKNOWN)
  const parts = pieces.map((piece) => (piece.startsWith('{') ? slot(piece.slice(1, -1), row) : text(piece)))
  return pieces.includes('{actor}') || AUTHOR_IS_SAID.has(row.type) ? parts : [...parts, ...author(row)]
}

const piecesOf = (template: string) => template.split(/(\{\w+\})/).filter((piece) => piece !== '')

const PIECES = new Map(EVENT_CODES.map(({ code, sentence }) => [code, piecesOf(sentence)]))

const text = (words: string): SentencePart => ({ kind: 'text', text: words })

function slot(name: string, row: EventRow): SentencePart {
  if (name === 'actor') return { kind: 'actor', actor: actorOf(row) }
  if (name === 'code') return text(row.type === 0 ? 'without a code' : String(row.type))
  if (name === 'domain') return text(row.domainName ?? '(no name in the row)')
  if (name === 'member') return memberOf(row)
  if (name === 'providerUser')
    return row.userId === null
      ? { kind: 'object', of: 'member', id: row.providerUserId }
      : { kind: 'object', of: 'account', id: row.userId }
  const object = OBJECTS[name]
  return object ? { kind: 'object', of: object[0], id: object[1](row) } : text(`(${name})`)
}

function memberOf(row: EventRow): SentencePart {
  if (MEMBER_IN_USER.has(row.type)) return { kind: 'object', of: 'member', id: row.userId }
  if (row.organizationUserId !== null) return { kind: 'object', of: 'member', id: row.organizationUserId }
  return { kind: 'object', of: 'account', id: row.userId ?? row.actingUserId }
}

/** Sentences about what happened to somebody end with who did it, where that is known and somebody else. */
function author(row: EventRow): SentencePart[] {
  const actor = actorOf(row)
  const isSelf = actor.kind === 'account' && row.userId === actor.id
  if (actor.kind === 'nobody' || isSelf) return []
  return [text(', by '), { kind: 'actor', actor }]
}

/** The same as one text, for lists, files and screen readers. */
export function sentenceText(parts: readonly SentencePart[], names: EventNames): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      return part.kind === 'actor'
        ? shownActor(part.actor, names).text
        : shownObject(part.of, part.id, names).text
    })
    .join('')
}

/** What a row was done to, to group and compare by: of a machine account's rows the account, not whom it was given to. */
export function objectOf(row: EventRow): { kind: NamedKind; id: string } | null {
  if (row.grantedServiceAccountId !== null) return { kind: 'machine', id: row.grantedServiceAccountId }
  for (const part of eventSentence(row))
    if (part.kind === 'object' && part.id !== null) return { kind: part.of, id: part.id }
  return null
}

export const objectKey = (object: { kind: NamedKind; id: string }) => `${object.kind}:${object.id}`

/** Whether two rows are by the same actor, as far as rows tell. */
export function isSameActor(a: EventRow, b: EventRow): boolean {
  const actor = actorOf(a)
  return actor.kind !== 'nobody' && actorKey(actor) === actorKey(actorOf(b))
}
