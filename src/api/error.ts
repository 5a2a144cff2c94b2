import type { EndpointName } from './contract'
import { readErrorBody } from './error-body'
import type { FieldErrors } from './error-body'
import { parseRetryAfter } from './retry-after'
import {
  contractSentence,
  foreignSentence,
  networkSentence,
  redirectSentence,
  statusSentence,
} from './sentences'

export type { FieldErrors } from './error-body'

/**
 * - `network`: no answer came; `status` is 0. A write may have arrived all the same.
 * - `status`: the server refused, or a proxy says that it cannot be reached.
 * - `foreign`: something other than the server answered: a page, a redirect, a body that is no JSON. What its status
 *   says is not the server's word, so `status` is 0. A write may have arrived all the same.
 * - `contract`: the answer has a form that this client does not know.
 *
 * A cancelled call is no error of the server: it rejects with the platform's `AbortError` (see `isAbort`).
 */
export type ErrorKind = 'network' | 'status' | 'foreign' | 'contract'

export interface ApiErrorInit {
  endpoint: EndpointName
  kind: ErrorKind
  status: number
  message: string
  fields?: FieldErrors
  retryAfter?: number | undefined
  emptyBody?: boolean
}

/** Whatever went wrong between the console and the server. `message` is a sentence for the person. */
export class ApiError extends Error {
  readonly endpoint: EndpointName
  readonly kind: ErrorKind
  /** HTTP status; 0 where no answer of the server came. */
  readonly status: number
  /** Texts by field, in the server's spelling (`Key`, `Projects[0].Name`); empty where it names none. */
  readonly fields: FieldErrors
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | undefined
  /** True where the answer had no body: of a 401, that the token is dead (with a body: not permitted). */
  readonly emptyBody: boolean
  /** Body of a refused sign-in, for `readTokenRefusal`. Left out of `toInit`, since it can hold a session token. */
  declare readonly tokenBody: unknown

  constructor(init: ApiErrorInit, tokenBody?: unknown) {
    super(init.message)
    this.name = 'ApiError'
    this.endpoint = init.endpoint
    this.kind = init.kind
    this.status = init.status
    this.fields = init.fields ?? {}
    this.retryAfter = init.retryAfter
    this.emptyBody = init.emptyBody ?? false
    // Not enumerable: inspection and structured clones of the error must not carry it along.
    Object.defineProperty(this, 'tokenBody', { value: tokenBody, enumerable: false })
  }

  /** The right is missing, the session is fine: 403, or the 401 with a body of the trash endpoints. */
  get isNotPermitted(): boolean {
    return this.status === 403 || (this.status === 401 && !this.emptyBody)
  }

  /** Plain data that `new ApiError` makes the same error from, on the other side of a message channel. */
  toInit(): ApiErrorInit {
    const { endpoint, kind, status, message, fields, retryAfter, emptyBody } = this
    return { endpoint, kind, status, message, fields, retryAfter, emptyBody }
  }
}

/** An answer that breaks the contract. Names the endpoint and the path of the wrong field, never its value. */
export class ContractError extends ApiError {
  /** Such as `secrets.3.id`; empty where the answer as a whole is wrong (not JSON, say). */
  readonly path: string

  /** @param isWrite the server took it and answered well, so the change has most likely been made. */
  constructor(endpoint: EndpointName, path: readonly PropertyKey[], status = 200, isWrite = false) {
    const joined = path.map(String).join('.')
    super({ endpoint, kind: 'contract', status, message: contractSentence(endpoint, joined, isWrite) })
    this.path = joined
  }
}

/** True for the rejection of a call that was cancelled through its signal. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/**
 * @param status what was answered in the server's place; 3xx for any redirect, since browsers hide which.
 * @param isWrite whether the person must look if the change has arrived.
 */
export function foreignError(endpoint: EndpointName, status: number, isWrite: boolean): ApiError {
  const isRedirect = status >= 300 && status < 400
  const message = isRedirect ? redirectSentence(isWrite) : foreignSentence(status, isWrite)
  return new ApiError({ endpoint, kind: 'foreign', status: 0, message })
}

export const abortError = (): DOMException => new DOMException('Cancelled.', 'AbortError')

/** @param isWrite whether the person must look if the change has arrived. */
export function networkError(endpoint: EndpointName, isWrite: boolean): ApiError {
  return new ApiError({ endpoint, kind: 'network', status: 0, message: networkSentence(isWrite) })
}

/** What a proxy says in a page of its own and is true whoever says it: too much data, too many requests. */
const saysOfItself = new Set([413, 429])

/**
 * The one reader of refusals: takes the whole body of a response that is not `ok`, in any form of the server or
 * of a proxy before it. `isWrite`: after a failure the change may have arrived. Throws only if the body breaks off.
 */
export async function readError(
  response: Response,
  endpoint: EndpointName,
  isWrite = true,
): Promise<ApiError> {
  const body = readErrorBody(await response.text())
  const { status } = response
  const isForeign = body.form === 'other' && status >= 400 && status < 500 && !saysOfItself.has(status)
  if (isForeign || (status >= 300 && status < 400)) return foreignError(endpoint, status, isWrite)
  const retryAfter = parseRetryAfter(response.headers)
  return new ApiError(
    {
      endpoint,
      kind: 'status',
      status,
      message: statusSentence(status, body, retryAfter, isWrite),
      fields: body.fields,
      retryAfter,
      emptyBody: body.form === 'empty',
    },
    endpoint === 'tokenCreate' ? body.json : undefined,
  )
}
