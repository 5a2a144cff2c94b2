import { categoryOf, eventCode, severityOf } from '#/domain/events/codes'
import { categoryName } from '#/domain/events/choices'

interface SinceLine {
  /** As the URL of the log has it: `category=` or `severity=`. */
  search: { category?: string; severity?: string }
  label: string
  count: number
  /** The most common codes of it. */
  most: string
}

const NAMED = 3

/** What happened, by category, the critical first: lines that lead to their rows. */
export function sinceLines(rows: readonly { type: number }[]): SinceLine[] {
  const byCategory = grouped(rows, ({ type }) => categoryOf(type) ?? 'none')
  const critical = rows.filter(({ type }) => severityOf(type) === 'critical')
  const lines = [...byCategory].map(([category, members]) => ({
    search: { category },
    label: categoryName(category),
    count: members.length,
    most: mostOf(members),
  }))
  const all = lines.toSorted((a, b) => b.count - a.count)
  if (critical.length === 0) return all
  return [
    { search: { severity: 'critical' }, label: 'Critical', count: critical.length, most: mostOf(critical) },
    ...all,
  ]
}

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

function mostOf(rows: readonly { type: number }[]): string {
  const counts = [...grouped(rows, ({ type }) => type)].map(([type, { length }]) => ({ type, length }))
  const largest = counts.toSorted((a, b) => b.length - a.length)
  const words = largest
    .slice(0, NAMED)
    .map(({ type, length }) => `${codeWords(type)} ${length.toLocaleString('en-GB')}`)
  return [...words, ...(largest.length > NAMED ? [`${largest.length - NAMED} more`] : [])].join(' · ')
}

/** `Secret_Permanently_Deleted` → "permanently deleted". */
function codeWords(type: number): string {
  const name = eventCode(type)?.name
  if (!name) return `code ${type}`
  const words = name.replace(/^[A-Za-z0-9]+_/, '').replaceAll('_', ' ')
  return words.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
