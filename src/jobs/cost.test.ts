import { describe, expect, it } from 'vitest'
import { costOf } from './cost'
import { costWords, looksWords } from './cost-words'
import type { JobKind } from './job-types'

const facts = { title: () => '', doing: '', done: '', touches: [] }
const each: JobKind = {
  ...facts,
  cost: { reads: 1, writes: 1, events: 2 },
  run: async () => ({ kind: 'done' }),
}
const lots: JobKind = {
  ...facts,
  cost: { reads: 0, writes: 1, events: 1 },
  lot: 100,
  runLot: async () => [],
}

describe('what a job costs', () => {
  it('counts requests by item, and minutes by the limit that is met first', () => {
    expect(costOf(each, 300)).toEqual({
      reads: 300,
      writes: 300,
      events: 600,
      seconds: 75,
      cloudSeconds: 300,
    })
  })

  it('counts requests by lot, events by item', () => {
    expect(costOf(lots, 1930)).toEqual({ reads: 0, writes: 20, events: 1930, seconds: 5, cloudSeconds: 5 })
  })

  it('counts looks apart: they leave no event, and share the limit of reads', () => {
    const careful = { ...each, cost: { ...each.cost, looks: 3 } }
    expect(costOf(careful, 300)).toMatchObject({ reads: 300, looks: 900, events: 600, cloudSeconds: 360 })
  })

  it('says what the looks cannot tell where the log is closed', () => {
    const cost = costOf({ ...each, cost: { ...each.cost, looks: 1 } }, 2)
    expect(costWords(cost)).toBe(
      '2 reads and 2 writes, 4 events under your name. 2 looks for a save in the same moment, not recorded.',
    )
    expect(costWords(cost, true)).toContain('and not a name or a note.')
    expect(costWords(costOf(each, 2), true)).toBe('2 reads and 2 writes, 4 events under your name.')
    expect(looksWords(1, true)).toMatch(/^1 look for a save.* not a name or a note\.$/)
    expect(looksWords(0, true)).toBe('')
  })

  it('costs nothing for nothing', () => {
    expect(costOf(each, 0)).toEqual({ reads: 0, writes: 0, events: 0, seconds: 0, cloudSeconds: 0 })
  })
})
