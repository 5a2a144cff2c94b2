/** What came back, as it came: read by the connection doctor, which must tell a server from whatever stands before it. */
export interface Answer {
  outcome: 'answer' | 'redirect' | 'silence' | 'none'
  /** 0 where no answer came. */
  status: number
  /** Content-Type without its parameters, lower case; empty where there is none. */
  type: string
  /** By lower-case names. */
  headers: Readonly<Record<string, string>>
  /** The first 64 KiB of the body. */
  text: string
  /** Milliseconds until the body was there. */
  took: number
  /** Epoch ms in the middle between request and answer. */
  askedAt: number
}

export interface Question {
  method: 'GET' | 'POST'
  /** Of this origin. */
  path: string
  body?: unknown
  /** `application/json` without it. */
  accept?: string
}

const PATIENCE_MS = 10_000
const ENOUGH = 65_536

const nothing = { status: 0, type: '', headers: {}, text: '' } as const

/**
 * Asks this page's own origin without cookies, without tokens and without following a redirect. Never rejects but
 * for `AbortError`, when `signal` says so.
 */
export async function probe(
  { method, path, body, accept = 'application/json' }: Question,
  signal: AbortSignal,
): Promise<Answer> {
  const began = performance.now()
  const startedAt = Date.now()
  const patience = new AbortController()
  const stop = () => patience.abort()
  const timer = setTimeout(stop, PATIENCE_MS)
  signal.addEventListener('abort', stop, { once: true })
  const measured = () => {
    const took = performance.now() - began
    return { took: Math.round(took), askedAt: startedAt + took / 2 }
  }
  try {
    const response = await fetch(path, {
      method,
      headers: {
        Accept: accept,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: patience.signal,
    })
    if (response.type === 'opaqueredirect') return { outcome: 'redirect', ...nothing, ...measured() }
    const text = (await response.text()).slice(0, ENOUGH)
    const headers = Object.fromEntries(response.headers)
    const type = (headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase()
    return { outcome: 'answer', status: response.status, type, headers, text, ...measured() }
  } catch (error) {
    if (signal.aborted) throw error
    return { outcome: patience.signal.aborted ? 'silence' : 'none', ...nothing, ...measured() }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
