import { actorKey, actorOf } from './actor'
import { Columns } from './columns'
import { Dictionary } from './dictionary'
import { eventRow, type EventIdField, type EventRow } from './row'
import { dateOf, tickOf, type Tick } from './tick'
import { objectKey, objectOf } from './sentence'

/** Ids that tell who acted, and those that tell upon what: each combination is kept once. */
export const ACTOR_FIELDS = [
  'actingUserId',
  'userId',
  'serviceAccountId',
  'installationId',
  'providerId',
  'providerUserId',
] as const satisfies EventIdField[]
export const OBJECT_FIELDS = [
  'organizationUserId',
  'grantedServiceAccountId',
  'secretId',
  'projectId',
  'groupId',
  'collectionId',
  'policyId',
  'cipherId',
  'sendId',
  'providerOrganizationId',
] as const satisfies EventIdField[]

/** 32 bytes a row. */
const SHAPE = {
  tick: 'f64',
  type: 'u16',
  device: 'u16',
  address: 'u32',
  actor: 'u32',
  object: 'u32',
  actorIds: 'u32',
  objectIds: 'u32',
} as const

interface Numbers {
  tick: Tick
  type: number
  device: number
  address: number
  actor: number
  object: number
  actorIds: number
  objectIds: number
}

const NAMES = Object.keys(SHAPE) as (keyof Numbers)[]

/**
 * Rows of one log, newest first, as numbers: what repeats is kept once, in dictionaries. Rows of one moment keep
 * the server's order. Positions count from the newest and move when newer rows come.
 */
export class EventStore {
  readonly columns = new Columns(SHAPE)
  readonly types = new Dictionary()
  readonly devices = new Dictionary()
  readonly addresses = new Dictionary()
  readonly actors = new Dictionary()
  readonly objects = new Dictionary()
  readonly actorIds = new Dictionary()
  readonly objectIds = new Dictionary()
  /** Changes with every row that comes or goes. */
  version = 0

  get count(): number {
    return this.columns.count
  }

  /** Of the columns; dictionaries grow with what differs, not with the rows. */
  get bytes(): number {
    return this.columns.bytes
  }

  /** Takes rows of any age, at best as they come from the server: newest first and without a gap. */
  add(rows: readonly EventRow[]): void {
    if (rows.length === 0) return
    const numbers = rows.map((row) => this.#numbersOf(row)).toSorted((a, b) => b.tick - a.tick)
    let from = 0
    while (from < numbers.length) {
      const at = this.#behind(numbers[from]?.tick ?? 0)
      const next = at < this.count ? this.#tickAt(at) : Number.NEGATIVE_INFINITY
      let to = from + 1
      while (to < numbers.length && (numbers[to]?.tick ?? 0) > next) to += 1
      this.#insert(at, numbers.slice(from, to))
      from = to
    }
    this.version += 1
  }

  /** Of what the server says of a whole span, adds what is not here: as many of one kind as it has more. */
  addMissing(span: { from: Tick; to: Tick }, rows: readonly EventRow[]): EventRow[] {
    const here = new Map<string, number>()
    const { from, to } = this.range(span)
    for (let at = from; at < to; at += 1) {
      const key = NAMES.map((name) => this.#numberAt(name, at)).join()
      here.set(key, (here.get(key) ?? 0) + 1)
    }
    const missing = rows.filter((row) => {
      const numbers = this.#numbersOf(row)
      const key = NAMES.map((name) => numbers[name]).join()
      const left = here.get(key) ?? 0
      here.set(key, left - 1)
      return left <= 0
    })
    this.add(missing)
    return missing
  }

  /** Forgets a span, both ends included: it is about to be read anew. */
  drop(span: { from: Tick; to: Tick }): void {
    const { from, to } = this.range(span)
    if (to <= from) return
    this.columns.close(from, to - from)
    this.version += 1
  }

  /** Positions of a span with both ends: from the newest up to, not including, `to`. */
  range({ from, to }: { from: Tick; to: Tick }): { from: number; to: number } {
    return { from: this.#firstNotAfter(to), to: this.#behind(from) }
  }

  rowAt(at: number): EventRow {
    return this.rowOf({
      tick: this.#tickAt(at),
      type: this.#numberAt('type', at),
      device: this.#numberAt('device', at),
      address: this.#numberAt('address', at),
      actorIds: this.#numberAt('actorIds', at),
      objectIds: this.#numberAt('objectIds', at),
    })
  }

  /** The row that these numbers stand for. */
  rowOf({ tick, type, device, address, actorIds, objectIds }: Omit<Numbers, 'actor' | 'object'>): EventRow {
    const deviceType = this.devices.texts[device] ?? null
    const [systemUser = '', ...actors] = (this.actorIds.texts[actorIds] ?? '').split('|')
    const objects = (this.objectIds.texts[objectIds] ?? '').split('|')
    // A name of a domain could hold the sign that divides.
    const domainName = objects.slice(OBJECT_FIELDS.length).join('|')
    const ids: { [F in EventIdField]?: string | null } = {}
    ACTOR_FIELDS.forEach((field, index) => (ids[field] = actors[index] || null))
    OBJECT_FIELDS.forEach((field, index) => (ids[field] = objects[index] || null))
    return eventRow({
      ...ids,
      type: Number(this.types.texts[type]),
      date: dateOf(tick),
      deviceType: deviceType === null ? null : Number(deviceType),
      ipAddress: this.addresses.texts[address],
      systemUser: systemUser === '' ? null : Number(systemUser),
      domainName: domainName === '' ? null : domainName,
    })
  }

  #numbersOf(row: EventRow): Numbers {
    const system = row.systemUser === null ? '' : String(row.systemUser)
    return {
      tick: tickOf(row.date),
      type: this.types.number(String(row.type)),
      device: this.devices.number(row.deviceType === null ? null : String(row.deviceType)),
      address: this.addresses.number(row.ipAddress),
      actor: this.actors.number(actorKey(actorOf(row))),
      object: this.objects.number(keyOf(objectOf(row))),
      actorIds: this.actorIds.number([system, ...ACTOR_FIELDS.map((field) => row[field] ?? '')].join('|')),
      objectIds: this.objectIds.number(
        [...OBJECT_FIELDS.map((field) => row[field] ?? ''), row.domainName ?? ''].join('|'),
      ),
    }
  }

  #insert(at: number, rows: readonly Numbers[]): void {
    this.columns.open(at, rows.length)
    const { arrays, start } = this.columns
    rows.forEach((row, index) => {
      for (const name of NAMES) arrays[name][start + at + index] = row[name]
    })
  }

  #numberAt(name: keyof Numbers, at: number): number {
    return this.columns.arrays[name][this.columns.start + at] ?? 0
  }

  #tickAt(at: number): Tick {
    return this.#numberAt('tick', at)
  }

  /** The first position that is strictly older. */
  #behind(tick: Tick): number {
    return this.#search((here) => here < tick)
  }

  #firstNotAfter(tick: Tick): number {
    return this.#search((here) => here <= tick)
  }

  #search(isThere: (tick: Tick) => boolean): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isThere(this.#tickAt(middle))) high = middle
      else low = middle + 1
    }
    return low
  }
}

const keyOf = (object: ReturnType<typeof objectOf>) => (object === null ? null : objectKey(object))
