import { parseQuery } from '#/domain/query/parse'
import type { Completion, Completions } from '#/domain/query/complete'
import { foldName } from '#/domain/search'
import { categoryName, CLIENT_CHOICES, MARK_CHOICES, type Named } from './choices'
import { EVENT_CODES } from './codes'
import {
  CATEGORY_NAMES,
  EVENT_KEYS,
  printOperator,
  SEVERITIES,
  type EventKey,
  type EventScope,
} from './event-query'

const AT_MOST = 8

const keyHints: Record<EventKey, string> = {
  actor: 'Who did it',
  type: 'By code or its name',
  object: 'What it was done to',
  ip: 'Address or network',
  client: 'From which client',
  category: 'By family of codes',
  severity: 'critical, notice or info',
  is: 'Part of a burst, or seen for the first time',
  after: 'From a date on',
  before: 'Up to a date',
}

/** What could stand at the caret, or null where nothing is to be offered. */
export function completeEvents(text: string, caret: number, scope: EventScope): Completions | null {
  const part = parseQuery(text, EVENT_KEYS).find(({ start, end }) => start < caret && caret <= end)
  if (!part) return null
  const minus = part.isExcluded ? '-' : ''
  const offer = (items: readonly Completion[]) =>
    items.length === 0
      ? null
      : {
          start: part.start,
          end: part.end,
          items: items.slice(0, AT_MOST).map((item) => ({ ...item, insert: minus + item.insert })),
        }
  if (part.kind === 'word') {
    const typed = text.slice(part.start, part.end).replace(/^-/, '').toLowerCase()
    const fitting = typed.length < 2 ? [] : EVENT_KEYS.filter((key) => key.startsWith(typed))
    return offer(fitting.map((key) => ({ insert: `${key}:`, label: `${key}:`, hint: keyHints[key] })))
  }
  return offer(itemsOf(part.key, part.value, scope))
}

function itemsOf(key: EventKey, typed: string, scope: EventScope): Completion[] {
  switch (key) {
    case 'actor':
      return entities(key, typed, scope.actors)
    case 'object':
      return entities(key, typed, scope.objects)
    case 'type':
      return types(typed)
    case 'client':
      return plain(
        key,
        typed,
        CLIENT_CHOICES.map(({ name }) => ({ key: name, name: '' })),
      )
    case 'category':
      return plain(
        key,
        typed,
        CATEGORY_NAMES.map((category) => ({ key: category, name: categoryName(category) })),
      )
    case 'severity':
      return plain(
        key,
        typed,
        SEVERITIES.map((severity) => ({ key: severity, name: '' })),
      )
    case 'is':
      return plain(key, typed, MARK_CHOICES)
    case 'after':
    case 'before':
      return plain(key, typed, dates(scope.now))
    case 'ip':
      return []
  }
}

/** By their ids, so that two of one name stay two. */
function entities(key: EventKey, typed: string, all: readonly Named[]): Completion[] {
  const wanted = foldName(typed)
  const fitting: Named[][] = [[], []]
  for (const one of all) {
    const folded = foldName(one.name)
    if (folded.startsWith(wanted)) fitting[0]?.push(one)
    else if (folded.includes(wanted)) fitting[1]?.push(one)
    if ((fitting[0]?.length ?? 0) >= AT_MOST) break
  }
  return fitting
    .flat()
    .slice(0, AT_MOST)
    .map((one) => {
      const [kind = '', id = ''] = one.key.split(':')
      return {
        insert: `${key}:${one.key}`,
        label: one.name,
        hint: id === '' ? kind : `${kind} ${id.slice(0, 8)}`,
      }
    })
}

function types(typed: string): Completion[] {
  const wanted = typed.toLowerCase()
  return EVENT_CODES.filter(
    ({ code, name, category }) =>
      String(code) !== typed &&
      (String(code).startsWith(wanted) || name.toLowerCase().includes(wanted) || category === wanted),
  ).map(({ code, name }) => ({ insert: `type:${code}`, label: String(code), hint: name }))
}

const plain = (key: EventKey, typed: string, choices: readonly Named[]): Completion[] =>
  choices
    .filter((each) => each.key.toLowerCase().startsWith(typed.toLowerCase()) && each.key !== typed)
    .map((each) => ({ insert: printOperator(key, each.key, false), label: each.key, hint: each.name }))

function dates(now: number): Named[] {
  const today = new Date(now).toISOString().slice(0, 10)
  return [
    { key: today, name: 'Today' },
    { key: today.slice(0, 7), name: 'This month' },
    { key: '7d', name: '7 days ago' },
    { key: '24h', name: '24 hours ago' },
  ]
}
