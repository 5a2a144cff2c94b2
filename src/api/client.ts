import { contract } from './contract'
import type { ArgumentsOf, Contract, Endpoint, EndpointName, ResponseOf } from './contract'
import { abortError, ApiError, foreignError, isAbort, networkError, readError } from './error'
import { createPace, pause } from './pace'
import type { Pace } from './pace'
import { isDeadToken, isRead, mayHaveChanged, mayRepeatRenewed, pacedWait } from './repeat'
import { requestBody, requestUrl } from './request'
import type { LooseArguments } from './request'
import { assertNotHtml, guardBody, readResponse } from './response'

/** Where access tokens come from. Whatever these throw reaches the caller as it is. */
export interface TokenSource {
  /** A token that is good for now; renews by the clock where needed. */
  current(): Promise<string>
  /** A fresh one, since the server refused the last. Calls at the same time must share one renewal. */
  renew(): Promise<string>
}

export interface ClientOptions {
  /** Origin, and path where the server does not stand at the root; `/api` and `/identity` follow. */
  baseUrl: string
  /** Left out for a client that only calls what needs no token. */
  token?: TokenSource | undefined
  /** Bitwarden's compatibility level (`2026.8.0`), not the console's version. The token endpoint insists on it. */
  clientVersion: string
  /** Number of the browser (identity-and-crypto.md §1.4). */
  deviceType: number | string
  /** GUID of this browser profile; asked for each time, since it can be erased. */
  deviceIdentifier: () => string
  fetch?: typeof fetch | undefined
  /** Puts a listener around what sends: it hears each answer and each failure, and passes them on as they are. */
  overhear?: ((send: typeof fetch) => typeof fetch) | undefined
  pace?: Pace | undefined
  /** Told before a read waits because the server asked to slow down. */
  onPaced?: ((seconds: number, endpoint: EndpointName) => void) | undefined
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
}

export interface CallOptions {
  signal?: AbortSignal | undefined
  /** False: a read that meets 429 fails at once. */
  retryReads?: boolean | undefined
  /** Gets the server's clock, in milliseconds since 1970, where the answer has a `Date`. */
  onDate?: ((time: number) => void) | undefined
}

/**
 * Calls fail with `ApiError` (see its kinds), with the platform's `AbortError` when cancelled, or with what the
 * token source throws.
 */
export interface Client {
  /** Sends one request and gives its parsed answer, `undefined` where success has an empty body. */
  call<N extends EndpointName>(
    name: N,
    args: ArgumentsOf<Contract[N]>,
    options?: CallOptions,
  ): Promise<ResponseOf<Contract[N]>>
  /**
   * The same without reading the answer: refusals are thrown, the body of a success is unread and unchecked. Where
   * it breaks off, reading it fails as a call would.
   */
  stream<N extends EndpointName>(
    name: N,
    args: ArgumentsOf<Contract[N]>,
    options?: CallOptions,
  ): Promise<Response>
}

/** Makes the client: the only place of the app that fetches. Needs no DOM. */
export function createClient(options: ClientOptions): Client {
  const send = createSender(options)
  return {
    async call(name, args, callOptions = {}) {
      const endpoint: Endpoint = contract[name]
      const response = await send(name, args, callOptions)
      const answer = await guardNetwork(name, callOptions.signal, () =>
        readResponse(name, endpoint, response),
      )
      return answer as ResponseOf<Contract[typeof name]>
    },
    async stream(name, args, callOptions = {}) {
      const response = await send(name, args, callOptions)
      assertNotHtml(name, response)
      return guardBody(response, (error) => ourError(name, callOptions.signal, error))
    },
  }
}

type Sender = (name: EndpointName, args: LooseArguments, call: CallOptions) => Promise<Response>

/** Sends until there is a success or a refusal that repeating would not change. */
function createSender(options: ClientOptions): Sender {
  const { token, onPaced, sleep = pause } = options
  const sendOnce = createTransport(options)
  return async (name, args, call) => {
    const endpoint: Endpoint = contract[name]
    let bearer = endpoint.anonymous ? undefined : await token?.current()
    let isRenewed = false
    let pacedRepeats = 0
    for (;;) {
      const response = await sendOnce(name, args, bearer, call)
      if (response.ok) return response
      const error = await guardNetwork(name, call.signal, () =>
        readError(response, name, mayHaveChanged(endpoint)),
      )
      if (token && bearer !== undefined && !isRenewed && isDeadToken(error, endpoint)) {
        isRenewed = true
        bearer = await freshToken(token, bearer)
        if (mayRepeatRenewed(error, endpoint)) continue
      }
      const wait = call.retryReads === false ? null : pacedWait(error, endpoint, pacedRepeats)
      if (wait === null) throw error
      pacedRepeats += 1
      onPaced?.(wait, name)
      await sleep(wait * 1000, call.signal)
    }
  }
}

/** Another call may have met the dead token first; its renewal serves this one too. */
async function freshToken(token: TokenSource, refused: string): Promise<string> {
  const latest = await token.current()
  return latest === refused ? token.renew() : latest
}

type Transport = (
  name: EndpointName,
  args: LooseArguments,
  bearer: string | undefined,
  call: CallOptions,
) => Promise<Response>

function createTransport(options: ClientOptions): Transport {
  const { pace = createPace(), fetch: bare = (input, init) => fetch(input, init) } = options
  const fetchIt = options.overhear?.(bare) ?? bare
  return async (name, args, bearer, { signal, onDate }) => {
    const endpoint: Endpoint = contract[name]
    const url = requestUrl(options.baseUrl, name, endpoint, args)
    const body = requestBody(endpoint, args.body)
    const headers = requestHeaders(options, endpoint, bearer)
    if (body) headers['Content-Type'] = body.type
    const leave = await pace.enter(!isRead(endpoint), signal)
    try {
      const response = await guardNetwork(name, signal, () =>
        fetchIt(url, {
          method: endpoint.method,
          headers,
          body: body?.text ?? null,
          signal: signal ?? null,
          cache: 'no-store',
          // Followed, a redirect would carry a password hash or ciphertexts wherever a proxy points.
          redirect: 'manual',
        }),
      )
      if (response.type === 'opaqueredirect') throw foreignError(name, 302, mayHaveChanged(endpoint))
      const date = Date.parse(response.headers.get('Date') ?? '')
      if (!Number.isNaN(date)) onDate?.(date)
      return response
    } finally {
      leave()
    }
  }
}

/** Source: identity-and-crypto.md §1.3. */
function requestHeaders(
  options: ClientOptions,
  endpoint: Endpoint,
  bearer: string | undefined,
): Record<string, string> {
  return {
    Accept: 'application/json',
    'Bitwarden-Client-Name': 'web',
    'Bitwarden-Client-Version': options.clientVersion,
    'Device-Type': String(options.deviceType),
    ...(endpoint.anonymous && { 'Device-Identifier': options.deviceIdentifier() }),
    ...(isRead(endpoint) && { 'Cache-Control': 'no-store', Pragma: 'no-cache' }),
    ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
  }
}

async function guardNetwork<T>(
  name: EndpointName,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw ourError(name, signal, error)
  }
}

/** Turns what fetch throws into our errors, also when an answer breaks off in the middle of its body. */
function ourError(name: EndpointName, signal: AbortSignal | undefined, error: unknown): Error {
  if (error instanceof ApiError) return error
  return signal?.aborted || isAbort(error) ? abortError() : networkError(name, !isRead(contract[name]))
}
