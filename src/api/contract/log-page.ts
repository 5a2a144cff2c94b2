import { z } from '#/lib/zod'
import { guid, leniently, tag } from './common'

/** What stands for a code that a row lacks. */
const NO_CODE = 0

/**
 * A page of a log: 50 rows, newest first. The log ends where the token is null, and only there. No row is refused: where
 * one does not fit as a whole, each field is taken for itself and what cannot be used counts as not sent, so that one
 * odd row does not hide the 49 others. A row without a usable date has no place in a log: those are counted.
 */
export function logPageOf<S extends z.ZodMiniObject>(row: S) {
  const strict = z.object({
    data: z.array(row),
    continuationToken: z.nullable(z.string()),
    object: tag('list'),
  })
  const loose = z.object({ data: z.array(z.unknown()), continuationToken: z.nullable(z.string()) })
  const read = ({ data, continuationToken }: z.output<typeof loose>) => {
    const rows = data.map((value) => rowOf(row, value)).filter(isPlaced)
    return { data: rows, continuationToken, unplaced: data.length - rows.length }
  }
  return leniently(z.pipe(loose, z.transform(read)), strict)
}

function rowOf<S extends z.ZodMiniObject>(row: S, value: unknown): z.output<S> {
  const whole = row.safeParse(value)
  if (whole.success) return whole.data
  const given: object = typeof value === 'object' && value !== null ? value : {}
  const fields: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(row.def.shape)) {
    const own: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined
    const read = (field as z.ZodMiniType).safeParse(usual(own))
    fields[name] = read.success ? (read.data ?? null) : null
  }
  fields['type'] ??= NO_CODE
  return fields as z.output<S>
}

const isPlaced = (row: { date?: unknown }) =>
  typeof row.date === 'string' && !Number.isNaN(Date.parse(row.date))

/** Ids in capitals, and dates with a zone of their own, say the same in the server's spelling. */
function usual(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const text = value.toLowerCase()
  if (guid.test(text)) return text
  const [whole, seconds = '', fraction = '', zone = 'Z'] = ANY_DATE.exec(value) ?? []
  const at = whole === undefined ? Number.NaN : Date.parse(`${seconds}${zone}`)
  return Number.isNaN(at) ? value : `${new Date(at).toISOString().slice(0, 19)}${fraction.slice(0, 8)}Z`
}

/** Without a zone it is UTC, as all dates of this server are. */
const ANY_DATE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/
