import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'

/** A request of Node's HTTP server as the web's own type; the body is read whole. */
export async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', headers } = incoming
  const url = new URL(incoming.url ?? '/', `http://${headers.host ?? '127.0.0.1'}`)
  const sent = new Headers()
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index] ?? ''
    if (!name.startsWith(':')) sent.append(name, incoming.rawHeaders[index + 1] ?? '')
  }
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const hasBody = chunks.length > 0 && method !== 'GET' && method !== 'HEAD'
  return new Request(url, {
    method: sendable(method),
    headers: sent,
    ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
  })
}

/** The web's type takes no TRACE: under a name that nothing here goes by, it is refused like any other of that kind. */
const sendable = (method: string): string =>
  /^(?:TRACE|TRACK|CONNECT)$/i.test(method) ? `X-${method}` : method

/** Writes an answer; a network failure becomes a connection that is cut. */
export async function writeResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  if (!response.body) {
    outgoing.end()
    return
  }
  // The reader that goes away in the middle of a long list is no failure of the server.
  await pipeline(Readable.fromWeb(response.body as NodeStream), outgoing).catch(() => undefined)
}
