import { addressTest } from './address'
import { categoryOf, severityOf } from './codes'
import type { Dictionary } from './dictionary'
import { MARK_NAMES, MARK_SETS } from './marks'
import type { EventStore } from './store'

/** `is`: what a row is marked with, of which it may have several. */
export const FACETS = ['category', 'type', 'actor', 'object', 'client', 'address', 'severity', 'is'] as const
export type FacetName = (typeof FACETS)[number]

/** Values by facet: what is wanted (any of them) and what is not. `none` stands for an empty field. */
export type FacetChoice = Partial<
  Record<FacetName, { wanted: readonly string[]; unwanted: readonly string[] }>
>

/** A word of free text. The store knows no names: `keys` are those of actors and objects whose name holds it. */
export interface TextTerm {
  text: string
  isExcluded: boolean
  keys: readonly string[]
}

export interface EventFilter {
  choice: FacetChoice
  terms: readonly TextTerm[]
}

export const NONE = 'none'

/** Of `secret:<id>`, as `objectKey` and `actorKey` write it. */
const kindOf = (key: string) => key.split(':', 1)[0] ?? ''
const idOf = (key: string) => key.slice(kindOf(key).length + 1)

/** A bit for each thing by which a row may be left out, so that a facet can be counted without its own choice. */
export const FAILS = {
  actor: 1,
  object: 2,
  client: 4,
  address: 8,
  text: 16,
  type: 32,
  category: 64,
  severity: 128,
  is: 256,
}

/** Bits by number in a dictionary; null where none is set, so that nothing has to be looked up. */
export type Mask = Uint8Array | null

export interface Masks {
  /** The bits that fail. */
  types: Mask
  actors: Mask
  objects: Mask
  objectIds: Mask
  /** Fails whatever other object the row names. */
  unwantedObjects: Mask
  devices: Mask
  addresses: Mask
  /** By all the marks of a row. */
  marks: Uint16Array | null
  /** The same of terms of free text: the bits that are held. */
  held: { types: Mask; actors: Mask; objects: Mask; addresses: Mask } | null
  /** Bits of the terms that must be held by one of the four, and of those that must not. */
  all: number
  not: number
}

/** What does not depend on the row itself is decided once for each entry of a dictionary. */
export function masksOf(store: EventStore, { choice, terms }: EventFilter): Masks {
  const test = (facet: FacetName) => testOf(choice[facet])
  const [byType, byCategory, bySeverity] = [test('type'), test('category'), test('severity')]
  const used = terms.slice(0, 8)
  return {
    types: maskOf(store.types, (text) => {
      const code = Number(text)
      return (
        (byType(text) ? 0 : FAILS.type) |
        (byCategory(categoryOf(code) ?? NONE) ? 0 : FAILS.category) |
        (bySeverity(severityOf(code)) ? 0 : FAILS.severity)
      )
    }),
    actors: maskOf(store.actors, failing(test('actor'), FAILS.actor)),
    objects: maskOf(store.objects, failing(testOf(wantedOf(choice.object)), FAILS.object)),
    unwantedObjects: maskOf(store.objects, failing(testOf(unwantedOf(choice.object)), FAILS.object)),
    objectIds: maskOf(store.objectIds, failing(anyObjectTest(choice.object), FAILS.object)),
    devices: maskOf(store.devices, failing(test('client'), FAILS.client)),
    addresses: maskOf(store.addresses, failing(addressesTest(choice.address), FAILS.address)),
    marks: marksMask(choice.is),
    held: used.length === 0 ? null : heldBy(store, used),
    all: bitsWhere(used, false),
    not: bitsWhere(used, true),
  }
}

const bitsWhere = (terms: readonly TextTerm[], isExcluded: boolean) =>
  terms.reduce((bits, term, index) => (term.isExcluded === isExcluded ? bits | (1 << index) : bits), 0)

const failing =
  (isFine: (text: string) => boolean, bit: number) =>
  (text: string | null): number =>
    isFine(text ?? NONE) ? 0 : bit

function maskOf(dictionary: Dictionary, bits: (text: string) => number): Mask {
  const mask = new Uint8Array(dictionary.size)
  dictionary.texts.forEach((text, index) => (mask[index] = bits(text ?? NONE)))
  return mask.some((bit) => bit !== 0) ? mask : null
}

type Values = FacetChoice[FacetName]

function testOf(values: Values): (text: string) => boolean {
  if (!values) return () => true
  const wanted = new Set(values.wanted)
  const unwanted = new Set(values.unwanted)
  return (text) => (wanted.size === 0 || wanted.has(text)) && !unwanted.has(text)
}

const wantedOf = (values: Values): Values => values && { wanted: values.wanted, unwanted: [] }
const unwantedOf = (values: Values): Values => values && { wanted: [], unwanted: values.unwanted }

function addressesTest(values: Values): (text: string) => boolean {
  if (!values) return () => true
  const wanted = values.wanted.map(addressTest)
  const unwanted = values.unwanted.map(addressTest)
  return (text) =>
    (wanted.length === 0 || wanted.some((isIn) => isIn(text))) && !unwanted.some((isIn) => isIn(text))
}

/** A row with any of the wanted marks, and with none of the others. */
function marksMask(values: Values): Uint16Array | null {
  if (!values) return null
  const bitsOf = (names: readonly string[]) => names.reduce((bits, name) => bits | (MARK_NAMES[name] ?? 0), 0)
  const [wanted, unwanted] = [bitsOf(values.wanted), bitsOf(values.unwanted)]
  return Uint16Array.from({ length: MARK_SETS }, (_, marks) =>
    (values.wanted.length === 0 || (marks & wanted) !== 0) && (marks & unwanted) === 0 ? 0 : FAILS.is,
  )
}

/** By every object that a row names, not the main one alone: the group to which a machine account was given. */
function anyObjectTest(values: Values): (ids: string) => boolean {
  // Nothing wanted: the main object decides, as a row passes by either.
  if (!values || values.wanted.length === 0) return () => false
  const wanted = values.wanted.map(idOf).filter((id) => id !== '')
  return (ids) => {
    const here = ids.split('|')
    return wanted.some((id) => here.includes(id))
  }
}

function heldBy(store: EventStore, terms: readonly TextTerm[]): Masks['held'] {
  const keys = terms.map((term) => new Set(term.keys))
  const holding = (text: string, key: string) =>
    terms.reduce(
      (bits, term, index) =>
        text.includes(term.text) || (keys[index]?.has(key) ?? false) ? bits | (1 << index) : bits,
      0,
    )
  const entity = (key: string) => holding(idOf(key).toLowerCase(), key)
  return {
    types: maskOf(store.types, (code) => holding(code, `type:${code}`)),
    actors: maskOf(store.actors, entity),
    objects: maskOf(store.objects, entity),
    addresses: maskOf(store.addresses, (address) => holding(address.toLowerCase(), '')),
  }
}
