import { abortError } from './error'

export interface PaceOptions {
  /** Requests under way at once. Browsers open no more connections to a host over HTTP/1.1. */
  inFlight?: number
  /** Writes begun within any one second. The cloud refuses the sixth, and counts by address. */
  writesPerSecond?: number
  /** Milliseconds that never run backwards. */
  now?: () => number
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
}

export interface Pace {
  /**
   * Waits for its turn; the function it gives ends the turn and must be called once the answer is there.
   * Rejects with an `AbortError` when cancelled while waiting.
   */
  enter(isWrite: boolean, signal?: AbortSignal): Promise<() => void>
}

const SECOND = 1000

/** Keeps a client below the server's limits (identity-and-crypto.md §8.4), first come, first served. */
export function createPace(options: PaceOptions = {}): Pace {
  const { inFlight = 6, writesPerSecond = 4, now = () => performance.now(), sleep = pause } = options
  let running = 0
  const waiting: (() => void)[] = []
  const writeStarts: number[] = []
  let lastWrite: Promise<unknown> = Promise.resolve()

  const slot = async (signal?: AbortSignal): Promise<() => void> => {
    if (running < inFlight) running += 1
    else await turn(waiting, signal)
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      // The slot goes straight to the next in line: freed first, a newcomer could take it as well.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  const writeTurn = async (signal?: AbortSignal): Promise<() => void> => {
    if (signal?.aborted) throw abortError()
    const wait = (writeStarts.at(-writesPerSecond) ?? -Infinity) + SECOND - now()
    if (wait > 0) await sleep(wait, signal)
    const leave = await slot(signal)
    writeStarts.push(now())
    if (writeStarts.length > writesPerSecond) writeStarts.shift()
    return leave
  }

  return {
    enter(isWrite, signal) {
      if (signal?.aborted) return Promise.reject(abortError())
      if (!isWrite) return slot(signal)
      const mine = lastWrite.then(() => writeTurn(signal))
      lastWrite = mine.catch(() => {})
      return cancellable(mine, signal)
    },
  }
}

/** Rejects at once when cancelled; the promise itself finds the signal aborted when its turn comes. */
function cancellable<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const cancel = () => reject(abortError())
    signal.addEventListener('abort', cancel, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel))
  })
}

/** A place in the queue that is left when the call is cancelled. */
function turn(waiting: (() => void)[], signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      signal?.removeEventListener('abort', cancel)
      resolve()
    }
    const cancel = () => {
      waiting.splice(waiting.indexOf(go), 1)
      reject(abortError())
    }
    waiting.push(go)
    signal?.addEventListener('abort', cancel, { once: true })
  })
}

/** Waits; rejects with an `AbortError` when cancelled. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortError())
      return
    }
    const cancel = () => {
      clearTimeout(timer)
      reject(abortError())
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancel)
      resolve()
    }, ms)
    signal?.addEventListener('abort', cancel, { once: true })
  })
}
