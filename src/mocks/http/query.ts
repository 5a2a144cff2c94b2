import type { Context } from '#/mocks/handler'
import { stampOfText } from '#/mocks/store/stamp'
import type { Id, Stamp } from '#/mocks/store/tables'

// Parameters as handlers read them. Their form was checked before (`validate.ts`).

/** `bool` in .NET: any case. */
export const boolean = (text: string): boolean | undefined =>
  ({ true: true, false: false })[text.toLowerCase() as 'true' | 'false']

/** Null where the parameter was left out or left empty. */
export function queryDate(context: Context, name: string): Stamp | null {
  return stampOfText(context.query.get(name)?.trim() ?? '') ?? null
}

export const queryFlag = (context: Context, name: string): boolean =>
  boolean(context.query.get(name)?.trim() ?? '') ?? false

/** An id of the path. */
export function pathId(context: Context, name: string): Id {
  const id = context.params[name]
  if (id === undefined) throw new Error(`The path of this endpoint has no {${name}}.`)
  return id
}
