import type { JobKind } from '#/jobs/job-types'
import type { ItemNote, Journal, KeptJob } from './journal'
import type { QueueWorld } from './world'

/** A journal in memory that keeps copies, as a device does. */
function memoryJournal(): Journal & { kept: Map<string, KeptJob>; writes: () => number } {
  const kept = new Map<string, KeptJob>()
  const notes = new Map<string, Map<number, ItemNote>>()
  let writes = 0
  return {
    kept,
    writes: () => writes,
    async put(record, states) {
      kept.set(record.id, { record: structuredClone(record), states: states.slice() })
      return true
    },
    async mark(id, states, some) {
      writes += 1
      const old = kept.get(id)
      if (old) kept.set(id, { ...old, states: states.slice() })
      const own = notes.get(id) ?? new Map<number, ItemNote>()
      for (const [at, note] of some) own.set(at, note)
      notes.set(id, own)
    },
    list: async (userId) => [...kept.values()].filter(({ record }) => record.userId === userId),
    get: async (id) => kept.get(id) ?? null,
    notes: async (id) => notes.get(id) ?? new Map<number, ItemNote>(),
    async remove(id) {
      kept.delete(id)
    },
  }
}

/** A world without network or clock for tests: sleeping moves the clock, turns are given at once. */
export function fakeWorld(
  kinds: Record<string, JobKind>,
  journal = memoryJournal(),
): QueueWorld & { clock: { now: number; slept: number[] }; rests: string[]; journal: typeof journal } {
  const clock = { now: 1_000_000, slept: [] as number[] }
  const rests: string[] = []
  const claimed = new Set<string>()
  let last = Promise.resolve()
  let ids = 0
  return {
    clock,
    rests,
    journal,
    userId: 'someone',
    loadKind: (name) => (kinds[name] ? Promise.resolve(kinds[name]) : undefined),
    seal: async (_, open) => new TextEncoder().encode(JSON.stringify(open)),
    unseal: async (_, sealed) => JSON.parse(new TextDecoder().decode(sealed)) as never,
    turn: () =>
      new Promise((resolve) => {
        const before = last
        let giveBack: () => void = () => undefined
        last = new Promise((done) => (giveBack = done))
        void before.then(() => resolve(giveBack))
      }),
    async claim(id) {
      if (claimed.has(id)) return null
      claimed.add(id)
      return () => claimed.delete(id)
    },
    now: () => clock.now,
    async sleep(ms, signal) {
      await Promise.resolve()
      if (signal.aborted) throw new DOMException('', 'AbortError')
      clock.slept.push(ms)
      clock.now += ms
    },
    newId: () => `job-${(ids += 1)}`,
    changed: () => undefined,
    rested: (organizationId) => rests.push(organizationId),
  }
}
