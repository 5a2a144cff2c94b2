import type { NamedKind } from '#/domain/events/names'
import { secretId, secretName } from '#/session/secret-columns'
import type { SecretColumns } from '#/session/secret-columns'
import { keepNames, rememberedNames } from './remembered-names'
import type { PersonName } from './names'
import type { OpenedText } from './secret-read'
import type { Context } from './vault'

/** A name of something that the lists have no more. */
export interface FormerName {
  kind: NamedKind
  id: string
  name: string
}

/** Every name that this session decrypted, of one organization: what is deleted meanwhile is still named in its log. */
interface NameBook {
  /** By `kind:id`. */
  known: Map<string, FormerName>
  listed: Partial<Record<NamedKind, ReadonlySet<string>>>
  secrets: SecretColumns | null
  keeping: ReturnType<typeof setTimeout> | undefined
}

/** Lists come in groups: they are sealed once, when it is quiet. */
const KEEP_AFTER = 3_000

function bookOf({ caches }: Context, organizationId: string): NameBook {
  const kept = caches.get(`names ${organizationId}`) as NameBook | undefined
  if (kept) return kept
  const fresh: NameBook = { known: new Map(), listed: {}, secrets: null, keeping: undefined }
  caches.set(`names ${organizationId}`, fresh)
  return fresh
}

/** Notes a list as it goes out to a page, and gives it back. */
export function noted<T extends readonly { id: string; name: OpenedText | string }[]>(
  context: Context,
  organizationId: string,
  kind: NamedKind,
  list: T,
): T {
  const book = bookOf(context, organizationId)
  for (const { id, name } of list) {
    const text = typeof name === 'string' ? name : name.ok ? name.text : null
    if (text !== null) book.known.set(`${kind}:${id}`, { kind, id, name: text })
  }
  book.listed[kind] = new Set(list.map(({ id }) => id))
  keepLater(context, organizationId, book)
  return list
}

/** People are named by account and by membership in the log. */
export function notedPeople(
  context: Context,
  organizationId: string,
  people: PersonName[] | null,
): PersonName[] | null {
  if (!people) return people
  const name = (person: PersonName) => person.name || person.email
  noted(
    context,
    organizationId,
    'member',
    people.map((person) => ({ id: person.memberId, name: name(person) })),
  )
  noted(
    context,
    organizationId,
    'account',
    people.flatMap((person) => (person.userId === null ? [] : [{ id: person.userId, name: name(person) }])),
  )
  return people
}

/** The same of the list of secrets. Of 100,000 only those that go away are written down one by one, after the answer. */
export function notedSecrets(
  context: Context,
  organizationId: string,
  columns: SecretColumns,
): SecretColumns {
  const book = bookOf(context, organizationId)
  const before = book.secrets
  book.secrets = columns
  if (before && before.ids !== columns.ids) setTimeout(() => noteGone(book, before), 0)
  keepLater(context, organizationId, book)
  return columns
}

function noteGone(book: NameBook, before: SecretColumns): void {
  const now = new Set(book.secrets ? idsOf(book.secrets) : [])
  for (let row = 0; row < before.count; row += 1) {
    const id = secretId(before, row)
    const name = secretName(before, row)
    if (!now.has(id) && name !== null) book.known.set(`secret:${id}`, { kind: 'secret', id, name })
  }
}

const idsOf = (columns: SecretColumns) =>
  Array.from({ length: columns.count }, (_, row) => secretId(columns, row))

/** Names of what was listed before and is not any more; those of the trash are the page's matter. */
export async function listFormerNames(context: Context, organizationId: string): Promise<FormerName[]> {
  const book = bookOf(context, organizationId)
  const former = new Map(
    (await rememberedNames(context, organizationId)).map((n) => [`${n.kind}:${n.id}`, n]),
  )
  for (const [key, name] of book.known) former.set(key, name)
  const secrets = book.secrets && new Set(idsOf(book.secrets))
  return [...former.values()].filter(({ kind, id }) =>
    kind === 'secret' ? !secrets?.has(id) : !book.listed[kind]?.has(id),
  )
}

function allNames(book: NameBook): FormerName[] {
  const { secrets, known } = book
  const listed = secrets
    ? idsOf(secrets).flatMap((id, row): FormerName[] => {
        const name = secretName(secrets, row)
        return name === null ? [] : [{ kind: 'secret', id, name }]
      })
    : []
  return [...known.values(), ...listed]
}

function keepLater(context: Context, organizationId: string, book: NameBook): void {
  clearTimeout(book.keeping)
  const { epoch } = context
  book.keeping = setTimeout(() => {
    if (context.epoch === epoch)
      // What cannot be kept is only less known later.
      void keepNames(context, organizationId, allNames(book)).catch(() => undefined)
  }, KEEP_AFTER)
}

/** Switches the memory of this person's names in this browser on, with those known by now, or off and empties it. */
export async function rememberNames(
  context: Context,
  { organizationId, isOn }: { organizationId: string; isOn: boolean },
): Promise<void> {
  await keepNames(context, organizationId, isOn ? allNames(bookOf(context, organizationId)) : null, true)
}
