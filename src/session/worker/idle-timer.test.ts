import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IdleTimer } from './idle-timer'

const MINUTE = 60_000

describe('IdleTimer', () => {
  const onIdle = vi.fn<() => void>()
  const onOut = vi.fn<() => void>()
  const make = () => new IdleTimer({ lock: onIdle, signOut: onOut })
  const lockAfter = (minutes: number | null) => ({ lock: minutes, signOut: null })
  beforeEach(() => {
    vi.useFakeTimers()
    onIdle.mockReset()
    onOut.mockReset()
  })
  afterEach(() => vi.useRealTimers())

  it('locks after the time without input and not before', () => {
    const timer = make()
    timer.set(lockAfter(15))
    vi.advanceTimersByTime(14 * MINUTE)
    expect(onIdle).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1 * MINUTE + 5_000)
    expect(onIdle).toHaveBeenCalled()
  })

  it('starts anew with each input', () => {
    const timer = make()
    timer.set(lockAfter(15))
    for (let i = 0; i < 5; i += 1) {
      vi.advanceTimersByTime(10 * MINUTE)
      timer.touch()
    }
    expect(onIdle).not.toHaveBeenCalled()
  })

  it('locks at the key that wakes a machine which slept', () => {
    const timer = make()
    timer.set(lockAfter(15))
    // Asleep: the clock went on, the timers did not.
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    timer.touch()
    expect(onIdle).toHaveBeenCalledOnce()
  })

  it('locks first and signs out later, and signs out at once after a long sleep', () => {
    const timer = make()
    timer.set({ lock: 15, signOut: 60 })
    vi.advanceTimersByTime(15 * MINUTE + 5_000)
    expect(onIdle).toHaveBeenCalled()
    // Locked: what is left is the time until the sign-out.
    timer.set({ lock: null, signOut: 60 })
    vi.advanceTimersByTime(44 * MINUTE)
    expect(onOut).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2 * MINUTE)
    expect(onOut).toHaveBeenCalled()

    const asleep = make()
    onIdle.mockReset()
    asleep.set({ lock: 15, signOut: 60 })
    vi.setSystemTime(Date.now() + 90 * MINUTE)
    asleep.touch()
    expect(onIdle).not.toHaveBeenCalled()
  })

  it('stays still while there is nothing to lock', () => {
    const timer = make()
    timer.set(lockAfter(15))
    timer.set(lockAfter(null))
    vi.advanceTimersByTime(60 * MINUTE)
    timer.touch()
    expect(onIdle).not.toHaveBeenCalled()
  })
})
