import type { HistoryLogEntry, HistoryRow } from './history-types'

/** What may happen to a secret, for the tests of the reading: `silent` changes the value without `valueChanged`. */
export type Act =
  | { kind: 'edit' | 'silent' | 'note' | 'forgetOldest'; by: string }
  | { kind: 'restore'; by: string; pick: number }

export interface Span {
  mark: string
  how: 'created' | 'set' | 'restored'
  by: string
  from: number
  until: number | 'now'
}

const KEPT = 10
const STEP = 60_000

/** A server that records by the contract's rules, and remembers what truly happened. */
export class ModelServer {
  readonly spans: Span[] = []
  readonly log: HistoryLogEntry[] = []
  /** Oldest first. */
  rows: HistoryRow<string>[] = []
  current = 'v0'
  private now = Date.UTC(2026, 0, 1)
  private count = 0
  readonly createdAt = this.now
  revisedAt = this.now
  readonly generation: 'A' | 'B'

  constructor(generation: 'A' | 'B', creator: string) {
    this.generation = generation
    this.write('created', creator)
    this.spans.push({ mark: this.current, how: 'created', by: creator, from: this.now, until: 'now' })
    if (generation === 'B') this.record(this.current, creator)
  }

  play(act: Act): void {
    this.pass()
    if (act.kind === 'forgetOldest') this.rows.shift()
    else if (act.kind === 'restore') this.restore(act.by, act.pick)
    else {
      this.revisedAt = this.now
      if (act.kind !== 'note') this.become(`v${++this.count}`, 'set', act.by)
      if (act.kind === 'edit') this.record(this.current, act.by)
      this.write('edited', act.by)
    }
  }

  pass(): void {
    this.now += STEP
  }

  private restore(by: string, pick: number): void {
    const row = this.rows[pick % this.rows.length]
    if (!row) return
    this.revisedAt = this.now
    if (row.valueMark !== this.current) {
      if (this.generation === 'A') this.record(this.current, by)
      this.become(row.valueMark, 'restored', by)
      if (this.generation === 'B') this.record(this.current, by)
    }
    if (this.generation === 'B') this.write('edited', by)
  }

  private become(mark: string, how: Span['how'], by: string): void {
    const last = this.spans.at(-1)
    if (last) last.until = this.now
    this.spans.push({ mark, how, by, from: this.now, until: 'now' })
    this.current = mark
  }

  private record(valueMark: string, by: string): void {
    const row = { id: `row ${this.now}`, valueMark, date: new Date(this.now).toISOString(), ...editor(by) }
    this.rows = [...this.rows.slice(-(KEPT - 1)), row]
  }

  private write(type: HistoryLogEntry['type'], by: string): void {
    const { memberId: userId, machineId } = editor(by)
    this.log.push({ type, date: new Date(this.now + 12).toISOString(), userId, machineId })
  }
}

function editor(by: string) {
  return by.startsWith('m') ? { memberId: null, machineId: by } : { memberId: by, machineId: null }
}
