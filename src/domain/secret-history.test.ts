import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModelServer, type Act, type Span } from './history-model'
import type { History, HistoryEntry } from './history-types'
import { generationOf, readHistory } from './secret-history'

type LogCover = 'none' | 'all' | number

function read(server: ModelServer, cover: LogCover, knowsCurrent = true): History<string> {
  const since =
    cover === 'none' ? 0 : cover === 'all' ? server.createdAt - 1 : server.createdAt + cover * 60_000
  return readHistory({
    rows: server.rows.toReversed(),
    current: knowsCurrent ? server.current : null,
    generation: server.generation,
    log:
      cover === 'none'
        ? null
        : { entries: server.log.filter((line) => Date.parse(line.date) >= since), since },
    createdAt: server.createdAt,
    revisedAt: server.revisedAt,
  })
}

/** A line of the log is stamped some milliseconds after the act. */
const isAt = (claim: number | string, truth: number | string) =>
  typeof claim === 'number' && typeof truth === 'number'
    ? claim - truth >= 0 && claim - truth <= 20
    : claim === truth

/** Whether a span that truly was bears out everything that the entry claims. */
function bears(entry: HistoryEntry<string>, span: Span, next: Span | undefined): boolean {
  return (
    (entry.valueMark === null || entry.valueMark === span.mark) &&
    (entry.how === 'not known' || entry.how === span.how) &&
    (entry.author === 'not known' || entry.author.id === span.by) &&
    (entry.from === 'not known' || isAt(entry.from, span.from)) &&
    (entry.until === 'not known' || isAt(entry.until, span.until)) &&
    (entry.fromAtEarliest === null || span.from >= entry.fromAtEarliest) &&
    (entry.untilAtLatest === null || (span.until !== 'now' && span.until <= entry.untilAtLatest)) &&
    (!entry.isCurrent || span.until === 'now') &&
    (entry.endedBy === 'not known' || entry.endedBy.id === next?.by) &&
    (entry.trace === null || span.from === entry.trace.date || span.until === entry.trace.date)
  )
}

function expectTrue(server: ModelServer, history: History<string>): void {
  for (const entry of history.entries) {
    const isBorne = server.spans.some((span, i) => bears(entry, span, server.spans[i + 1]))
    if (!isBorne) expect({ claimed: entry, spans: server.spans, rows: server.rows }).toBe('borne out')
  }
}

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('edit' as const, 'edit' as const, 'silent' as const, 'note' as const),
    by: fc.constantFrom('anna', 'ben', 'm1'),
  }),
  fc.record({ kind: fc.constant('restore' as const), by: fc.constantFrom('anna', 'm1'), pick: fc.nat(9) }),
)
const forgetting = fc.oneof(
  { weight: 6, arbitrary: act },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'forgetOldest', by: 'anna' }) },
)
const cover: fc.Arbitrary<LogCover> = fc.oneof(
  fc.constantFrom<LogCover>('none', 'all'),
  fc.integer({ min: 1, max: 20 }),
)

describe('reading the history of a secret', () => {
  it.each(['A', 'B'] as const)('claims nothing that was not so, generation %s', (generation) => {
    fc.assert(
      fc.property(fc.array(forgetting, { maxLength: 25 }), cover, fc.boolean(), (acts, log, knowsCurrent) => {
        const server = new ModelServer(generation, 'carl')
        for (const a of acts) server.play(a)
        expectTrue(server, read(server, log, knowsCurrent))
      }),
      { seed: 11, numRuns: 3_000 },
    )
  })

  it.each(['none', 'all'] as const)(
    'tells all that every story with the same rows agrees on, log: %s',
    (log) => {
      const stories = groupBy(smallWorlds(4, log), (server) => observation(server, log))
      let told = 0
      for (const worlds of stories.values()) {
        const [first] = worlds
        if (!first) continue
        const { entries } = read(first, log)
        if (log === 'none' && !hasRoomBefore(first)) continue
        for (const agreed of commonFacts(worlds, log)) {
          told++
          const isTold = entries.some((entry) => agreed.isToldBy(entry))
          if (!isTold)
            expect({ missing: agreed.text, entries, rows: first.rows, current: first.current }).toBe('told')
        }
      }
      expect(told).toBeGreaterThan(30)
    },
  )
})

const row = (at: string, valueMark: string, memberId: string | null, machineId: string | null = null) => ({
  id: `${valueMark} ${at}`,
  valueMark,
  date: `2026-11-22T21:15:${at}Z`,
  memberId,
  machineId,
})
const line = (at: string, userId: string | null, machineId: string | null = null) => ({
  type: 'edited' as const,
  date: `2026-11-22T21:15:${at}Z`,
  userId,
  machineId,
})

