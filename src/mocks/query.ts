import { invalid } from './handler'
import type { Context, ValidationErrors } from './handler'
import { stampOfText } from './stamp'
import type { Id, Stamp } from './tables'

type Reader<T> = (text: string) => T | undefined

/** A query value that may be left out or left empty. */
export const dateOrNull: Reader<Stamp | null> = (text) => (text === '' ? null : stampOfText(text))

/** `bool` in .NET: any case, spaces around. */
export const boolean: Reader<boolean> = (text) =>
  ({ true: true, false: false })[text.toLowerCase() as 'true' | 'false']

/**
 * Reads query values by the names of the server's parameters, in any case. What cannot be read is named
 * in one 400, all parameters together.
 */
export function readQuery<T extends Record<string, unknown>>(
  context: Context,
  readers: { [K in keyof T]: Reader<T[K]> },
  defaults: T,
): T {
  const values = { ...defaults }
  const errors: ValidationErrors = {}
  for (const name of Object.keys(readers) as (keyof T & string)[]) {
    const text = valueOf(context.query, name)
    if (text === undefined) continue
    const value = readers[name](text.trim())
    if (value !== undefined) values[name] = value
    // An empty value for a parameter that cannot be null has its own wording.
    else errors[name] = [`The value '${text}' is ${text.trim() === '' ? 'invalid' : 'not valid'}.`]
  }
  if (Object.keys(errors).length > 0) throw invalid(errors)
  return values
}

function valueOf(query: URLSearchParams, name: string): string | undefined {
  for (const [key, value] of query) if (key.toLowerCase() === name.toLowerCase()) return value
  return undefined
}

/** An id of the path; the server has checked its form. */
export function pathId(context: Context, name: string): Id {
  const id = context.params[name]
  if (id === undefined) throw new Error(`The path of this endpoint has no {${name}}.`)
  return id
}
