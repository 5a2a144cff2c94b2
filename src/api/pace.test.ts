import { describe, expect, it } from 'vitest'
import { isAbort } from './error'
import { createPace } from './pace'

/** A clock that only sleeping moves. */
function fakeTime() {
  let time = 0
  return {
    now: () => time,
    sleep: async (ms: number) => {
      await Promise.resolve()
      time += ms
    },
  }
}

/** Lets everything run that can run now. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('requests under way', () => {
  it('never exceed the limit, and go first come, first served', async () => {
    const pace = createPace({ inFlight: 2 })
    const entered: number[] = []
    const leaves: (() => void)[] = []
    const enter = async (n: number) => {
      const leave = await pace.enter(false)
      entered.push(n)
      leaves.push(leave)
    }
    for (const n of [1, 2, 3, 4]) void enter(n)
    await settle()
    expect(entered).toEqual([1, 2])

    leaves[0]?.()
    void enter(5)
    await settle()
    expect(entered).toEqual([1, 2, 3])

    leaves[1]?.()
    leaves[2]?.()
    await settle()
    expect(entered).toEqual([1, 2, 3, 4, 5])
  })

  it('give back one place, however often they leave', async () => {
    const pace = createPace({ inFlight: 1 })
    const leave = await pace.enter(false)
    leave()
    leave()
    await pace.enter(false)
    let third = false
    void pace.enter(false).then(() => (third = true))
    await settle()
    expect(third).toBe(false)
  })

  it('lose no place to a call that was cancelled in the queue', async () => {
    const pace = createPace({ inFlight: 1 })
    const leave = await pace.enter(false)
    const controller = new AbortController()
    const cancelled = pace.enter(false, controller.signal).catch(isAbort)
    const next = pace.enter(false)
    controller.abort()
    expect(await cancelled).toBe(true)
    leave()
    await expect(next).resolves.toBeTypeOf('function')
  })
})

describe('writes', () => {
  it('begin at most four in any second', async () => {
    const { now, sleep } = fakeTime()
    const pace = createPace({ now, sleep })
    const starts: number[] = []
    for (let i = 0; i < 10; i += 1) {
      const leave = await pace.enter(true)
      starts.push(now())
      leave()
    }
    expect(starts).toEqual([0, 0, 0, 0, 1000, 1000, 1000, 1000, 2000, 2000])
  })

  it('keep their order when they come at once, and leave reads alone', async () => {
    const { now, sleep } = fakeTime()
    const pace = createPace({ now, sleep, writesPerSecond: 1 })
    const order: string[] = []
    const enter = async (what: string, isWrite: boolean) => {
      const leave = await pace.enter(isWrite)
      order.push(what)
      leave()
    }
    await Promise.all([enter('a', true), enter('b', true), enter('c', true), enter('read', false)])
    expect(order.filter((what) => what !== 'read')).toEqual(['a', 'b', 'c'])
    expect(order.indexOf('read')).toBeLessThan(order.indexOf('b'))
  })

  it('do not hold up those behind a cancelled one', async () => {
    const { now } = fakeTime()
    let wake = () => {}
    const sleep = (_: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        wake = resolve
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      })
    const pace = createPace({ now, sleep, writesPerSecond: 1 })
    ;(await pace.enter(true))()
    const controller = new AbortController()
    const cancelled = pace.enter(true, controller.signal).catch(isAbort)
    await settle()
    const next = pace.enter(true)
    controller.abort()
    expect(await cancelled).toBe(true)
    await settle()
    wake()
    await expect(next).resolves.toBeTypeOf('function')
  })

  it('refuse a call that was cancelled before', async () => {
    await expect(createPace().enter(true, AbortSignal.abort())).rejects.toSatisfy(isAbort)
  })
})
