import { itemStates } from '#/jobs/job-types'
import type { JobKind, JobRequest, JobView, PauseReason } from '#/jobs/job-types'
import { Job, type OpenPart } from './job'
import type { JobRecord, KeptJob } from './journal'
import { runJob } from './runner'
import type { QueueWorld } from './world'

const KEPT_FOR = 24 * 60 * 60_000
/** Milliseconds of waiting for another tab before it is said. */
const SOON = 300

/**
 * Runs one job at a time, one request at a time, over all tabs. Every item ends in exactly one state; what is in
 * flight is in the journal before it is sent. One queue for one signed-in person: sign-out drops it.
 */
export class JobQueue {
  readonly #world: QueueWorld
  readonly #jobs: Job[] = []
  readonly #end = new AbortController()
  #isLocked = false
  #isLooping = false
  #isWaitingForTab = false
  /** Ends a wait between two items early. */
  #wake = new AbortController()

  constructor(world: QueueWorld) {
    this.#world = world
  }

  views(): JobView[] {
    const now = this.#world.now()
    return this.#jobs.map((job) => job.view(now))
  }

  /** A job runs elsewhere, and those of this page wait for it. */
  get isWaitingForTab(): boolean {
    return this.#isWaitingForTab
  }

  /** Seals, keeps and begins; gives the id of the job. Rejects where its texts cannot be sealed. */
  async add(request: JobRequest): Promise<string> {
    const { world, kind } = { world: this.#world, kind: await this.#kindOf(request.kind) }
    const id = world.newId()
    const open: OpenPart = {
      title: request.title ?? null,
      labels: request.items.map((item) => item.label),
      contents: request.items.map((item) => item.content ?? null),
      content: request.content ?? null,
    }
    const now = world.now()
    const record: JobRecord = {
      ...{ id, userId: world.userId, organizationId: request.organizationId, kind: request.kind },
      ...{ params: request.params ?? {}, ids: request.items.map((item) => item.id) },
      sealed: await world.seal(id, open),
      ...{ startedAt: now, startsAt: request.delay ? now + request.delay : null, endedAt: null },
      ...{ isCancelled: false, isUndone: false },
    }
    const phase = request.delay ? 'counting' : 'queued'
    const job = new Job(record, new Uint8Array(request.items.length), kind, open, phase)
    job.release = (await world.claim(id)) ?? job.release
    job.isKept = await world.journal.put(record, job.states)
    this.#jobs.unshift(job)
    world.changed()
    if (request.delay) void this.#count(job, request.delay)
    this.#kick()
    return id
  }

  /** Takes up what an earlier page left: finished jobs to be looked at, and those that it did not finish. */
  async adopt(kept: KeptJob): Promise<void> {
    const { record, states } = kept
    const { world, found } = { world: this.#world, found: this.#world.loadKind(record.kind) }
    if (!found || this.#jobs.some((job) => job.record.id === record.id)) return
    if (record.endedAt !== null && this.#isOver(record, states)) {
      await world.journal.remove(record.id)
      return
    }
    const release = await world.claim(record.id)
    if (!release) return
    const job = new Job(record, states, await found, null, record.endedAt === null ? 'paused' : 'finished')
    job.release = release
    job.why = 'interrupted'
    job.recall(await world.journal.notes(record.id))
    const inFlight = [...states.keys()].filter((at) => job.stateAt(at) === 'running')
    job.doubt(inFlight, 'It was sent when the page went away, and no answer came.')
    await this.#open(job)
    this.#jobs.push(job)
    this.#jobs.sort((a, b) => b.record.startedAt - a.record.startedAt)
    world.changed()
  }

  has(id: string): boolean {
    return this.#jobs.some((job) => job.record.id === id)
  }

  pause(id: string): void {
    const job = this.#find(id)
    if (job?.phase === 'running') job.wish ??= 'pause'
    else if (job?.phase === 'queued') this.#rest(job, 'person')
    this.#stir()
  }

  resume(id: string): void {
    const job = this.#find(id)
    if (job?.phase !== 'paused' || this.#isLocked) return
    job.requeue(['running', 'unknown'])
    this.#queue(job)
  }

  /** Finishes what is in hand; nothing more is sent. */
  cancel(id: string): void {
    const job = this.#find(id)
    if (!job || job.phase === 'finished') return
    if (job.phase === 'running') job.wish = 'cancel'
    // Taken back before anything was sent: nothing is left to tell of.
    else void this.#takeBack(job)
    this.#stir()
  }

  retry(id: string): void {
    const job = this.#find(id)
    if (!job || (job.phase !== 'finished' && job.phase !== 'paused') || this.#isLocked) return
    // What a cancelled job never sent is not what failed.
    const left = job.record.isCancelled ? job.next(job.states.length) : []
    if (job.requeue(['failed', 'unknown']) === 0) return
    job.set(left, 'skipped')
    for (const at of left) job.reasons.set(at, 'Not sent: the job was cancelled.')
    void this.#world.journal.mark(id, job.states, job.notes(left, new Map()))
    job.record = { ...job.record, endedAt: null, isCancelled: false }
    void this.#world.journal.put(job.record, job.states)
    void this.#world.claim(id).then((release) => (job.release = release ?? job.release))
    this.#queue(job)
  }

  /** Makes a job of the opposite; its id, or null where there is nothing to take back. */
  async undo(id: string): Promise<string | null> {
    const job = this.#find(id)
    if (!job?.kind.undo || job.phase !== 'finished' || job.record.isUndone) return null
    const setUndone = (isUndone: boolean) => {
      job.record = { ...job.record, isUndone }
      this.#world.changed()
    }
    // Before anything is waited for: a second press must not make a second job.
    setUndone(true)
    try {
      const request = job.kind.undo(job.finished(await this.#world.journal.notes(id)))
      const undoing = request && request.items.length > 0 ? await this.add(request) : null
      if (undoing === null) setUndone(false)
      else await this.#world.journal.put(job.record, job.states)
      return undoing
    } catch (error) {
      setUndone(false)
      throw error
    }
  }

  /** Takes a job off the list. One that has not ended stays. */
  async forget(id: string): Promise<void> {
    const at = this.#jobs.findIndex((job) => job.record.id === id && job.phase === 'finished')
    if (at === -1) return
    const [job] = this.#jobs.splice(at, 1)
    job?.release()
    this.#world.changed()
    await this.#world.journal.remove(id)
  }

  /** Names leave memory; what was running goes on after `unlock`. */
  lock(): void {
    this.#isLocked = true
    for (const job of this.#jobs) {
      job.open = null
      if (job.phase === 'queued') this.#rest(job, 'locked')
      if (job.phase === 'counting') this.#rest(job, 'person')
    }
    this.#stir()
  }

  async unlock(): Promise<void> {
    if (!this.#isLocked) return
    await Promise.all(this.#jobs.map((job) => this.#open(job)))
    this.#isLocked = false
    for (const job of this.#jobs) {
      if (job.phase === 'paused' && job.why === 'locked') this.resume(job.record.id)
    }
    this.#world.changed()
  }

  /** The session is over: nothing more is sent, the journal has the rest. */
  drop(): void {
    this.#end.abort()
    this.#stir()
    for (const job of this.#jobs.splice(0)) {
      job.open = null
      job.release()
    }
    this.#world.changed()
  }

  async #kindOf(name: string): Promise<JobKind> {
    const kind = await this.#world.loadKind(name)
    if (!kind) throw new Error(`There is no kind of job named ${name}.`)
    return kind
  }

  #find(id: string): Job | undefined {
    return this.#jobs.find((job) => job.record.id === id)
  }

  /** Finished without failures and a day old: nobody comes back for it. */
  #isOver(record: JobRecord, states: Uint8Array): boolean {
    const isOld = this.#world.now() - (record.endedAt ?? 0) > KEPT_FOR
    const hasFailed = states.some((code) => itemStates[code] === 'failed' || itemStates[code] === 'unknown')
    return isOld && !hasFailed
  }

  async #open(job: Job): Promise<void> {
    if (job.open || !job.record.sealed) return
    try {
      job.open = await this.#world.unseal(job.record.id, job.record.sealed)
    } catch {
      // Sealed with a key that is gone: ids and counts are left to tell of, and to run where no text is needed.
    }
  }

  async #count(job: Job, ms: number): Promise<void> {
    await this.#world.sleep(ms, this.#end.signal).catch(() => undefined)
    if (job.phase === 'counting' && !this.#end.signal.aborted) this.#queue(job)
  }

  #queue(job: Job): void {
    job.phase = 'queued'
    job.why = null
    job.wish = null
    this.#world.changed()
    this.#kick()
  }

  #rest(job: Job, why: PauseReason): void {
    job.phase = 'paused'
    job.why = why
    job.wish = null
    this.#world.changed()
    this.#world.rested(job.record.organizationId, job.kind.touches)
  }

  async #finish(job: Job, isCancelled: boolean): Promise<void> {
    job.phase = 'finished'
    job.wish = null
    job.record = { ...job.record, endedAt: this.#world.now(), isCancelled }
    this.#world.changed()
    if (job.counts().done > 0) this.#world.rested(job.record.organizationId, job.kind.touches)
    await this.#world.journal.put(job.record, job.states)
    job.release()
  }

  async #takeBack(job: Job): Promise<void> {
    await this.#finish(job, true)
    if (job.counts().waiting === job.states.length) await this.forget(job.record.id)
  }

  /** Looks at once whether something else is wished. */
  #stir(): void {
    this.#wake.abort()
    this.#wake = new AbortController()
    this.#world.changed()
  }

  #kick(): void {
    if (this.#isLooping) return
    this.#isLooping = true
    void this.#loop().finally(() => (this.#isLooping = false))
  }

  async #loop(): Promise<void> {
    for (;;) {
      // The oldest first: the list has the newest on top.
      const job = this.#jobs.findLast(({ phase }) => phase === 'queued')
      if (!job || this.#isLocked || this.#end.signal.aborted) return
      const giveBack = await this.#myTurn()
      if (!giveBack) return
      try {
        // It may have been paused or cancelled while it waited.
        if (job.phase === 'queued' && !this.#isLocked) await this.#run(job)
      } finally {
        giveBack()
      }
    }
  }

  async #myTurn(): Promise<(() => void) | null> {
    const soon = new AbortController()
    void this.#world
      .sleep(SOON, soon.signal)
      .then(() => this.#waitForTab(true))
      .catch(() => undefined)
    try {
      return await this.#world.turn(this.#end.signal)
    } catch {
      return null
    } finally {
      soon.abort()
      this.#waitForTab(false)
    }
  }

  #waitForTab(isWaiting: boolean): void {
    if (this.#isWaitingForTab === isWaiting) return
    this.#isWaitingForTab = isWaiting
    this.#world.changed()
  }

  async #run(job: Job): Promise<void> {
    job.phase = 'running'
    job.rate.begin(this.#world.now())
    this.#world.changed()
    const end = await runJob(job, this.#world, {
      signal: this.#end.signal,
      isClosed: () => this.#isLocked || this.#end.signal.aborted,
      wake: () => this.#wake.signal,
    })
    if (this.#end.signal.aborted) return
    if (end === 'done' || end === 'cancelled') await this.#finish(job, end === 'cancelled')
    else this.#rest(job, end)
    // The keys may be back already when the last answer says that they are gone.
    if (end === 'locked' && !this.#isLocked) this.resume(job.record.id)
  }
}
