import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '#/api/error'
import type { JobRequest, Outcome, RunItem } from '#/jobs/job-types'
import { SessionError } from '#/session/session-error'
import { fakeWorld } from './fake-world'
import { JobQueue } from './queue'
import { apiError, atRest, kindOf, request, settled } from './test-jobs'

describe('the queue of jobs', () => {
  it('runs item after item and tells what came of each', async () => {
    const world = fakeWorld({
      test: kindOf(async ({ id }) => {
        if (id === 's1') throw apiError(404)
        return id === 's2' ? { kind: 'skipped', reason: 'Renamed meanwhile' } : { kind: 'done' }
      }),
    })
    const queue = new JobQueue(world)
    await queue.add(request(4))
    const [view] = await atRest(queue)
    expect(view?.counts).toMatchObject({ total: 4, done: 2, skipped: 1, failed: 1 })
    expect(view?.problems.map(({ label, reason }) => `${label}: ${reason}`)).toEqual([
      'NAME_1: 404: No.',
      'NAME_2: Renamed meanwhile',
    ])
    expect(world.rests).toEqual(['org'])
  })

  it('waits as long as a 429 asks and goes on slower, with the same item', async () => {
    const seen: string[] = []
    let refusals = 2
    const world = fakeWorld({
      test: kindOf(async ({ id, again }) => {
        seen.push(`${id}${again ? ' again' : ''}`)
        if (id === 's1' && refusals > 0) {
          refusals -= 1
          throw apiError(429, 8)
        }
        return { kind: 'done' }
      }),
    })
    const queue = new JobQueue(world)
    await queue.add(request(3))
    const [view] = await atRest(queue)
    expect(view?.counts.done).toBe(3)
    // It was refused before it did anything: nothing is to be looked for.
    expect(seen).toEqual(['s0', 's1', 's1', 's1', 's2'])
    expect(world.clock.slept.filter((ms) => ms === 8000)).toHaveLength(2)
    expect(view?.slowed?.seconds).toBe(8)
  })

  it('rests when the server asks for a pause again and again', async () => {
    const world = fakeWorld({ test: kindOf(() => Promise.reject(apiError(429, 1))) })
    const queue = new JobQueue(world)
    await queue.add(request(2))
    const [view] = await atRest(queue)
    expect(view).toMatchObject({ phase: 'paused', why: 'slow', counts: { waiting: 2 } })
  })

  it('looks for a write without an answer before it counts as failed', async () => {
    const arrived = new Set(['s0'])
    const world = fakeWorld({
      test: kindOf(() => Promise.reject(apiError(500)), {
        look: async ({ id }) => (arrived.has(id) ? { kind: 'done' } : null),
      }),
    })
    const queue = new JobQueue(world)
    await queue.add(request(2))
    const [view] = await atRest(queue)
    expect(view?.counts).toMatchObject({ done: 1, failed: 1 })
    expect(view?.problems[0]?.reason).toContain('Looked since: nothing has changed.')
  })

  it('rests where the server cannot be reached, and goes on with what is unknown', async () => {
    let isOffline = true
    const seen: RunItem[] = []
    const world = fakeWorld({
      test: kindOf(async (item) => {
        seen.push(item)
        if (isOffline) throw apiError(0)
        return { kind: 'done' }
      }),
    })
    const queue = new JobQueue(world)
    const id = await queue.add(request(3))
    expect(await atRest(queue)).toMatchObject([{ why: 'offline', counts: { unknown: 1, waiting: 2 } }])
    isOffline = false
    queue.resume(id)
    expect(await settled(queue, ([view]) => view?.phase === 'finished')).toMatchObject([
      { counts: { done: 3 } },
    ])
    expect(seen.map(({ id, again }) => `${id} ${again}`)).toEqual([
      's0 false',
      's0 true',
      's1 false',
      's2 false',
    ])
  })

  it('stops after five failures of the server in a row', async () => {
    const world = fakeWorld({ test: kindOf(() => Promise.reject(apiError(500))) })
    const queue = new JobQueue(world)
    await queue.add(request(9))
    expect(await atRest(queue)).toMatchObject([{ why: 'failing', counts: { unknown: 5, waiting: 4 } }])
  })

  it.each(['foreign', 'contract'] as const)('knows nothing of what met a %s answer', async (kind) => {
    const error = new ApiError({ endpoint: 'secretUpdate', kind, status: 0, message: 'A page.' })
    const world = fakeWorld({ test: kindOf(() => Promise.reject(error)) })
    const queue = new JobQueue(world)
    await queue.add(request(9))
    expect(await atRest(queue)).toMatchObject([{ why: 'failing', counts: { unknown: 5, waiting: 4 } }])
  })

  it('retries what failed and nothing else', async () => {
    const seen: string[] = []
    let isBroken = true
    const world = fakeWorld({
      test: kindOf(async ({ id }) => {
        seen.push(id)
        if (isBroken && id !== 's0') throw apiError(400)
        return { kind: 'done' }
      }),
    })
    const queue = new JobQueue(world)
    const id = await queue.add(request(3))
    expect(await atRest(queue)).toMatchObject([{ canRetry: 2 }])
    isBroken = false
    queue.retry(id)
    expect(await atRest(queue)).toMatchObject([{ phase: 'finished', canRetry: 0, counts: { done: 3 } }])
    expect(seen).toEqual(['s0', 's1', 's2', 's1', 's2'])
  })

  it('lets a second job wait for the first', async () => {
    const seen: string[] = []
    const world = fakeWorld({
      test: kindOf(async ({ id }) => {
        seen.push(id)
        return { kind: 'done' }
      }),
    })
    const queue = new JobQueue(world)
    await queue.add(request(3))
    await queue.add({ ...request(0), items: [{ id: 'other', label: null }] })
    expect(queue.views().map(({ phase }) => phase)).toEqual([
      'queued',
      expect.stringMatching(/queued|running/),
    ])
    await atRest(queue)
    expect(seen).toEqual(['s0', 's1', 's2', 'other'])
  })

  it('drops names on lock, and goes on after it', async () => {
    let release: (outcome: Outcome) => void = () => undefined
    const seen: RunItem[] = []
    const world = fakeWorld({
      test: kindOf((item) => {
        seen.push(item)
        return item.id === 's1' && seen.length === 2
          ? new Promise((resolve) => (release = resolve))
          : Promise.resolve({ kind: 'done' })
      }),
    })
    const queue = new JobQueue(world)
    await queue.add(request(3, { title: 'Test 3 secrets in Checkout' }))
    await settled(queue, () => seen.length === 2)
    queue.lock()
    release({ kind: 'done' })
    const [locked] = await atRest(queue)
    expect(locked).toMatchObject({ why: 'locked', title: 'Test 3 secrets', counts: { done: 2, waiting: 1 } })
    await queue.unlock()
    const [view] = await settled(queue, ([job]) => job?.phase === 'finished')
    expect(view).toMatchObject({ title: 'Test 3 secrets in Checkout', counts: { done: 3 } })
    expect(seen.map(({ label }) => label)).toEqual(['NAME_0', 'NAME_1', 'NAME_2'])
  })

  it('takes an item that a lock cut off for unknown, and looks at it first', async () => {
    const seen: string[] = []
    const world = fakeWorld({
      test: kindOf(async ({ id, again }) => {
        seen.push(`${id} ${again}`)
        if (seen.length === 1) {
          queue.lock()
          throw new SessionError('locked', 'The console was locked meanwhile.')
        }
        return { kind: 'done' }
      }),
    })
    const queue: JobQueue = new JobQueue(world)
    await queue.add(request(2))
    await atRest(queue)
    await queue.unlock()
    await settled(queue, ([job]) => job?.phase === 'finished')
    expect(seen).toEqual(['s0 false', 's0 true', 's1 false'])
  })

  it('sends nothing of what is taken back in time', async () => {
    let sent = 0
    const world = fakeWorld({ test: kindOf(async () => ((sent += 1), { kind: 'done' })) })
    world.sleep = () => new Promise(() => undefined)
    const queue = new JobQueue(world)
    const id = await queue.add(request(2, { delay: 10_000 }))
    expect(queue.views()).toMatchObject([{ phase: 'counting', startsAt: world.clock.now + 10_000 }])
    queue.cancel(id)
    await settled(queue, (views) => views.length === 0)
    expect(sent).toBe(0)
    expect(world.journal.kept.size).toBe(0)
  })

  it('halves a lot that is refused whole until the culprit is alone', async () => {
    const lots: number[] = []
    const world = fakeWorld({
      test: {
        ...{ title: () => 'Test', doing: 'Testing', done: 'tested', touches: [] },
        cost: { reads: 0, writes: 1, events: 1 },
        lot: 8,
        runLot: async (items: readonly RunItem[]) => {
          lots.push(items.length)
          if (items.some(({ id }) => id === 's5')) throw apiError(404)
          return items.map(() => ({ kind: 'done' as const }))
        },
      },
    })
    const queue = new JobQueue(world)
    await queue.add(request(20))
    expect(await atRest(queue)).toMatchObject([{ counts: { done: 19, failed: 1 } }])
    expect(Math.max(...lots)).toBe(8)
  })

  it('makes a job of the undo, once', async () => {
    const undone: unknown[] = []
    const world = fakeWorld({
      test: kindOf(async ({ id }) => ({ kind: 'done', memo: `before ${id}` }), {
        undo: ({ done, organizationId }) => {
          undone.push(done.map(({ memo }) => memo))
          return { kind: 'back' as JobRequest['kind'], organizationId, items: done }
        },
      }),
      back: kindOf(async () => ({ kind: 'done' })),
    })
    const queue = new JobQueue(world)
    const id = await queue.add(request(2))
    expect(await atRest(queue)).toMatchObject([{ canUndo: 2 }])
    // Pressed twice before the first has made its job.
    await Promise.all([queue.undo(id), queue.undo(id)])
    expect(await queue.undo(id)).toBeNull()
    expect(undone).toEqual([['before s0', 'before s1']])
    const [, first] = await atRest(queue)
    expect(first?.canUndo).toBe(0)
  })

  it('whatever comes in between, each item ends in one state and is written at most once', async () => {
    const act = fc.constantFrom('pause', 'resume', 'cancel', 'retry', 'lock', 'unlock', 'wait')
    const fate = fc.constantFrom('done', 'skipped', '404', '429', '500 arrived', '500 lost', 'offline')
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 8 }), fc.array(act), async (fates, acts) => {
        const written = new Map<string, number>()
        const left = new Map(fates.map((what, i) => [`s${i}`, what]))
        let isCancelled = false
        let afterCancel = 0
        const write = (id: string) => written.set(id, (written.get(id) ?? 0) + 1)
        const world = fakeWorld({
          test: kindOf(
            async ({ id }) => {
              await Promise.resolve()
              if (isCancelled) afterCancel += 1
              // As a read-compare-write does: what has arrived is not written again.
              if (written.has(id)) return { kind: 'done' }
              const what = left.get(id)
              left.set(id, 'done')
              if (what === '404') throw apiError(404)
              if (what === '429') throw apiError(429, 1)
              if (what === 'offline') throw apiError(0)
              if (what === '500 lost') throw apiError(500)
              if (what === 'skipped') return { kind: 'skipped', reason: 'As it was' }
              write(id)
              if (what === '500 arrived') throw apiError(500)
              return { kind: 'done' }
            },
            { look: async ({ id }) => (written.has(id) ? { kind: 'done' } : null) },
          ),
        })
        const queue = new JobQueue(world)
        const id = await queue.add(request(fates.length))
        for (const next of acts) {
          if (next === 'lock') queue.lock()
          else if (next === 'unlock') await queue.unlock()
          else if (next !== 'wait') queue[next](id)
          if (next === 'cancel') {
            // What is in hand ends; from then on nothing is begun.
            await settled(queue, ([view]) => view === undefined || view.phase === 'finished')
            isCancelled = true
          }
          if (next === 'retry') isCancelled = false
          await new Promise((resolve) => setTimeout(resolve, 0))
        }
        await queue.unlock()
        const views = await settled(
          queue,
          ([view]) => !view || view.phase === 'finished' || view.phase === 'paused',
        )
        const [view] = views
        if (view) {
          const { total, ...states } = view.counts
          expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(total)
          expect(states.running).toBe(0)
          for (let i = 0; i < fates.length; i += 1)
            if (view.stateOf(`s${i}`) === 'done') expect(written.get(`s${i}`)).toBe(1)
          if (view.phase === 'finished' && !view.isCancelled) expect(states.waiting).toBe(0)
        }
        for (const count of written.values()) expect(count).toBe(1)
        expect(afterCancel).toBe(0)
        queue.drop()
      }),
      { numRuns: 60 },
    )
  })
})
