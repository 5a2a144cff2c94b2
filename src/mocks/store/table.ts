import type { Id } from './tables'

/** The value or values under which an index files a row; `null` leaves the row out. */
export type KeyOf<Row> = (row: Row) => string | readonly string[] | null

type Buckets = Map<string, Set<Id>>

const EMPTY: ReadonlySet<Id> = new Set()

/**
 * One table in memory. Rows are immutable: a change is `put` of a new object. A clone shares rows and
 * indexes until one of the two writes, so that a database per test costs next to nothing, 100,000 secrets included.
 */
export class Table<Row extends { id: Id }, Index extends string = string> {
  private rows = new Map<Id, Row>()
  private readonly keysOf: Readonly<Record<Index, KeyOf<Row>>>
  /** Built at the first question; absent until then. */
  private indexes = new Map<Index, Buckets>()
  private shared = false
  /** Buckets that belong to this copy alone and may be changed in place. */
  private owned = new WeakSet<Set<Id>>()
  private dirty = new Set<Id>()

  constructor(keysOf: Readonly<Record<Index, KeyOf<Row>>>) {
    this.keysOf = keysOf
  }

  get size(): number {
    return this.rows.size
  }

  get(id: Id | null | undefined): Row | undefined {
    return id ? this.rows.get(id) : undefined
  }

  all(): Row[] {
    return [...this.rows.values()]
  }

  /** Rows filed under `key`, in the order of their first `put`. */
  where(index: Index, key: string | null | undefined): Row[] {
    if (!key) return []
    const found: Row[] = []
    for (const id of this.bucketsOf(index).get(key) ?? EMPTY) {
      const row = this.rows.get(id)
      if (row) found.push(row)
    }
    return found
  }

  count(index: Index, key: string): number {
    return this.bucketsOf(index).get(key)?.size ?? 0
  }

  put(row: Row): Row {
    this.own()
    const before = this.rows.get(row.id)
    this.rows.set(row.id, row)
    this.dirty.add(row.id)
    for (const [index, buckets] of this.indexes) this.move(index, buckets, before, row)
    return row
  }

  /** Changes some fields of a row that exists; unknown ids are a bug of the caller. */
  update(id: Id, change: Partial<Row>): Row {
    const before = this.rows.get(id)
    if (!before) throw new Error(`No row ${id} to update.`)
    return this.put({ ...before, ...change })
  }

  delete(id: Id): void {
    const before = this.rows.get(id)
    if (!before) return
    this.own()
    this.rows.delete(id)
    this.dirty.add(id)
    for (const [index, buckets] of this.indexes) this.move(index, buckets, before, undefined)
  }

  /** Replaces rows whose content was only computed, not changed: no trace in the changes, shared with clones. */
  fill(rows: Iterable<Row>): void {
    for (const row of rows) if (this.rows.has(row.id)) this.rows.set(row.id, row)
  }

  /** Ids written or deleted since the last call. */
  takeDirty(): Set<Id> {
    const taken = this.dirty
    this.dirty = new Set()
    return taken
  }

  clone(): Table<Row, Index> {
    const copy = new Table<Row, Index>(this.keysOf)
    copy.rows = this.rows
    copy.indexes = this.indexes
    copy.shared = true
    this.shared = true
    return copy
  }

  private own(): void {
    if (!this.shared) return
    this.rows = new Map(this.rows)
    this.indexes = new Map([...this.indexes].map(([name, buckets]) => [name, new Map(buckets)]))
    this.owned = new WeakSet()
    this.shared = false
  }

  private bucketsOf(index: Index): Buckets {
    let buckets = this.indexes.get(index)
    if (!buckets) {
      buckets = new Map()
      for (const row of this.rows.values()) this.file(index, buckets, row)
      this.indexes.set(index, buckets)
    }
    return buckets
  }

  private keys(index: Index, row: Row): readonly string[] {
    const key = this.keysOf[index](row)
    if (key === null) return []
    return typeof key === 'string' ? [key] : key
  }

  private file(index: Index, buckets: Buckets, row: Row): void {
    for (const key of this.keys(index, row)) this.bucket(buckets, key).add(row.id)
  }

  private move(index: Index, buckets: Buckets, before: Row | undefined, after: Row | undefined): void {
    const left = before ? this.keys(index, before) : []
    const entered = after ? this.keys(index, after) : []
    for (const key of left) {
      if (before && !entered.includes(key)) this.bucket(buckets, key).delete(before.id)
    }
    for (const key of entered) {
      if (after && !left.includes(key)) this.bucket(buckets, key).add(after.id)
    }
  }

  private bucket(buckets: Buckets, key: string): Set<Id> {
    const found = buckets.get(key)
    if (found && this.owned.has(found)) return found
    const own = new Set(found)
    this.owned.add(own)
    buckets.set(key, own)
    return own
  }
}
