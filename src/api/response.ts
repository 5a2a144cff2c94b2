import { contract } from './contract'
import type { Endpoint, EndpointName } from './contract'
import { ContractError, foreignError } from './error'
import { mayHaveChanged } from './repeat'

/**
 * Parses a successful answer by its schema. Unknown fields are dropped; a missing field, a wrong type, or
 * anything that is not JSON throws `ContractError`, which names the place and never the value.
 */
export async function readResponse(
  name: EndpointName,
  endpoint: Endpoint,
  response: Response,
): Promise<unknown> {
  assertNotHtml(name, response)
  const isWrite = mayHaveChanged(endpoint)
  const text = await response.text()
  if (endpoint.response === null) return undefined
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The parser's message quotes the text, so it is not kept as the cause.
    throw new ContractError(name, [], response.status, isWrite)
  }
  const parsed = endpoint.response.safeParse(json)
  if (parsed.success) return parsed.data
  throw new ContractError(name, parsed.error.issues[0]?.path ?? [], response.status, isWrite)
}

/** A proxy's own page with status 200 must not pass for success, least of all where success has no body. */
export function assertNotHtml(name: EndpointName, response: Response): void {
  if (response.headers.get('Content-Type')?.includes('text/html')) {
    throw foreignError(name, response.status, mayHaveChanged(contract[name]))
  }
}

/** The same response with a body that fails with our errors, so that its reader meets no others than a call's. */
export function guardBody(response: Response, toOurs: (error: unknown) => unknown): Response {
  if (!response.body) return response
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          controller.error(toOurs(error))
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead of the reader: what it cancels is not fetched.
    { highWaterMark: 0 },
  )
  return new Response(body, { status: response.status, headers: response.headers })
}