describe('the recorded run (secret-versions.json, 488 to 553)', () => {
  // 495 sends `valueChanged` with the value that 493 had set without it.
  const rows = [
    row('12.5243908', 'B', 'owner'),
    row('12.5993602', 'B2', 'owner'),
    row('12.6511312', 'C', 'writer'),
    row('12.699759', 'D', null, 'machine'),
    row('13.1210542', 'D', 'owner'),
    row('13.1819068', 'B', 'writer'),
    row('13.1948007', 'C', null, 'machine'),
  ].toReversed()
  const entries = [
    line('12.5017564', 'u1'),
    line('12.5514429', 'u1'),
    line('12.5770965', 'u1'),
    line('12.6053461', 'u1'),
    line('12.6553957', 'u5'),
    line('12.7056789', null, 'machine'),
  ]
  const told = (log: typeof entries | null) =>
    readHistory({
      rows,
      current: 'D',
      generation: generationOf(rows),
      log: log && { entries: log, since: Date.UTC(2026, 10, 1) },
    }).entries.map((e) => [
      e.valueMark,
      e.how,
      e.author === 'not known' ? null : e.author.id,
      e.until === 'now',
    ])

  it('tells who set and who restored, though restores leave no event', () => {
    expect(told(entries)).toEqual([
      ['B', 'set', 'owner', false],
      ['B2', 'set', 'owner', false],
      ['C', 'set', 'writer', false],
      ['D', 'set', 'machine', false],
      ['B', 'restored', 'owner', false],
      ['C', 'restored', 'writer', false],
      ['D', 'restored', 'machine', true],
    ])
  })

  it('tells the restores without the log too, from equal ciphertexts', () => {
    expect(told(null).slice(-3)).toEqual([
      ['B', 'restored', 'owner', false],
      ['C', 'restored', 'writer', false],
      ['D', 'restored', 'machine', true],
    ])
  })
})

describe('single cases', () => {
  const since = Date.UTC(2026, 0, 1)
  const read = (rows: ReturnType<typeof row>[], current: string, entries: ReturnType<typeof line>[]) =>
    readHistory({ rows: rows.toReversed(), current, generation: 'A', log: { entries, since } }).entries

  it('names a removed editor by the log', () => {
    const [entry] = read([row('10.0', 'a', null)], 'a', [line('10.01', 'u7')])
    expect(entry).toMatchObject({ author: { kind: 'user', id: 'u7' }, until: 'now', isCurrent: true })
  })

  it('takes a row without its line for a restore, and the value that it ended as of unknown origin', () => {
    const entries = read([row('10.0', 'a', 'anna'), row('20.0', 'b', 'ben')], 'a', [
      line('10.01', 'u1'),
      line('15.0', 'u2'),
    ])
    expect(entries.map((e) => [e.valueMark, e.how, e.author])).toEqual([
      ['a', 'set', { kind: 'member', id: 'anna' }],
      ['b', 'set', { kind: 'user', id: 'u2' }],
      ['a', 'restored', { kind: 'member', id: 'ben' }],
    ])
  })

  it('decides nothing on a line that comes seconds late', () => {
    const rows = [row('10.0', 'a', 'anna'), row('20.0', 'b', 'ben'), row('40.0', 'c', 'anna')]
    const entries = read(rows, 'c', [
      line('10.01', 'u1'),
      line('15.0', 'u1'),
      line('24.0', 'u2'),
      line('40.01', 'u1'),
    ])
    expect(entries[1]).toMatchObject({
      valueMark: 'b',
      author: 'not known',
      trace: { author: { id: 'ben' } },
    })
  })

  it("does not take another person's line for the row's own", () => {
    const entries = readHistory({
      rows: [row('20.0', 'b', 'ben'), row('10.0', 'a', 'anna')],
      current: 'a',
      generation: 'A',
      log: {
        entries: [line('10.01', 'u1'), line('15.0', 'u1'), line('20.4', 'u1')],
        since,
        userOfMember: new Map([['ben', 'u2']]),
      },
    }).entries
    expect(entries.at(-1)).toMatchObject({
      valueMark: 'a',
      how: 'restored',
      author: { id: 'ben' },
      until: 'now',
    })
  })

  it('says what each row tells by itself where rows do not fit together', () => {
    // The row that set "b" again was deleted by hand.
    const rows = [row('10.0', 'a', 'anna'), row('20.0', 'a', 'ben'), row('30.0', 'a', 'carl')]
    const entries = read(rows, 'a', [line('10.01', 'u1')])
    expect(
      entries.map((e) => e.until === 'not known' || e.endedBy !== 'not known' || e.isCurrent),
    ).not.toContain(false)
    expect(entries.filter((e) => e.author !== 'not known').map((e) => e.from)).not.toContain('not known')
  })

  it('tells of ten rows that there may have been more', () => {
    const rows = Array.from({ length: 10 }, (_, i) => row(`${10 + i}.0`, `v${i}`, 'anna'))
    const of = (count: number) =>
      readHistory({ rows: rows.slice(0, count), current: 'v9', generation: 'A', log: null }).mayBeIncomplete
    expect([of(10), of(9)]).toEqual([true, false])
  })

  it('knows generation B by its fields, null or not', () => {
    expect(generationOf([row('10.0', 'a', 'anna')])).toBe('A')
    expect(generationOf([{ ...row('10.0', 'a', 'anna'), memberName: null, machineName: null }])).toBe('B')
  })
})

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}

