import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeptIn } from '#/session/draft-life'
import { DraftKeeper, isLostByReload } from './draft-keeper'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

function place() {
  const kept: { startedAt: number; content: string }[] = []
  return {
    kept,
    put: vi.fn(async (startedAt: number, content: string): Promise<{ sealedAt: number; keptIn: KeptIn }> => {
      kept.push({ startedAt, content })
      return { sealedAt: Date.now(), keptIn: 'device' }
    }),
    remove: vi.fn(async () => void kept.splice(0)),
  }
}

describe('DraftKeeper', () => {
  it('seals two seconds after the last key, not after each', async () => {
    const at = place()
    const keeper = new DraftKeeper<string>(at)
    keeper.change('a')
    await vi.advanceTimersByTimeAsync(1_500)
    keeper.change('ab')
    await vi.advanceTimersByTimeAsync(1_999)
    expect(at.put).not.toHaveBeenCalled()
    expect(keeper.isUnkept).toBe(true)
    await vi.advanceTimersByTimeAsync(1)
    expect(at.kept).toEqual([{ startedAt: 1_000_000, content: 'ab' }])
    expect(keeper.state()).toEqual({ kind: 'sealed', at: 1_003_500, keptIn: 'device' })
    expect(keeper.isUnkept).toBe(false)
  })

  it('seals at once when asked, and only what is new', async () => {
    const at = place()
    const keeper = new DraftKeeper<string>(at)
    keeper.change('a')
    await keeper.seal()
    await keeper.seal()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(at.put).toHaveBeenCalledTimes(1)
  })

  it('goes on with a draft that was found, and does not seal it again', async () => {
    const at = place()
    const keeper = new DraftKeeper<string>(at, {
      startedAt: 400,
      sealedAt: 500,
      keptIn: 'device',
      content: 'found',
    })
    keeper.change('found')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(at.put).not.toHaveBeenCalled()
    expect(keeper.state()).toEqual({ kind: 'sealed', at: 500, keptIn: 'device' })
    keeper.change('a')
    await keeper.seal()
    expect(at.kept).toEqual([{ startedAt: 400, content: 'a' }])
  })

  it('removes the draft when nothing differs any more, and after saving', async () => {
    const at = place()
    const keeper = new DraftKeeper<string>(at)
    keeper.change('a')
    await keeper.seal()
    keeper.change(null)
    await vi.runAllTimersAsync()
    expect(at.kept).toEqual([])
    keeper.change('b')
    const sealing = keeper.seal()
    await keeper.finish()
    await sealing
    expect(at.kept).toEqual([])
    expect(keeper.state()).toEqual({ kind: 'none' })
  })

  it('erases a found draft that is discarded before anything is typed', async () => {
    const at = place()
    const keeper = new DraftKeeper<string>(at, {
      startedAt: 400,
      sealedAt: 500,
      keptIn: 'device',
      content: 'found',
    })
    await keeper.finish()
    expect(at.remove).toHaveBeenCalledTimes(1)
  })

  it('says that nothing is kept where the device refuses, and tries again with the next key', async () => {
    const at = place()
    at.put.mockRejectedValueOnce(new Error('refused'))
    const keeper = new DraftKeeper<string>(at)
    keeper.change('a')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(keeper.state()).toEqual({ kind: 'refused' })
    expect(keeper.isUnkept).toBe(true)
    keeper.change('ab')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(keeper.state().kind).toBe('sealed')
  })

  it('goes on telling that a reload loses it, also while a newer text waits to be sealed', async () => {
    const at = place()
    at.put.mockImplementation(async () => ({ sealedAt: Date.now(), keptIn: 'memory' }))
    const keeper = new DraftKeeper<string>(at)
    expect(isLostByReload(keeper.state())).toBe(false)
    keeper.change('a')
    await keeper.seal()
    expect(keeper.isUnkept).toBe(false)
    expect(isLostByReload(keeper.state())).toBe(true)
    keeper.change('ab')
    expect(isLostByReload(keeper.state())).toBe(true)
  })

  it('sends a newer text while an older one is on its way, since a page that goes away cannot wait', async () => {
    const at = place()
    let answer: (kept: { sealedAt: number; keptIn: KeptIn }) => void = () => undefined
    at.put.mockImplementationOnce((startedAt, content) => {
      at.kept.push({ startedAt, content })
      return new Promise((resolve) => (answer = resolve))
    })
    const keeper = new DraftKeeper<string>(at)
    keeper.change('old')
    void keeper.seal()
    keeper.change('new')
    void keeper.seal()
    expect(at.kept.map(({ content }) => content)).toEqual(['old', 'new'])
    expect(keeper.isUnkept).toBe(true)
    answer({ sealedAt: 1, keptIn: 'device' })
    await vi.runAllTimersAsync()
    expect(keeper.state()).toEqual({ kind: 'sealed', at: 1_000_000, keptIn: 'device' })
    expect(at.put).toHaveBeenCalledTimes(2)
  })

  it('erases what is still on its way, and seals the same text anew when it is typed again', async () => {
    const at = place()
    const keeper = new DraftKeeper<string>(at)
    keeper.change('a')
    void keeper.seal()
    void keeper.finish()
    keeper.change('a')
    await keeper.seal()
    expect(at.kept.map(({ content }) => content)).toEqual(['a'])
    expect(at.remove).toHaveBeenCalledTimes(1)
    expect(keeper.state().kind).toBe('sealed')
  })
})
