import { pause } from '#/api/pace'
import type { JobList } from '#/jobs/jobs'
import { loadKind } from '#/jobs/kinds'
import { session } from '#/session/session'
import { elsewhereView } from './elsewhere'
import type { OpenPart } from './job'
import { indexedJournal } from './journal'
import type { KeptJob } from './journal'
import { JobQueue } from './queue'

const SHOW_EVERY = 100
const TURN = 'strongroom-jobs'
const claimOf = (id: string) => `strongroom-job-${id}`

interface Hooks {
  show(list: JobList): void
  rested(organizationId: string, touches: readonly string[]): void
  /** The session is over: whoever signs in next starts a queue anew. */
  ended(): void
}

/** The queue of this page, on the journal, the locks and the session that all tabs share. */
export async function startQueue(userId: string, hooks: Hooks): Promise<JobQueue> {
  const journal = indexedJournal()
  const others = new Map<string, KeptJob>()
  let drawing: ReturnType<typeof setTimeout> | undefined
  const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('strongroom-jobs') : null

  const draw = () => {
    drawing = undefined
    const elsewhere = [...others.values()].map((kept) => elsewhereView(kept))
    hooks.show({ jobs: [...queue.views(), ...elsewhere], isWaitingForTab: queue.isWaitingForTab })
  }
  const queue: JobQueue = new JobQueue({
    userId,
    journal,
    loadKind,
    seal: (jobId, content) => session.call('sealJob', { jobId, content }),
    unseal: async (jobId, sealed) => (await session.call('openJob', { jobId, sealed })) as OpenPart,
    turn: (signal) => holdLock(TURN, { signal }),
    claim: (id) => holdLock(claimOf(id), { ifAvailable: true }).catch(() => null),
    now: () => Date.now(),
    sleep: pause,
    newId: () => {
      const id = crypto.randomUUID()
      tabs?.postMessage(id)
      return id
    },
    changed: () => (drawing ??= setTimeout(draw, SHOW_EVERY)),
    rested: (organizationId, touches) => hooks.rested(organizationId, touches),
  })

  /** Takes up what nobody has; what another tab has is shown, and looked at again when that tab lets go. */
  const takeUp = async (id: string): Promise<void> => {
    const kept = await journal.get(id)
    if (!kept || kept.record.userId !== userId || queue.has(id)) return
    await queue.adopt(kept)
    if (queue.has(id)) return
    others.set(id, kept)
    draw()
    const release = await holdLock(claimOf(id), {}).catch(() => undefined)
    release?.()
    others.delete(id)
    if (engineIsMine()) await takeUp(id)
    draw()
  }
  const engineIsMine = () => session.state?.phase === 'open' && session.state.account.userId === userId

  // A tab claims and writes its job before it tells; a moment later the record is there.
  tabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    setTimeout(() => typeof data === 'string' && void takeUp(data), 500)
  })
  const stop = session.subscribe(() => {
    const state = session.state
    if (state?.phase === 'locked') queue.lock()
    else if (engineIsMine()) void queue.unlock()
    else {
      stop()
      tabs?.close()
      queue.drop()
      clearTimeout(drawing)
      hooks.ended()
    }
  })
  const left = await journal.list(userId)
  for (const { record } of left) void takeUp(record.id)
  return queue
}

/** Holds a Web Lock until the function is called. Null where it is taken and one does not wait. */
function holdLock(name: string, options: LockOptions & { ifAvailable: true }): Promise<(() => void) | null>
function holdLock(name: string, options: LockOptions): Promise<() => void>
function holdLock(name: string, options: LockOptions): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return Promise.resolve(() => undefined)
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, options, (lock) => {
        if (!lock) {
          resolve(null)
          return undefined
        }
        return new Promise<void>((release) => resolve(() => release()))
      })
      .catch(reject)
  })
}
