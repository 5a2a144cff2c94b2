import type { z } from '#/lib/zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

type Schema = z.ZodMiniType

/** The names between braces in a path template: `'/api/secrets/{id}'` gives `'id'`. */
export type PathParams<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParams<Rest>
  : never

/**
 * One operation of the server. The client takes its types from it, the mock its duties.
 *
 * - `path`: from the origin on, with the prefix (`/api`, `/identity`); variable parts in braces.
 * - `query`, `body`: schemas of what is sent; `form: true` means `application/x-www-form-urlencoded`, else JSON.
 * - `response`: schema of a successful JSON answer; `null` where success is 200 with an empty body.
 * - `success`: the status of success where it is not 200.
 * - `anonymous: true`: sent without a token.
 * - `guarded: true`: a role-guarded organization endpoint, which answers a dead token with an empty 500
 *   (recorded/README.md), not with 401.
 */
export interface Endpoint<
  P extends string = string,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  R extends Schema | null = Schema | null,
> {
  readonly method: Method
  readonly path: P
  readonly query?: Q
  readonly body?: B
  readonly response: R
  readonly success?: 204
  readonly form?: true
  readonly anonymous?: true
  readonly guarded?: true
}

/** Declares an endpoint and keeps its literal types. */
export function endpoint<
  const P extends string,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  R extends Schema | null = null,
>(definition: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return definition
}

type OutputOf<S> = S extends Schema ? z.output<S> : undefined

/** The parsed answer of an endpoint; `undefined` for those that answer with an empty body. */
export type ResponseOf<E extends Endpoint> = OutputOf<E['response']>

type ParamsPart<Names extends string> = [Names] extends [never]
  ? { params?: undefined }
  : { params: Record<Names, string> }

// The tuples keep `never` (an endpoint without query or body) from matching everything.
type QueryPart<Q> = [Q] extends [never]
  ? { query?: undefined }
  : Q extends Schema
    ? { query?: z.input<Q> }
    : never
type BodyPart<B> = [B] extends [never]
  ? { body?: undefined }
  : B extends Schema
    ? { body: z.input<B> }
    : never

/** What a caller hands over: path parameters, query and body, each only where the endpoint has it. */
export type ArgumentsOf<E extends Endpoint> = ParamsPart<PathParams<E['path']>> &
  QueryPart<NonNullable<E['query']>> &
  BodyPart<NonNullable<E['body']>>
