import { ServerError } from '#/mocks/handler'
import type { Answer } from '#/mocks/handler'
import { oauthError } from '#/mocks/identity/token-answer'
import type { TokenBody } from '#/mocks/identity/token-answer'

/** The fields of a token request by lower-case name; the server takes them in any case. */
export type Form = Readonly<Record<string, string | undefined>>

const noStore = {
  'Content-Type': 'application/json; charset=UTF-8',
  'Cache-Control': 'no-store, no-cache, max-age=0',
  Pragma: 'no-cache',
}

export const tokenAnswer = (body: TokenBody): Answer => ({ body, headers: noStore })

/** A refusal of the token endpoint: 400 whatever the reason. */
export class TokenError extends ServerError {
  readonly body: TokenBody

  constructor(body: TokenBody) {
    super(400, '')
    this.body = body
  }
}

export const refusal = (error: string) => new TokenError(oauthError(error))

export const refusalAnswer = (error: TokenError): Answer => ({
  status: 400,
  body: error.body,
  headers: noStore,
})

/** Wrong content type or method. */
export const badForm = (): Answer => refusalAnswer(refusal('invalid_request'))

export async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) throw refusal('invalid_request')
  const fields = new URLSearchParams(await request.text())
  return Object.fromEntries(Array.from(fields, ([name, value]) => [name.toLowerCase(), value]))
}

const allowed: Record<'user' | 'organization' | 'machine' | 'app', readonly string[]> = {
  app: ['api', 'offline_access'],
  user: ['api'],
  organization: ['api.organization'],
  machine: ['api.secrets'],
}

/** The scopes asked for, or all that the client may have. */
export function scopesOf(form: Form, client: keyof typeof allowed): string[] {
  const asked = (form.scope ?? '').split(' ').filter((scope) => scope !== '')
  if (asked.some((scope) => !allowed[client].includes(scope))) throw refusal('invalid_scope')
  return asked.length > 0 ? asked : [...allowed[client]]
}
