import { ownScriptUrl } from '#/lib/trusted-types'
import { compare } from '../rounds'
import workerUrl from './list-worker?worker&url'
import type { Told, Way } from './list-worker'

const ROUNDS = 5
const now = () => performance.timeOrigin + performance.now()

/** One load in a worker of its own, as after a sign-in: milliseconds from the first byte until they are on the page. */
function load(way: Way): Promise<{ first: number; all: number }> {
  const worker = new Worker(ownScriptUrl(workerUrl), { type: 'module' })
  return new Promise((resolve, reject) => {
    let firstAt = 0
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      firstAt ||= now()
      if (data.kind === 'first') return
      worker.terminate()
      resolve({ first: firstAt - data.firstByteAt, all: now() - data.firstByteAt })
    })
    worker.postMessage(way)
  })
}

/** Against the plain way, which the goal names, and against a harder rival. */
export default async function lists() {
  const against = (rival: Way) =>
    compare(
      ROUNDS,
      () => load('ours'),
      () => load(rival),
    )
  return { plain: await against('plain'), bounded: await against('bounded') }
}
