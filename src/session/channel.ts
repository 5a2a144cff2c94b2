import { ownScriptUrl } from '#/lib/trusted-types'
import workerUrl from './worker/main?worker&url'
import type { CallArguments, CallName, CallPart, CallResult } from './call-types'
import type { FromWorker, ToWorker } from './protocol'
import { SessionError, unpackError } from './session-error'

interface Pending {
  resolve(value: unknown): void
  reject(error: Error): void
  part: ((value: unknown) => void) | undefined
}

export interface CallOptions<N extends CallName> {
  signal?: AbortSignal
  onPart?: (part: CallPart<N>) => void
}

export type Notice = Exclude<FromWorker, { kind: 'result' | 'part' | 'failure' }>

/** The one typed channel between a page and the session worker. */
export class Channel {
  readonly #port: Pick<MessagePort, 'postMessage'>
  readonly #pending = new Map<number, Pending>()
  #nextId = 1
  #broken: SessionError | null = null

  constructor(onNotice: (notice: Notice) => void, onBroken: (error: SessionError) => void) {
    this.#port = openPort(
      (message) => this.#receive(message, onNotice),
      () => {
        const error = new SessionError(
          'worker',
          'The background worker of the console could not start. Reload the page; if it happens again, check whether an extension blocks workers.',
        )
        this.#broken = error
        for (const call of this.#pending.values()) call.reject(error)
        this.#pending.clear()
        onBroken(error)
      },
    )
  }

  send(message: ToWorker): void {
    this.#port.postMessage(message)
  }

  call<N extends CallName>(
    name: N,
    args: CallArguments<N>,
    options: CallOptions<N> = {},
  ): Promise<CallResult<N>> {
    const id = this.#nextId
    this.#nextId += 1
    const { signal, onPart } = options
    if (this.#broken) return Promise.reject(this.#broken)
    return new Promise<CallResult<N>>((resolve, reject) => {
      if (signal?.aborted) {
        reject(new DOMException('Cancelled.', 'AbortError'))
        return
      }
      signal?.addEventListener('abort', () => this.send({ kind: 'cancel', id }), { once: true })
      this.#pending.set(id, {
        resolve,
        reject,
        part: onPart as ((value: unknown) => void) | undefined,
      })
      this.send({ kind: 'call', id, name, args })
    })
  }

  #receive(message: FromWorker, onNotice: (notice: Notice) => void): void {
    if (message.kind !== 'result' && message.kind !== 'part' && message.kind !== 'failure') {
      onNotice(message)
      return
    }
    const call = this.#pending.get(message.id)
    if (message.kind === 'part') {
      call?.part?.(message.value)
      return
    }
    this.#pending.delete(message.id)
    if (message.kind === 'result') call?.resolve(message.value)
    else call?.reject(unpackError(message.error))
  }
}

/**
 * A SharedWorker where there is one: all tabs share the session, and `extendedLifetime` (Chromium) lets it outlive
 * a reload. Elsewhere a dedicated worker with the same messages.
 */
function openPort(
  receive: (message: FromWorker) => void,
  broken: () => void,
): Pick<MessagePort, 'postMessage'> {
  const url = ownScriptUrl(workerUrl)
  if (typeof SharedWorker === 'function') {
    const options: WorkerOptions & { extendedLifetime: boolean } = {
      type: 'module',
      name: 'strongroom',
      extendedLifetime: true,
    }
    const worker = new SharedWorker(url, options)
    worker.addEventListener('error', broken)
    worker.port.addEventListener('message', (event: MessageEvent<FromWorker>) => receive(event.data))
    worker.port.start()
    return worker.port
  }
  const worker = new Worker(url, { type: 'module', name: 'strongroom' })
  worker.addEventListener('error', broken)
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => receive(event.data))
  return worker
}
