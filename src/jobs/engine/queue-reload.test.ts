import { describe, expect, it } from 'vitest'
import { fakeWorld } from './fake-world'
import { JobQueue } from './queue'
import { apiError, atRest, kindOf, request, settled } from './test-jobs'

describe('the queue of jobs after a reload', () => {
  it('tells after a reload what was done, what was not, and what nobody knows', async () => {
    const first = fakeWorld({
      test: kindOf(({ id }) =>
        id === 's2' ? new Promise(() => undefined) : Promise.resolve({ kind: 'done' }),
      ),
    })
    const queue = new JobQueue(first)
    const id = await queue.add(request(5))
    await settled(queue, ([job]) => job?.counts.done === 2 && job.counts.running === 1)
    const kept = await first.journal.get(id)
    expect(kept?.record.sealed && { ...kept.record, sealed: null }).not.toContain('NAME_')
    queue.drop()

    const seen: string[] = []
    const second = fakeWorld(
      {
        test: kindOf(async (item) => {
          seen.push(`${item.label} ${item.again}`)
          return { kind: 'done' }
        }),
      },
      first.journal,
    )
    const next = new JobQueue(second)
    for (const left of await second.journal.list('someone')) await next.adopt(left)
    expect(next.views()).toMatchObject([
      { phase: 'paused', why: 'interrupted', counts: { done: 2, unknown: 1, waiting: 2 } },
    ])
    next.resume(id)
    await settled(next, ([job]) => job?.phase === 'finished')
    expect(seen).toEqual(['NAME_2 true', 'NAME_3 false', 'NAME_4 false'])
  })

  it('keeps the words of what went wrong, and of what is to be looked at, over a reload', async () => {
    let isBroken = true
    const kinds = {
      test: kindOf(async ({ id }) => {
        if (id === 's1' && isBroken) throw apiError(404)
        if (id === 's2') return { kind: 'skipped', reason: 'Renamed meanwhile' }
        return id === 's0' ? { kind: 'done', memo: 'm', notice: 'Look at it' } : { kind: 'done' }
      }),
    }
    const first = fakeWorld(kinds)
    const queue = new JobQueue(first)
    const id = await queue.add(request(4))
    await atRest(queue)
    queue.drop()
    const next = new JobQueue(fakeWorld(kinds, first.journal))
    for (const left of await first.journal.list('someone')) await next.adopt(left)
    const words = () => next.views()[0]?.problems.map(({ label, reason }) => `${label}: ${reason}`)
    expect(words()).toEqual(['NAME_0: Look at it', 'NAME_1: 404: No.', 'NAME_2: Renamed meanwhile'])
    expect(next.views()[0]).toMatchObject({ noticed: 1, counts: { done: 2 } })

    // What went well the second time leaves no words behind.
    isBroken = false
    next.retry(id)
    await atRest(next)
    next.drop()
    const last = new JobQueue(fakeWorld(kinds, first.journal))
    for (const left of await first.journal.list('someone')) await last.adopt(left)
    expect(last.views()[0]?.problems.map((problem) => problem.reason)).toEqual([
      'Look at it',
      'Renamed meanwhile',
    ])
  })
})
