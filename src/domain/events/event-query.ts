import { parseQuery, printQuery, type Field, type Part } from '#/domain/query/parse'
import {
  cutParts,
  finishedFields,
  readParts,
  under,
  type QueryMark,
  type Values,
} from '#/domain/query/read-parts'
import { foldName, type Term } from '#/domain/search'
import type { TimeZoneChoice } from '#/domain/time-words'
import { isAddressRange } from './address'
import { CLIENT_CHOICES, MARK_CHOICES, type Named } from './choices'
import { EVENT_CODES } from './codes'
import type { FacetName } from './filter'
import { momentOf, urlMoment } from './range'

export const EVENT_KEYS = [
  'actor',
  'type',
  'object',
  'ip',
  'client',
  'category',
  'severity',
  'is',
  'after',
  'before',
] as const
export type EventKey = (typeof EVENT_KEYS)[number]

/** What of a query stands in the URL: by facet its values, `-` before those that are not wanted; and the range. */
export type EventOperators = Partial<Record<FacetName | 'from' | 'to', readonly string[]>>

export interface EventScope {
  actors: readonly Named[]
  objects: readonly Named[]
  zone: TimeZoneChoice
  now: number
}

export interface UnderstoodEvents {
  parts: readonly Part<EventKey>[]
  terms: readonly Term[]
  operators: EventOperators
  marks: readonly QueryMark[]
}

const MOST = 20
export const SEVERITIES = ['critical', 'notice', 'info'] as const
export const CATEGORY_NAMES = [...new Set(EVENT_CODES.map(({ category }) => category))]

/** What a key is called in the URL: the facet that it stands for, or an end of the range. */
function nameOf(key: EventKey): FacetName | 'from' | 'to' {
  if (key === 'ip') return 'address'
  if (key === 'after') return 'from'
  return key === 'before' ? 'to' : key
}

/** Reads a typed query of the log. Never throws; what it cannot use it marks at its place and leaves out. */
export function understandEvents(text: string, scope: EventScope): UnderstoodEvents {
  const parts = parseQuery(text, EVENT_KEYS)
  const read = (part: Field<EventKey>) => under(nameOf(part.key), valuesOf(part, scope))
  return { parts, ...readParts(parts, read) }
}

function valuesOf(part: Field<EventKey>, scope: EventScope): Values {
  const value = part.value.trim()
  switch (part.key) {
    case 'actor':
      return namedOf(
        value,
        scope.actors,
        ACTOR_KEY,
        'Nobody in the log or in this organization is called so.',
      )
    case 'object':
      return namedOf(value, scope.objects, OBJECT_KEY, 'Nothing that this account can read is called so.')
    case 'type':
      return typesOf(value)
    case 'ip':
      return isAddressRange(value)
        ? { values: [value.toLowerCase()] }
        : { wrong: 'Write an address, 203.0.113.7, or a network, 10.0.0.0/8.' }
    case 'client':
      return oneOf(value, CLIENT_CHOICES)
    case 'category':
      return oneOf(
        value,
        CATEGORY_NAMES.map((key) => ({ key, name: key })),
      )
    case 'severity':
      return oneOf(
        value,
        SEVERITIES.map((key) => ({ key, name: key })),
      )
    case 'is':
      return oneOf(value, MARK_CHOICES)
    case 'after':
    case 'before': {
      if (part.isExcluded) return { wrong: `Write ${part.key === 'after' ? 'before' : 'after'}: instead.` }
      const moment = momentOf(value, scope.zone, scope.now, part.key === 'before')
      return 'at' in moment ? { values: [urlMoment(moment.at)] } : moment
    }
  }
}

/** Keys as the URL has them: kind and id. */
export const ACTOR_KEY =
  /^(?:account|machine|installation):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^system:\d{1,4}$|^(?:outside|nobody)$/
export const OBJECT_KEY = /^[a-z]{1,20}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^none$/i

/** The one of that name; without one the key or the id itself, then all whose name holds it. */
function namedOf(value: string, all: readonly Named[], form: RegExp, none: string): Values {
  if (value === '') return { wrong: 'Write a name, or the beginning of an id.' }
  const wanted = foldName(value)
  if (form.test(value.toLowerCase())) return { values: [value.toLowerCase()] }
  const named = all.filter(({ name }) => foldName(name) === wanted)
  const byId = /^[0-9a-f-]{4,36}$/.test(wanted)
    ? all.filter(({ key }) => key.slice(key.indexOf(':') + 1).startsWith(wanted))
    : []
  const holding =
    named.length + byId.length > 0 ? [] : all.filter(({ name }) => foldName(name).includes(wanted))
  const found = [named, byId, holding].find((each) => each.length > 0) ?? []
  if (found.length === 0) return { wrong: none }
  if (found.length > MOST) return { wrong: `${found.length} are called so. Write more of the name.` }
  return { values: found.map(({ key }) => key) }
}

function typesOf(value: string): Values {
  if (/^\d{1,6}$/.test(value)) return { values: [String(Number(value))] }
  const wanted = value.toLowerCase().replaceAll(/[\s_]/g, '')
  const codes = EVENT_CODES.filter(({ name }) => name.toLowerCase().replaceAll('_', '').includes(wanted))
  if (wanted === '' || codes.length === 0)
    return { wrong: 'Write a code, 2100, or a part of its name, Secret_Retrieved.' }
  if (codes.length > MOST) return { wrong: `${codes.length} types are called so. Write more of the name.` }
  return { values: codes.map(({ code }) => String(code)) }
}

function oneOf(value: string, choices: readonly Named[]): Values {
  const wanted = foldName(value)
  const exact = choices.filter(({ key, name }) => key.toLowerCase() === wanted || foldName(name) === wanted)
  const found =
    exact.length > 0 || wanted === '' ? exact : choices.filter(({ name }) => foldName(name).includes(wanted))
  if (found.length > 0) return { values: found.map(({ key }) => key) }
  const some = choices.slice(0, 8).map(({ name }) => name)
  return { wrong: `Write one of ${some.join(', ')}${choices.length > 8 ? ', …' : '.'}` }
}

/** Cuts from a typed text what is understood and finished: it moves to the URL. `caret` spares the word that is being typed. */
export function settleEvents(
  text: string,
  scope: EventScope,
  caret: number | null,
): { text: string; operators: EventOperators } {
  const { parts, marks } = understandEvents(text, scope)
  const done = finishedFields(parts, marks, caret)
  if (done.length === 0) return { text, operators: {} }
  const { left, taken } = cutParts(text, done)
  return { text: left, operators: understandEvents(taken, scope).operators }
}

/** One operator as it would be typed. */
export const printOperator = (key: EventKey, value: string, isExcluded: boolean): string =>
  printQuery([{ kind: 'field', key, value, isExcluded }], EVENT_KEYS)
