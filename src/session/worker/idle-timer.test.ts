import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IdleTimer } from './idle-timer'

const MINUTE = 60_000

describe('IdleTimer', () => {
  const onIdle = vi.fn<() => void>()
  beforeEach(() => {
    vi.useFakeTimers()
    onIdle.mockReset()
  })
  afterEach(() => vi.useRealTimers())

  it('locks after the time without input and not before', () => {
    const timer = new IdleTimer(onIdle)
    timer.set(15)
    vi.advanceTimersByTime(14 * MINUTE)
    expect(onIdle).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1 * MINUTE + 5_000)
    expect(onIdle).toHaveBeenCalled()
  })

  it('starts anew with each input', () => {
    const timer = new IdleTimer(onIdle)
    timer.set(15)
    for (let i = 0; i < 5; i += 1) {
      vi.advanceTimersByTime(10 * MINUTE)
      timer.touch()
    }
    expect(onIdle).not.toHaveBeenCalled()
  })

  it('locks at the key that wakes a machine which slept', () => {
    const timer = new IdleTimer(onIdle)
    timer.set(15)
    // Asleep: the clock went on, the timers did not.
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    timer.touch()
    expect(onIdle).toHaveBeenCalledOnce()
  })

  it('stays still while there is nothing to lock', () => {
    const timer = new IdleTimer(onIdle)
    timer.set(15)
    timer.set(null)
    vi.advanceTimersByTime(60 * MINUTE)
    timer.touch()
    expect(onIdle).not.toHaveBeenCalled()
  })
})
