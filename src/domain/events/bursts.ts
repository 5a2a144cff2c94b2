import { eventCode } from './codes'
import type { Marks } from './marks'
import type { EventRow } from './row'
import type { EventStore } from './store'
import { msOf } from './tick'

/** Rows of one actor, code and address that follow each other closely, as one. */
export interface Burst {
  /** Its newest row: the code, actor and address are those of all. */
  row: EventRow
  count: number
  /** How many different objects they name. */
  objects: number
  /** Epoch ms of the first and the last. */
  from: number
  to: number
}

/** The bursts that have a row among `matches`: how many, and the largest of them. */
export function burstsIn(
  store: EventStore,
  { burstOf, bursts }: Marks,
  matches: Uint32Array,
  most: number,
): { total: number; largest: Burst[] } {
  const isHit = new Uint8Array(bursts.length)
  if (bursts.length > 1) for (const at of matches) isHit[burstOf[at] as number] = 1
  const hits = bursts.flatMap((run, number) => (number > 0 && isHit[number] === 1 ? [{ run, number }] : []))
  const largest = hits.toSorted((a, b) => b.run.count - a.run.count || b.run.to - a.run.to).slice(0, most)
  return {
    total: hits.length,
    largest: largest.map(({ run, number }) => {
      const span = store.range(run)
      const objects = new Set<number>()
      let newest: number | null = null
      for (let at = span.from; at < span.to; at += 1) {
        if (burstOf[at] !== number) continue
        newest ??= at
        objects.add(store.columns.arrays.object[store.columns.start + at] ?? 0)
      }
      objects.delete(0)
      const row = store.rowAt(newest ?? span.from)
      return { row, count: run.count, objects: objects.size, from: msOf(run.from), to: msOf(run.to) }
    }),
  }
}

/** By code: what is many, what was done to it, and the act as a noun. */
const MANY: Readonly<Record<number, readonly [things: string, done: string, acts: string]>> = {
  1005: ['accounts', 'refused sign-in', 'sign-ins refused'],
  1006: ['accounts', 'refused a second factor', 'second factors refused'],
  1100: ['vault items', 'added', 'additions'],
  1101: ['vault items', 'changed', 'changes'],
  1102: ['vault items', 'erased', 'erasures'],
  1107: ['vault items', 'viewed', 'views'],
  1500: ['members', 'invited', 'invitations'],
  1501: ['members', 'confirmed', 'confirmations'],
  1503: ['members', 'removed', 'removals'],
  1511: ['members', 'revoked', 'revocations'],
  1512: ['members', 'restored', 'restorations'],
  2100: ['secrets', 'read', 'reads'],
  2101: ['secrets', 'stored', 'additions'],
  2102: ['secrets', 'changed', 'changes'],
  2103: ['secrets', 'moved to the trash', 'moves to the trash'],
  2104: ['secrets', 'destroyed', 'destructions'],
  2105: ['secrets', 'restored', 'restorations'],
  2200: ['projects', 'opened', 'openings'],
  2203: ['projects', 'deleted', 'deletions'],
}

/** "42 secrets read by", "42 reads of 7 secrets by", "12 sign-ins refused for": the actor follows. */
export function burstWords({ row, count, objects }: Pick<Burst, 'row' | 'count' | 'objects'>): string {
  const isRefusal = row.type === 1005 || row.type === 1006
  return `${deedWords(row.type, count, objects)} ${isRefusal ? 'for' : 'by'}`
}

function deedWords(type: number, count: number, objects: number): string {
  const amount = (n: number) => n.toLocaleString('en-GB')
  const many = MANY[type]
  if (!many) return `${amount(count)} × ${eventCode(type)?.name ?? `event ${type}`}`
  const [things, done, acts] = many
  if (objects === count) return `${amount(count)} ${things} ${done}`
  if (objects === 0) return `${amount(count)} ${acts}`
  return `${amount(count)} ${acts} of ${amount(objects)} ${objects === 1 ? things.slice(0, -1) : things}`
}
