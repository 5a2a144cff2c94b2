import type { JobKindName } from './kinds'

/*
  A job is an act on many objects: data, not a closure. What it does stands in its kind (`kinds/`, one file each,
  listed in `kinds.ts`); what it is about stands in a `JobRequest`. So a job survives lock and reload: the journal has
  the ids, what may be read by anybody, and one sealed part, and the kind is loaded again.

  To add one: write `kinds/<name>.ts` that exports `kind: JobKind`, add its line to `kinds.ts`, show a preview
  (`costOf` in `cost.ts` tells reads, writes, events and minutes), and call `startJob(request)` of `jobs.ts`.
*/

/** Ids, numbers and operators. Kept unsealed: never a name, never what somebody typed. */
export type JobParams = Readonly<Record<string, string | number | boolean | null>>

/** What an item leaves behind for its undo: ids as text, or bytes that the worker sealed. */
export type Memo = string | Uint8Array

export interface JobRequest {
  kind: JobKindName
  organizationId: string
  items: readonly NewItem[]
  params?: JobParams
  /** Names and texts that all items need, as JSON. Sealed with the user key wherever it is kept. */
  content?: unknown
  /** With the name of a target: "Move 96 secrets to Checkout". Sealed too; without it the kind's own title. */
  title?: string
  /** Milliseconds before the first item is sent. Cancelled in that time, nothing has happened. */
  delay?: number
}

export interface NewItem {
  id: string
  /** The name as people know it; null where it is not known. Sealed, as `content` is. */
  label: string | null
  content?: unknown
}

/** `notice`: done, and something that somebody has to look at. */
export type Outcome = { kind: 'done'; memo?: Memo; notice?: string } | { kind: 'skipped'; reason: string }

export interface RunItem extends NewItem {
  /** An earlier try was left without an answer: look whether it arrived before writing. */
  again: boolean
}

export interface RunningJob {
  id: string
  organizationId: string
  params: JobParams
  content: unknown
}

/** Requests and recorded events of one item. With `lot`, `reads` and `writes` are of one lot. */
export interface Cost {
  reads: number
  writes: number
  events: number
  /** Reads that leave no event: whether somebody else saved in the same moment. */
  looks?: number
}

interface KindFacts {
  /** From the count alone: "Move 96 secrets". */
  title(count: number, params: JobParams): string
  /** Before a number: "Moving". */
  doing: string
  /** Behind a number: "moved". */
  done: string
  /** First parts of the query keys that show what this changes; read anew when the job rests. */
  touches: readonly string[]
  cost: Cost
  /** The opposite act on what was done; null where there is none. */
  undo?(finished: FinishedJob): JobRequest | null
}

/**
 * One item at a time. `run` is a read-compare-write through `session.call`: it changes one field of a fresh object
 * and throws what the server refused. 429 is met by the queue: the item waits and runs again.
 */
interface EachKind extends KindFacts {
  run(item: RunItem, job: RunningJob, signal: AbortSignal): Promise<Outcome>
  /** Reads whether a write without an answer has arrived; null where it has not. Writes nothing. */
  look?(item: RunItem, job: RunningJob, signal: AbortSignal): Promise<Outcome | null>
}

/** Many in one request. Where the server refuses a whole lot with 404 it is halved until the culprit is alone. */
interface LotKind extends KindFacts {
  lot: number
  runLot(items: readonly RunItem[], job: RunningJob, signal: AbortSignal): Promise<LotOutcome[]>
}

/** In the order of the items. */
export type LotOutcome = Outcome | { kind: 'failed'; reason: string }

export type JobKind = EachKind | LotKind

export interface FinishedJob extends RunningJob {
  done: readonly (NewItem & { memo: Memo | undefined })[]
}

/** `unknown`: sent, and no answer came. What is still `waiting` when a job was cancelled was never sent. */
export const itemStates = ['waiting', 'running', 'done', 'skipped', 'failed', 'unknown'] as const
export type ItemState = (typeof itemStates)[number]

export type JobPhase =
  /** Not sent yet: it can be taken back until `startsAt`. */
  | 'counting'
  | 'queued'
  | 'running'
  | 'paused'
  | 'finished'
  /** In another tab, which alone can steer it. */
  | 'elsewhere'

/** Why it does not run. */
export type PauseReason =
  | 'person'
  | 'locked'
  /** The page went away in the middle. */
  | 'interrupted'
  | 'offline'
  /** The server kept asking to slow down. */
  | 'slow'
  /** Several in a row failed on the server's side. */
  | 'failing'

export interface JobProblem {
  id: string
  label: string | null
  /** `done`: done, with a notice. */
  state: 'skipped' | 'failed' | 'unknown' | 'done'
  reason: string
}

/** What the screen shows of a job; a new object with each change. */
export interface JobView {
  id: string
  kind: JobKindName
  organizationId: string
  title: string
  doing: string
  done: string
  phase: JobPhase
  why: PauseReason | null
  /** It was cancelled: what waits was never sent. */
  isCancelled: boolean
  counts: Readonly<Record<ItemState, number>> & { total: number }
  /** The first of them; `counts` and `noticed` have them all. */
  problems: readonly JobProblem[]
  /** How many of the done have a notice. */
  noticed: number
  startedAt: number
  endedAt: number | null
  /** While counting: when the first item is sent. Epoch ms, as all times here. */
  startsAt: number | null
  /** The last time the server asked for a pause. */
  slowed: { at: number; seconds: number } | null
  /** Items a second over the last ten; null until that says anything. */
  rate: number | null
  secondsLeft: number | null
  /** How many an undo would take back. */
  canUndo: number
  canRetry: number
  /** False where this browser keeps no journal: a reload forgets the job. */
  isKept: boolean
  /** Of one object, for the list behind. */
  stateOf(id: string): ItemState | undefined
}
