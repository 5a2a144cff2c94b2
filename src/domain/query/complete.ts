import { foldName } from '#/domain/search'
import { parseQuery } from './parse'
import { CONDITIONS, SECRET_KEYS, type QueryScope, type SecretKey } from './secret-query'

export interface Completion {
  /** What replaces the part under the caret; a key ends in a colon and is gone on with. */
  insert: string
  label: string
  hint: string
}

export interface Completions {
  start: number
  end: number
  items: readonly Completion[]
}

const AT_MOST = 8

const keyHints: Record<SecretKey, string> = {
  project: 'By the name of their project',
  is: 'By their condition',
  age: 'By the time since the last change',
  changed: 'By the date of the last change',
  name: 'By name only, not by id',
}

const conditionHints: Record<(typeof CONDITIONS)[number], string> = {
  unassigned: 'In no project',
  duplicate: 'Another secret has the same name',
  spoiled: 'The name cannot be decrypted',
  direct: 'Shared with you on the secret itself',
  readonly: 'You can read it, not change it',
}

const ages: readonly Completion[] = [
  { insert: 'age:>90d', label: '>90d', hint: 'Not changed for 90 days' },
  { insert: 'age:>1y', label: '>1y', hint: 'Not changed for a year' },
  { insert: 'age:<7d', label: '<7d', hint: 'Changed in the last 7 days' },
  { insert: 'age:<24h', label: '<24h', hint: 'Changed in the last 24 hours' },
]

/** What could stand at the caret, or null where nothing is to be offered. `today` as 2026-08-27. */
export function completionsAt(
  text: string,
  caret: number,
  scope: QueryScope,
  today: string,
): Completions | null {
  const keys = SECRET_KEYS.filter((key) => key !== 'project' || scope.hasProject)
  const part = parseQuery(text, keys).find(({ start, end }) => start < caret && caret <= end)
  if (!part) return null
  const minus = part.isExcluded ? '-' : ''
  const place = { start: part.start, end: part.end }
  const offer = (items: readonly Completion[]) =>
    items.length === 0
      ? null
      : { ...place, items: items.slice(0, AT_MOST).map((item) => ({ ...item, insert: minus + item.insert })) }
  if (part.kind === 'word') {
    const typed = text.slice(part.start, part.end).replace(/^-/, '').toLowerCase()
    if (typed.length < 2) return null
    const fitting = keys.filter((key) => key.startsWith(typed))
    return offer(fitting.map((key) => ({ insert: `${key}:`, label: `${key}:`, hint: keyHints[key] })))
  }
  const typed = part.value.toLowerCase()
  switch (part.key) {
    case 'project':
      return offer(projectsLike(part.value, scope))
    case 'is': {
      const fitting = CONDITIONS.filter((is) => is.startsWith(typed) && (is !== 'direct' || !scope.noDirect))
      return isSettled(fitting, typed)
        ? null
        : offer(fitting.map((is) => ({ insert: `is:${is}`, label: is, hint: conditionHints[is] })))
    }
    case 'age':
      return offer(ages.filter(({ label }) => label.startsWith(typed) && label !== typed))
    case 'changed':
      return offer(datesOf(today).filter(({ label }) => label.startsWith(typed) && label !== typed))
    case 'name':
      return null
  }
}

const isSettled = (fitting: readonly string[], typed: string) => fitting.length === 1 && fitting[0] === typed

function projectsLike(value: string, { projects }: QueryScope): Completion[] {
  const wanted = foldName(value)
  const named = projects.flatMap(({ id, name }) =>
    name === null ? [] : [{ id, name, folded: foldName(name) }],
  )
  const begins = named.filter(({ folded }) => folded.startsWith(wanted))
  const holds = named.filter(({ folded }) => !folded.startsWith(wanted) && folded.includes(wanted))
  return [...begins, ...holds].slice(0, AT_MOST).map(({ id, name }) => ({
    insert: `project:${id}`,
    label: name,
    hint: id.slice(0, 8),
  }))
}

function datesOf(today: string): Completion[] {
  const month = today.slice(0, 7)
  const year = today.slice(0, 4)
  const of = (value: string, hint: string) => ({ insert: `changed:${value}`, label: value, hint })
  return [of(today, 'Today'), of(month, 'This month'), of(year, 'This year')]
}
