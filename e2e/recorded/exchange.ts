import { readdirSync, readFileSync } from 'node:fs'

/** One recorded request with the answer of the real server. Format: `recorded/README.md` of the contract. */
export interface Exchange {
  seq: number
  name: string
  persona: string
  file: string
  request: {
    method: string
    path: string
    headers?: Record<string, string>
    body?: unknown
    rawBody?: string
  }
  response: { status: number; headers: Record<string, string>; body: unknown }
  eventsWritten?: Record<string, unknown>[]
}

const folder = new URL('./exchanges/', import.meta.url)

/** All exchanges in the order of the one run that they were recorded in. */
export function loadExchanges(): Exchange[] {
  return readdirSync(folder)
    .flatMap((file) => {
      const exchanges = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Exchange[]
      return exchanges.map((exchange) => ({ ...exchange, file: file.replace('.json', '') }))
    })
    .toSorted((a, b) => a.seq - b.seq)
}

const cut = /^(.*?)<\.\.\. (\d+) characters in all \.\.\.>(.*)$/s

/** A text that was cut for the files, at its true length: what is missing is `A`s. */
export function uncut(text: string): string {
  const [, start = '', length = '0', end = ''] = cut.exec(text) ?? []
  if (length === '0') return text
  return start + 'A'.repeat(Number(length) - start.length - end.length) + end
}

const omitted = (item: unknown): number => {
  const note = (item as { _omitted?: string } | null)?._omitted
  return note === undefined ? 0 : Number.parseInt(note, 10)
}

/** Number of entries that a recorded list had, and which of them were kept: positions from both ends. */
export function readList(list: readonly unknown[]): {
  length: number
  kept: { at: number; item: unknown }[]
} {
  const kept: { at: number; item: unknown }[] = []
  let at = 0
  for (const item of list) {
    const skipped = omitted(item)
    if (skipped === 0) kept.push({ at, item })
    at += skipped || 1
  }
  return { length: at, kept }
}

/** Entries that a request's list lost: copies of the one before, numbered on. */
function restoreList(list: readonly unknown[]): unknown[] {
  return list.flatMap((item, index) => {
    const before = list[index - 1] as { id: string } | string
    return Array.from({ length: omitted(item) || 1 }, (_, step) => {
      if (omitted(item) === 0) return item
      if (typeof before === 'string')
        return before.replace(/\d+/, (number) => String(Number(number) + step + 1))
      const number = String(Number(before.id.slice(-12)) + step + 1).padStart(12, '0')
      return { ...before, id: before.id.slice(0, -12) + number }
    })
  })
}

/** A request body as it was sent. */
export function restore(value: unknown, translate: (text: string) => string): unknown {
  if (typeof value === 'string') return translate(uncut(value))
  if (Array.isArray(value)) return restoreList(value).map((item) => restore(item, translate))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, restore(item, translate)]))
}
