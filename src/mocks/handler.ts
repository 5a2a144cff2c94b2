import type { EndpointName } from '#/api/contract'
import type { Db } from './store/db'
import type { Switches } from './switches'
import type { Id, Stamp } from './store/tables'

/** What a verified access token says. One value of a many-valued claim stands bare, several in an array. */
export interface Claims {
  iss: string
  nbf: number
  iat: number
  exp: number
  jti: string
  client_id: string
  scope: string[]
  sub?: string
  amr?: string[]
  email?: string
  name?: string
  sstamp?: string
  device?: string
  devicetype?: string
  type?: string
  organization?: string
  client_sub?: string
  client_type?: string
  orgowner?: string | string[]
  orgadmin?: string | string[]
  orguser?: string | string[]
  orgcustom?: string | string[]
  accesssecretsmanager?: string | string[]
  [claim: string]: unknown
}

/**
 * Who asks. The server takes roles and Secrets Manager access from the token alone, never from the tables:
 * a right that was taken away works until the token is renewed (recorded/README.md).
 */
export interface Caller {
  kind: 'user' | 'machine' | 'organization'
  claims: Claims
  clientId: string
  /** `sub` of a person's token. */
  userId?: Id
  /** `sub` of a machine account's token. */
  serviceAccountId?: Id
  /** Of machine and organization tokens. */
  organizationId?: Id
}

/** The ids in a many-valued claim. */
export function claimIds(claims: Claims, claim: string): string[] {
  const value = claims[claim]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
}

export interface Context {
  db: Db
  /** null only where the endpoint is anonymous. */
  caller: Caller | null
  request: Request
  /** Path parameters; GUIDs are checked and lower case. */
  params: Record<string, string>
  query: URLSearchParams
  /** Parsed and validated; property names in the contract's spelling, GUIDs lower case. */
  body: unknown
  switches: Switches
  /** Strictly increasing within one database. */
  now(): Stamp
  ip: string
  /** The `Device-Type` header; undefined where it is missing or unknown. */
  deviceType: number | undefined
  random(length: number): Uint8Array<ArrayBuffer>
}

/** `body: undefined` is 200 with an empty body; a `Response` goes out as it is (streams). */
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | Response

export type Handler = (context: Context) => Promise<Answer> | Answer

export type Handlers = { [K in EndpointName]: Handler }

export type ValidationErrors = Record<string, string[]>

/** An answer in the server's error form; thrown by handlers and rules, written by the server. */
export class ServerError extends Error {
  readonly status: number
  readonly validationErrors: ValidationErrors | null
  /** True where the answer has no body at all. */
  readonly isEmpty: boolean
  readonly headers: Record<string, string>

  constructor(
    status: number,
    message: string,
    validationErrors: ValidationErrors | null = null,
    isEmpty = false,
    headers: Record<string, string> = {},
  ) {
    super(message)
    this.status = status
    this.validationErrors = validationErrors
    this.isEmpty = isEmpty
    this.headers = headers
  }
}

export const notFound = () => new ServerError(404, 'Resource not found.')

export const badRequest = (message: string) => new ServerError(400, message)

export const invalid = (errors: ValidationErrors) =>
  new ServerError(400, 'The model state is invalid.', errors)

export const unhandled = () => new ServerError(500, 'An unhandled server error has occurred.')

export const emptyStatus = (status: 401 | 403 | 500) => new ServerError(status, '', null, true)
