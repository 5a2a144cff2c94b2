import { session } from '#/session/session'
import type { SessionState } from '#/session/protocol'
import type { JobQueue } from './engine/queue'
import type { JobRequest, JobView } from './job-types'

export interface JobList {
  jobs: readonly JobView[]
  /** A job runs in another tab, and those of this page wait for it. */
  isWaitingForTab: boolean
}

type Rested = (organizationId: string, touches: readonly string[]) => void

const nothing: JobList = { jobs: [], isWaitingForTab: false }
let list = nothing
let engine: Promise<JobQueue> | null = null
let engineOf: string | null = null
const listeners = new Set<() => void>()
const restListeners = new Set<Rested>()

const openUser = (state: SessionState | null) => (state?.phase === 'open' ? state.account.userId : null)

/** The engine is loaded with the first job, or where an earlier page left a journal. */
function load(): Promise<JobQueue> {
  const userId = openUser(session.state)
  if (!userId) return Promise.reject(new Error('Nobody is signed in.'))
  if (engine && engineOf === userId) return engine
  engineOf = userId
  engine = import('./engine/start').then(({ startQueue }) =>
    startQueue(userId, {
      show: (next) => {
        list = next
        for (const listener of listeners) listener()
      },
      rested: (organizationId, touches) => {
        for (const listener of restListeners) listener(organizationId, touches)
      },
      ended: () => {
        engine = engineOf = null
        list = nothing
        for (const listener of listeners) listener()
      },
    }),
  )
  engine.catch(() => (engine = null))
  return engine
}

/** Called by the frame when a session is open: takes up what an earlier page left. Loads nothing where that is nothing. */
export async function watchJobs(): Promise<void> {
  if (engine && engineOf === openUser(session.state)) return
  const known = await indexedDB.databases().catch(() => [])
  if (known.some(({ name }) => name === 'strongroom-jobs')) await load()
}

/** Makes a job and begins it, or puts it behind the one that runs. Gives its id. */
export async function startJob(request: JobRequest): Promise<string> {
  return (await load()).add(request)
}

type Steer = 'pause' | 'resume' | 'cancel' | 'retry' | 'undo' | 'forget'

/** Cancel finishes what is in hand. Retry takes what failed. Undo is a job of its own. */
export async function steerJob(act: Steer, id: string): Promise<void> {
  await (await load())[act](id)
}

export const jobList = (): JobList => list

export function onJobs(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Hears when a job rests or ends, and which lists show what it changed. */
export function onJobRested(listener: Rested): () => void {
  restListeners.add(listener)
  return () => restListeners.delete(listener)
}
