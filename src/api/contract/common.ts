import { z } from '#/lib/zod'

/**
 * What `checkAnswer` asks beyond the schema. The client is lenient where a stricter reading would take a working
 * page from a person: a spoiled ciphertext is a row that can be opened, an older server lacks newer switches.
 */
export interface StrictRule {
  /** The text must have this form. */
  pattern?: RegExp
  /** The text must be exactly this. */
  exact?: string
  /** The field is optional for the client, but the 2026.8 server always sends it. */
  isAlwaysSent?: true
  /** The check goes by this schema instead. */
  strictly?: z.ZodMiniType
}

/** Strict rules by schema; schemas without one are checked as they stand. */
export const strictRules = new WeakMap<object, StrictRule>()

function withRule<S extends object>(schema: S, rule: StrictRule): S {
  strictRules.set(schema, rule)
  return schema
}

/** An id as the server writes it. */
export const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A date as the server writes it. */
export const utcDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?Z$/

const part = String.raw`(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)`
/** The server's own test of an incoming EncString: type number, number of parts, padded base64. */
const encStringForm = new RegExp(
  String.raw`^(?:0\.${part}\|${part}|[12]\.${part}\|${part}\|${part}|[347]\.${part}|[56]\.${part}\|${part})$`,
)

/** GUID, lower case with dashes. */
export const id = z.string().check(z.regex(guid))

/** UTC, ISO 8601, ends in `Z`, up to seven fraction digits (trailing zeros are dropped by the server). */
export const date = z.string().check(z.regex(utcDate))

/**
 * Ciphertext `<type>.<part>|<part>…`. The client takes any text, since a value that does not decrypt is data for
 * the page, never a reason to refuse a whole list; `checkAnswer` wants the form.
 */
export const encString = withRule(z.string(), { pattern: encStringForm })

/** The discriminator `object`. Nothing is decided by it, so the client does not insist on its spelling. */
export function tag<const T extends string>(exact: T) {
  return withRule(
    z.custom<T>((value) => typeof value === 'string'),
    { exact },
  )
}

/** A field that other server versions may lack: optional for the client, demanded by `checkAnswer`. */
export function sent<S extends z.ZodMiniType>(schema: S) {
  return withRule(z.optional(schema), { isAlwaysSent: true })
}

/** A loose schema for the client, a full one for `checkAnswer`. */
export function leniently<S extends z.ZodMiniType>(schema: S, strictly: z.ZodMiniType) {
  return withRule(schema, { strictly })
}

/** The list envelope. Nothing but event logs is paged: a token elsewhere would mean a list that is cut short. */
export function listOf<S extends z.ZodMiniType>(item: S) {
  return z.object({ data: z.array(item), continuationToken: z.null(), object: tag('list') })
}

/** Answer of the bulk deletions: `error` is null where the item was deleted. */
export const bulkDeletion = listOf(
  z.object({ id, error: z.nullable(z.string()), object: tag('BulkDeleteResponseModel') }),
)

/** Bulk bodies are a bare array of ids. */
export const ids = z.array(id)

export type BulkDeletion = z.output<typeof bulkDeletion>
export type ListOf<T> = { data: T[]; continuationToken: null; object: 'list' }