const minuteOf = {
  all: ['nothing', 'edit', 'silent', 'note', 'restore 0', 'restore 1', 'restore 2'],
  // Without the log only what shows in rows matters, and what may precede it unseen.
  none: ['nothing', 'edit', 'silent', 'restore 0', 'restore 1', 'silent, restore 0', 'silent, restore 1'],
}

/** Every sequence of acts over a few minutes, each minute with an actor of its own. */
function smallWorlds(minutes: number, log: 'none' | 'all'): ModelServer[] {
  const choices = minuteOf[log]
  const worlds: ModelServer[] = []
  for (let code = 0; code < 8 * choices.length ** minutes; code++) {
    const server = new ModelServer('A', code % 2 === 0 ? 'carl' : 'dora')
    let rest = Math.floor(code / 8)
    for (let minute = 0; minute < minutes; minute++) {
      const acts = (choices[rest % choices.length] ?? '').split(', ')
      rest = Math.floor(rest / choices.length)
      if (acts.length === 1) server.pass()
      for (const name of acts) {
        const [kind, pick] = name.split(' ')
        if (kind === 'nothing') server.pass()
        else server.play({ kind: kind as 'restore', by: `p${minute}`, pick: Number(pick) })
      }
    }
    if (log === 'none' && code % 4 > 1) server.play({ kind: 'forgetOldest', by: 'carl' })
    if (log === 'none' && code % 8 > 3) server.play({ kind: 'silent', by: 'carl' })
    worlds.push(server)
  }
  return worlds
}

/** What a client sees, with ciphertexts reduced to equal or not. */
function observation(server: ModelServer, log: 'none' | 'all'): string {
  const marks = [...new Set([...server.rows.map((row) => row.valueMark), server.current])]
  return JSON.stringify([
    server.rows.map((row) => [marks.indexOf(row.valueMark), row.date, row.memberId]),
    marks.indexOf(server.current),
    server.revisedAt === server.createdAt,
    log === 'all' ? server.log : null,
  ])
}

/** Whether enough time lies before the oldest row for older ones that are gone. */
function hasRoomBefore(server: ModelServer): boolean {
  const oldest = server.rows[0]
  return !!oldest && Date.parse(oldest.date) >= server.createdAt + 3 * 60_000
}

interface Fact {
  text: string
  isToldBy(entry: HistoryEntry<string>): boolean
}

/**
 * Facts about the kept values that hold in all worlds. The oldest row is left out: what came before it needs more
 * minutes than these worlds have.
 */
function commonFacts(worlds: ModelServer[], log: 'none' | 'all'): Fact[] {
  const [first, ...others] = worlds
  if (!first) return []
  const facts = (server: ModelServer) => new Map(factsOf(server, log).map((fact) => [fact.text, fact]))
  const rest = others.map(facts)
  return [...facts(first).values()].filter((fact) => rest.every((of) => of.has(fact.text)))
}

function factsOf(server: ModelServer, log: 'none' | 'all'): Fact[] {
  const facts: Fact[] = []
  // A moment that is stamped nowhere could be another one in a world of finer time.
  const stamps = new Set<number | string>(['now', server.createdAt])
  for (const row of server.rows) stamps.add(Date.parse(row.date))
  if (log === 'all') for (const line of server.log) stamps.add(Date.parse(line.date) - 12)
  for (const span of server.spans) {
    const row = server.rows.find((r) => r.valueMark === span.mark)
    const isCurrent = span.until === 'now'
    if (!row && !isCurrent) continue
    const isSame = (entry: HistoryEntry<string>) => entry.valueMark === (row?.valueMark ?? server.current)
    if (row && row === server.rows[0]) continue
    const name = row ? server.rows.indexOf(row) : 'current'
    if (stamps.has(span.from))
      facts.push({
        text: `${name} from ${span.from} by ${span.by} ${span.how}`,
        isToldBy: (e) =>
          isSame(e) && e.author !== 'not known' && e.how === span.how && isAt(e.from, span.from),
      })
    if (stamps.has(span.until))
      facts.push({
        text: `${name} until ${span.until}`,
        isToldBy: (e) => isSame(e) && isAt(e.until, span.until),
      })
  }
  return facts
}
