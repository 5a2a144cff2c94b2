import { itemStates } from '#/jobs/job-types'
import type {
  FinishedJob,
  ItemState,
  JobKind,
  JobPhase,
  JobProblem,
  JobView,
  LotOutcome,
  Memo,
  NewItem,
  PauseReason,
  RunItem,
  RunningJob,
} from '#/jobs/job-types'
import type { JobKindName } from '#/jobs/kinds'
import type { ItemNote, JobRecord } from './journal'
import { Rate } from './rate'

/** The part of a job that is plaintext: dropped on lock, opened again after it. */
export interface OpenPart {
  title: string | null
  labels: (string | null)[]
  contents: unknown[]
  content: unknown
}

const PROBLEMS_SHOWN = 200
const codeOf = Object.fromEntries(itemStates.map((state, code) => [state, code])) as Record<ItemState, number>

/** One job in the memory of the page that owns it: what stands where, and nothing of how it is run. */
export class Job {
  record: JobRecord
  readonly states: Uint8Array
  readonly kind: JobKind
  open: OpenPart | null
  phase: JobPhase
  why: PauseReason | null = null
  wish: 'pause' | 'cancel' | null = null
  slowed: JobView['slowed'] = null
  isKept = true
  /** Gives up the claim by which other tabs know that this page has the job. */
  release: () => void = () => undefined
  readonly rate = new Rate()
  readonly reasons = new Map<number, string>()
  readonly #again = new Set<number>()
  /** Items of which the journal has a note. */
  readonly #noted = new Set<number>()
  #rows: Map<string, number> | null = null

  constructor(record: JobRecord, states: Uint8Array, kind: JobKind, open: OpenPart | null, phase: JobPhase) {
    this.record = record
    this.states = states
    this.kind = kind
    this.open = open
    this.phase = phase
  }

  stateAt(at: number): ItemState {
    return itemStates[this.states[at] ?? 0] ?? 'waiting'
  }

  /** The next items to send, as many as go into one request. */
  next(most: number): number[] {
    const found: number[] = []
    for (let at = 0; at < this.states.length && found.length < most; at += 1)
      if (this.states[at] === codeOf.waiting) found.push(at)
    return found
  }

  set(at: readonly number[], state: ItemState): void {
    for (const index of at) this.states[index] = codeOf[state]
  }

  settle(at: number, outcome: LotOutcome): void {
    this.states[at] = codeOf[outcome.kind]
    this.#again.delete(at)
    const reason = outcome.kind === 'done' ? outcome.notice : outcome.reason
    if (reason === undefined) this.reasons.delete(at)
    else this.reasons.set(at, reason)
  }

  /** What the journal is to keep of settled items: memos of this moment and the words of each. */
  notes(at: readonly number[], memos: ReadonlyMap<number, Memo>): [number, ItemNote][] {
    return at.flatMap((index): [number, ItemNote][] => {
      const [memo, reason] = [memos.get(index), this.reasons.get(index)]
      // An older note is written over, also by none.
      if (memo === undefined && reason === undefined && !this.#noted.has(index)) return []
      this.#noted.add(index)
      return [[index, { ...(memo !== undefined && { memo }), ...(reason !== undefined && { reason }) }]]
    })
  }

  /** The words that an earlier page left. */
  recall(notes: ReadonlyMap<number, ItemNote>): void {
    for (const [at, { reason }] of notes) {
      this.#noted.add(at)
      if (reason !== undefined && this.states[at] !== codeOf.waiting) this.reasons.set(at, reason)
    }
  }

  /** Sent, and nobody knows whether it arrived. */
  doubt(at: readonly number[], reason: string): void {
    for (const index of at) {
      this.states[index] = codeOf.unknown
      this.#again.add(index)
      this.reasons.set(index, reason)
    }
  }

  /** What is to be run (again); of what is unknown it is remembered that it may have arrived. */
  requeue(which: readonly ItemState[]): number {
    let count = 0
    for (let at = 0; at < this.states.length; at += 1) {
      const state = this.stateAt(at)
      if (!which.includes(state)) continue
      if (state === 'unknown' || state === 'running') this.#again.add(at)
      this.states[at] = codeOf.waiting
      this.reasons.delete(at)
      count += 1
    }
    return count
  }

  item(at: number): RunItem {
    return { ...this.#newItem(at), again: this.#again.has(at) }
  }

  running(): RunningJob {
    const { id, organizationId, params } = this.record
    return { id, organizationId, params, content: this.open?.content }
  }

  finished(notes: ReadonlyMap<number, ItemNote>): FinishedJob {
    const done: (NewItem & { memo: Memo | undefined })[] = []
    for (let at = 0; at < this.states.length; at += 1)
      if (this.states[at] === codeOf.done) done.push({ ...this.#newItem(at), memo: notes.get(at)?.memo })
    return { ...this.running(), done }
  }

  counts(): JobView['counts'] {
    const counts = Object.fromEntries(itemStates.map((state) => [state, 0])) as Record<ItemState, number>
    for (const code of this.states) counts[itemStates[code] ?? 'waiting'] += 1
    return { ...counts, total: this.states.length }
  }

  view(now: number): JobView {
    const { record, kind } = this
    const counts = this.counts()
    const rate = this.phase === 'running' ? this.rate.at(now) : null
    const rests = this.phase === 'finished' || this.phase === 'paused'
    return {
      id: record.id,
      kind: record.kind as JobKindName,
      organizationId: record.organizationId,
      title: this.open?.title ?? kind.title(counts.total, record.params),
      doing: kind.doing,
      done: kind.done,
      phase: this.phase,
      why: this.phase === 'paused' ? this.why : null,
      isCancelled: record.isCancelled,
      counts,
      problems: this.#problems(),
      noticed: this.#noticed(),
      startedAt: record.startedAt,
      endedAt: record.endedAt,
      startsAt: this.phase === 'counting' ? record.startsAt : null,
      slowed: this.slowed,
      rate,
      secondsLeft: rate === null ? null : Math.ceil((counts.waiting + counts.running) / rate),
      canUndo: kind.undo && this.phase === 'finished' && !record.isUndone ? counts.done : 0,
      canRetry: rests ? counts.failed + counts.unknown : 0,
      isKept: this.isKept,
      stateOf: (id) => {
        const at = this.#rowOf(id)
        return at === undefined ? undefined : this.stateAt(at)
      },
    }
  }

  #newItem(at: number): NewItem {
    return {
      id: this.record.ids[at] ?? '',
      label: this.open?.labels[at] ?? null,
      content: this.open?.contents[at],
    }
  }

  #problems(): JobProblem[] {
    const found: JobProblem[] = []
    for (let at = 0; at < this.states.length && found.length < PROBLEMS_SHOWN; at += 1) {
      const state = this.stateAt(at)
      const reason = this.reasons.get(at)
      if (state === 'waiting' || state === 'running' || (state === 'done' && reason === undefined)) continue
      const { id, label } = this.#newItem(at)
      found.push({ id, label, state, reason: reason ?? 'The reason went with the page.' })
    }
    return found
  }

  #noticed(): number {
    let count = 0
    for (const at of this.reasons.keys()) if (this.states[at] === codeOf.done) count += 1
    return count
  }

  #rowOf(id: string): number | undefined {
    this.#rows ??= new Map(this.record.ids.map((known, at) => [known, at]))
    return this.#rows.get(id)
  }
}
