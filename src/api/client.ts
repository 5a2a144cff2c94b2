import { contract } from './contract'
import type { ArgumentsOf, Contract, Endpoint, EndpointName, ResponseOf } from './contract'
import { abortError, ApiError, isAbort, networkError, readError } from './error'
import { createPace, pause } from './pace'
import type { Pace } from './pace'
import { requestBody, requestUrl } from './request'
import type { LooseArguments } from './request'
import { assertNotHtml, readResponse } from './response'
import { redirectSentence } from './sentences'

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
  /** GUID of this browser profile. */
  deviceIdentifier: string
  fetch?: typeof fetch | undefined
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
  /** The same without reading the answer: refusals are thrown, the body of a success is unread and unchecked. */
  stream<N extends EndpointName>(
    name: N,
    args: ArgumentsOf<Contract[N]>,
    options?: CallOptions,
  ): Promise<Response>
}

const LONGEST_WAIT = 60
const USUAL_WAIT = 5
const MOST_PACED_REPEATS = 2

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
      return response
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
    const isRead = endpoint.method === 'GET'
    let bearer = endpoint.anonymous ? undefined : await token?.current()
    let isRenewed = false
    let pacedRepeats = 0
    for (;;) {
      const response = await sendOnce(name, args, bearer, call)
      if (response.ok) return response
      const error = await guardNetwork(name, call.signal, () => readError(response, name))
      if (bearer !== undefined && token && !isRenewed && isDeadToken(error, endpoint)) {
        isRenewed = true
        bearer = await freshToken(token, bearer)
        // A 401 comes before the server acts. Of an empty 500 nobody knows, so a write is not sent again.
        if (isRead || error.status === 401) continue
      } else if (
        error.status === 429 &&
        isRead &&
        call.retryReads !== false &&
        pacedRepeats < MOST_PACED_REPEATS
      ) {
        pacedRepeats += 1
        const seconds = Math.min(Math.max(error.retryAfter ?? USUAL_WAIT, 1), LONGEST_WAIT)
        onPaced?.(seconds, name)
        await sleep(seconds * 1000, call.signal)
        continue
      }
      throw error
    }
  }
}

/** Another call may have met the dead token first; its renewal serves this one too. */
async function freshToken(token: TokenSource, refused: string): Promise<string> {
  const latest = await token.current()
  return latest === refused ? token.renew() : latest
}

/** 401 with a body is "not permitted" (trash), an empty 500 a dead token on role-guarded endpoints only. */
function isDeadToken(error: ApiError, endpoint: Endpoint): boolean {
  return error.emptyBody && (error.status === 401 || (error.status === 500 && endpoint.guarded === true))
}

type Transport = (
  name: EndpointName,
  args: LooseArguments,
  bearer: string | undefined,
  call: CallOptions,
) => Promise<Response>

function createTransport(options: ClientOptions): Transport {
  const { pace = createPace(), fetch: fetchIt = (input, init) => fetch(input, init) } = options
  return async (name, args, bearer, { signal, onDate }) => {
    const endpoint: Endpoint = contract[name]
    const url = requestUrl(options.baseUrl, name, endpoint, args)
    const body = requestBody(endpoint, args.body)
    const headers = requestHeaders(options, endpoint, bearer)
    if (body) headers['Content-Type'] = body.type
    const leave = await pace.enter(endpoint.method !== 'GET', signal)
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
      if (response.type === 'opaqueredirect') throw redirected(name)
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
    ...(endpoint.anonymous && { 'Device-Identifier': options.deviceIdentifier }),
    ...(endpoint.method === 'GET' && { 'Cache-Control': 'no-store', Pragma: 'no-cache' }),
    ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
  }
}

/** Browsers hide where a redirect leads, and its status. */
const redirected = (endpoint: EndpointName): ApiError =>
  new ApiError({ endpoint, kind: 'status', status: 302, message: redirectSentence })

/** Turns what fetch throws into our errors, also when an answer breaks off in the middle of its body. */
async function guardNetwork<T>(
  name: EndpointName,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ApiError) throw error
    if (signal?.aborted || isAbort(error)) throw abortError()
    throw networkError(name, contract[name].method !== 'GET')
  }
}
