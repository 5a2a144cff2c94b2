import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModelServer, type Act } from './history-model'
import { readHistory } from './secret-history'
import { valueAt } from './value-at'

const by = fc.constantFrom('anna', 'm1')
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('edit' as const, 'silent' as const, 'note' as const), by }),
  fc.record({ kind: fc.constant('restore' as const), by, pick: fc.nat(9) }),
  fc.constant<Act>({ kind: 'forgetOldest', by: 'anna' }),
)

function played(acts: Act[], generation: 'A' | 'B', hasLog: boolean) {
  const server = new ModelServer(generation, 'carl')
  for (const each of acts) server.play(each)
  const history = readHistory({
    rows: server.rows.toReversed(),
    current: null,
    generation,
    log: hasLog ? { entries: server.log, since: server.createdAt - 1 } : null,
    createdAt: server.createdAt,
    revisedAt: server.revisedAt,
  })
  return { server, history, now: server.createdAt + 3_600_000 }
}

describe('valueAt', () => {
  it('never names a value that was not live then', () => {
    const generation = fc.constantFrom('A' as const, 'B' as const)
    // Half a minute past, as the server's clock moves by minutes: never at the moment of an act.
    const minutes = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 15 }),
        generation,
        fc.boolean(),
        minutes,
        (acts, g, hasLog, m) => {
          const { server, history, now } = played(acts, g, hasLog)
          const at = server.createdAt + m * 60_000 + 30_000
          const truth = server.spans.find(({ from, until }) => from <= at && (until === 'now' || at < until))
          const found = valueAt(history, { at, now, createdAt: server.createdAt })
          if (found.kind === 'known' && found.entry.valueMark !== null)
            expect(found.entry.valueMark).toBe(truth?.mark)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('tells what is before the beginning and after now', () => {
    const { history, server, now } = played([], 'A', true)
    const { createdAt } = server
    expect(valueAt(history, { at: createdAt - 1, now, createdAt })).toEqual({ kind: 'not created' })
    expect(valueAt(history, { at: now + 1, now, createdAt })).toEqual({ kind: 'future' })
    expect(valueAt(history, { at: createdAt + 1, now, createdAt })).toMatchObject({
      kind: 'known',
      number: 1,
    })
  })
})
