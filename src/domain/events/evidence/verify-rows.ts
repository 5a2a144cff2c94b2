import type { CheckedPack } from './check-pack'
import { element, rowOf, table } from './verify-elements'

const AT_ONCE = 500
const FIELDS = ['date', 'what', 'client', 'ipAddress', 'type'] as const
const HEAD = ['Date (UTC)', 'What happened', 'Client', 'Address', 'Code']

/** The rows to look through: what holds the text anywhere, the first few hundred of them drawn. */
export function rowsTable({ lines, manifest }: CheckedPack): HTMLElement[] {
  if (lines.length === 0) return []
  const shown = table('events', HEAD, [])
  const body = shown.querySelector('tbody')
  const status = element('p', { class: 'muted', role: 'status' }, '')
  const field = element('input', { type: 'search', id: 'find', autocomplete: 'off' })
  const folded = lines.map((line) => line.toLowerCase())
  const draw = () => {
    const wanted = field.value.trim().toLowerCase()
    const found: number[] = []
    folded.forEach((line, index) => line.includes(wanted) && found.push(index))
    body?.replaceChildren(...found.slice(0, AT_ONCE).map((index) => rowOf(cellsOf(lines[index] ?? ''))))
    status.textContent = words(found.length)
  }
  const words = (found: number) => {
    const parts = [`${found.toLocaleString('en-GB')} of ${lines.length.toLocaleString('en-GB')} match`]
    if (found > AT_ONCE) parts.push(`the first ${AT_ONCE} are shown`)
    if (lines.length < manifest.count) parts.push('of the rest only the hash was checked')
    return `${parts.join('; ')}.`
  }
  field.addEventListener('input', draw)
  draw()
  const label = element('label', { for: 'find' }, 'Find in all fields')
  return [element('h2', {}, 'Events'), element('p', {}, label, field), status, shown]
}

function cellsOf(line: string): string[] {
  try {
    const row = JSON.parse(line) as Record<string, unknown>
    return FIELDS.map((field) => {
      const value = row[field]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    })
  } catch {
    return ['', line, '', '', '']
  }
}
