import type { Calls } from './worker/calls'

export type CallName = keyof Calls
/** Calls without arguments take `null`. */
export type CallArguments<N extends CallName> =
  Parameters<Calls[N]> extends [unknown, infer A, ...unknown[]] ? A : null
export type CallResult<N extends CallName> = Awaited<ReturnType<Calls[N]>>
/** What a call posts on its way; calls without parts have `never`. */
export type CallPart<N extends CallName> =
  Parameters<Calls[N]> extends [unknown, unknown, { part(value: infer P): void }] ? P : never
