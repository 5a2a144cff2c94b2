import type { Answer, ServerError, ValidationErrors } from '#/mocks/handler'

const securityHeaders = {
  'X-Frame-Options': 'SAMEORIGIN',
  'X-XSS-Protection': '1; mode=block',
  'X-Content-Type-Options': 'nosniff',
}

// What the server's relaxed JSON encoder still escapes: controls, private use, unassigned, separators but the
// space, and everything outside the basic plane.
const escaped = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\u{10000}-\u{10ffff}]|(?! )\p{Zs}/gu

const escapeUnits = (text: string) =>
  Array.from({ length: text.length }, (_, index) => {
    return `\\u${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`
  }).join('')

/** JSON in the bytes that the server would send. */
export function toWireJson(value: unknown): string {
  // JSON.stringify leaves no raw control character, so what is replaced here stands inside a string.
  return JSON.stringify(value)
    .replace(escaped, escapeUnits)
    .replace(/\\u00[01][0-9a-f]/g, (escape) => escape.slice(0, 2) + escape.slice(2).toUpperCase())
}

export function emptyResponse(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...securityHeaders, 'Content-Length': '0', ...headers } })
}

export function jsonResponse(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(toWireJson(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...securityHeaders, ...headers },
  })
}

function errorBody(message: string | null, validationErrors: ValidationErrors | null) {
  return {
    message,
    validationErrors,
    exceptionMessage: null,
    exceptionStackTrace: null,
    innerExceptionMessage: null,
    object: 'error',
  }
}

export function errorResponse(error: ServerError): Response {
  if (error.isEmpty) return emptyResponse(error.status, error.headers)
  return jsonResponse(error.status, errorBody(error.message, error.validationErrors), error.headers)
}

/** The Public API's own form. */
export function publicErrorResponse(error: ServerError): Response {
  if (error.isEmpty) return emptyResponse(error.status, error.headers)
  const { status, message, validationErrors: errors, headers } = error
  const text = errors ? "The request's model state is invalid." : message
  return jsonResponse(status, { object: 'error', message: text, errors }, headers)
}

export function answerResponse(answer: Answer): Response {
  if (!(answer instanceof Response)) {
    const { status = 200, body, headers } = answer
    return body === undefined ? emptyResponse(status, headers) : jsonResponse(status, body, headers)
  }
  for (const [name, value] of Object.entries(securityHeaders)) answer.headers.set(name, value)
  return answer
}
