import { StampClock } from './stamp'
import { Table } from './table'
import type { KeyOf } from './table'
import type { EventRow, Id, SecretRow, Stamp, TableName, TableRows } from './tables'

const indexes = {
  organizations: {},
  users: { email: (row) => row.email.toLowerCase() },
  members: {
    organizationId: (row) => row.organizationId,
    userId: (row) => row.userId,
  },
  groups: {
    organizationId: (row) => row.organizationId,
    memberId: (row) => row.memberIds,
  },
  collections: { organizationId: (row) => row.organizationId },
  policies: { organizationId: (row) => row.organizationId },
  projects: { organizationId: (row) => row.organizationId },
  secrets: {
    organizationId: (row) => row.organizationId,
    projectId: (row) => row.projectId,
  },
  secretVersions: {
    secretId: (row) => row.secretId,
    editorId: (row) => row.editorServiceAccountId ?? row.editorOrganizationUserId,
  },
  serviceAccounts: { organizationId: (row) => row.organizationId },
  accessTokens: { serviceAccountId: (row) => row.serviceAccountId },
  accessPolicies: {
    granteeId: (row) => row.granteeId,
    targetId: (row) => row.targetId,
  },
  events: {
    organizationId: (row) => row.organizationId,
    /** Rows of a person that belong to no organization. */
    ownerId: (row) => (row.organizationId === null ? (row.actingUserId ?? null) : null),
  },
  devices: { userId: (row) => row.userId },
  refreshTokens: { userId: (row) => row.userId },
  mails: { to: (row) => row.to.toLowerCase() },
} satisfies { [T in TableName]: Record<string, KeyOf<TableRows[T]>> }

type Tables = {
  readonly [T in TableName]: Table<TableRows[T], keyof (typeof indexes)[T] & string>
}

export const tableNames = Object.keys(indexes) as TableName[]

/** What a database knows besides its rows. All of it is plain JSON. */
export interface DbMeta {
  /** Name of the seed it was made from; hosts attach the `large` sealer by it. */
  seed: string
  /** Self-hosted servers refuse to autoscale; cloud servers limit the Free plan. */
  selfHosted: boolean
  /** Milliseconds that this database's clock is ahead of the real one. */
  clockOffset: number
}

export type SeedTables = { [T in TableName]?: readonly TableRows[T][] }

/** Rows put and ids deleted since the last `takeChanges`, per table with any; `meta` when it was changed. */
export interface DbChanges {
  tables: { [T in TableName]?: { put: TableRows[T][]; deleted: Id[] } }
  meta: DbMeta | null
}

export interface DbExport {
  format: 1
  meta: DbMeta
  tables: { [T in TableName]: TableRows[T][] }
}

/**
 * Computes the texts of secrets that the `large` seed left empty (`key`, and `value` and `note` for `'all'`).
 * Must give the same ciphertext for the same row each time, since clones and restarts compute anew.
 */
export type Sealer = (rows: readonly SecretRow[], want: 'name' | 'all') => Promise<SecretRow[]>

export interface DbOptions {
  meta?: Partial<DbMeta>
  /** Real clock in milliseconds; tests give a fixed one. */
  clock?: () => number
  /** Source of random bytes; seeds and tests give a fixed one. */
  random?: (length: number) => Uint8Array<ArrayBuffer>
  sealer?: Sealer | null
}

const secureRandom = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length))

const isUnsealed = (row: SecretRow, want: 'name' | 'all'): boolean =>
  row.key === '' || (want === 'all' && (row.value === '' || row.note === ''))

const byDate = (rows: readonly EventRow[]): EventRow[] =>
  rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

/** The whole state of one imitation server. */
export class Db implements Tables {
  readonly organizations: Tables['organizations'] = new Table(indexes.organizations)
  readonly users: Tables['users'] = new Table(indexes.users)
  readonly members: Tables['members'] = new Table(indexes.members)
  readonly groups: Tables['groups'] = new Table(indexes.groups)
  readonly collections: Tables['collections'] = new Table(indexes.collections)
  readonly policies: Tables['policies'] = new Table(indexes.policies)
  readonly projects: Tables['projects'] = new Table(indexes.projects)
  readonly secrets: Tables['secrets'] = new Table(indexes.secrets)
  readonly secretVersions: Tables['secretVersions'] = new Table(indexes.secretVersions)
  readonly serviceAccounts: Tables['serviceAccounts'] = new Table(indexes.serviceAccounts)
  readonly accessTokens: Tables['accessTokens'] = new Table(indexes.accessTokens)
  readonly accessPolicies: Tables['accessPolicies'] = new Table(indexes.accessPolicies)
  readonly events: Tables['events'] = new Table(indexes.events)
  readonly devices: Tables['devices'] = new Table(indexes.devices)
  readonly refreshTokens: Tables['refreshTokens'] = new Table(indexes.refreshTokens)
  readonly mails: Tables['mails'] = new Table(indexes.mails)

  sealer: Sealer | null
  private readonly options: DbOptions
  private readonly time: StampClock
  private metaValue: DbMeta
  private metaChanged = false
  /** Events of one organization by date, newest last; kept until an event is written out of order. */
  private eventOrder = new Map<Id, EventRow[]>()

  constructor(seed: SeedTables = {}, options: DbOptions = {}) {
    this.options = options
    this.sealer = options.sealer ?? null
    this.metaValue = { seed: '', selfHosted: true, clockOffset: 0, ...options.meta }
    this.time = new StampClock(options.clock ?? Date.now, this.metaValue.clockOffset)
    for (const name of tableNames) this.load(name, seed[name])
  }

  get meta(): Readonly<DbMeta> {
    return this.metaValue
  }

  setMeta(change: Partial<DbMeta>): void {
    this.metaValue = { ...this.metaValue, ...change }
    this.metaChanged = true
    this.time.setOffset(this.metaValue.clockOffset)
  }

  /** Sets this database's clock; it then runs on from there. `null` returns to the real time. */
  setNow(now: Date | null): void {
    const real = (this.options.clock ?? Date.now)()
    this.setMeta({ clockOffset: now ? now.getTime() - real : 0 })
  }

  /** Milliseconds of this database's clock. */
  nowMs(): number {
    return this.time.now()
  }

  /** Now, with seven fraction digits, later than every stamp before. */
  stamp(): Stamp {
    return this.time.stamp()
  }

  random(length: number): Uint8Array<ArrayBuffer> {
    return (this.options.random ?? secureRandom)(length)
  }

  /** A fresh RFC 4122 id, version 4, lower case. */
  newId(): Id {
    const bytes = this.random(16)
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }

  /** Appends to the event log. */
  addEvent(row: EventRow): void {
    this.events.put(row)
    const order = row.organizationId === null ? undefined : this.eventOrder.get(row.organizationId)
    const last = order?.at(-1)
    if (order && (!last || last.date <= row.date)) order.push(row)
    else if (row.organizationId !== null) this.eventOrder.delete(row.organizationId)
  }

  /** Events of an organization, oldest first. Not to be changed by the caller. */
  eventsOf(organizationId: Id): readonly EventRow[] {
    let order = this.eventOrder.get(organizationId)
    if (!order || order.length !== this.events.count('organizationId', organizationId)) {
      order = byDate(this.events.where('organizationId', organizationId))
      this.eventOrder.set(organizationId, order)
    }
    return order
  }

  /** Events that a person has outside all organizations, oldest first. */
  ownEventsOf(userId: Id): readonly EventRow[] {
    return byDate(this.events.where('ownerId', userId))
  }

  /** The rows with their ciphertexts in place. Every answer that shows a secret's texts takes its rows from here. */
  async sealed(rows: readonly SecretRow[], want: 'name' | 'all'): Promise<readonly SecretRow[]> {
    if (!this.sealer) return rows
    const open = rows.filter((row) => isUnsealed(row, want))
    if (open.length === 0) return rows
    const made = new Map((await this.sealer(open, want)).map((row) => [row.id, row]))
    // A row may have been changed while it was being sealed; only the untouched ones are filled in.
    this.secrets.fill(
      open.filter((row) => this.secrets.get(row.id) === row).map((row) => made.get(row.id) ?? row),
    )
    return rows.map((row) => made.get(row.id) ?? row)
  }

  /** What was written since the last call. Seeds and clones start clean: a host stores their `export()` first. */
  takeChanges(): DbChanges {
    const tables: Record<string, { put: unknown[]; deleted: Id[] }> = {}
    for (const name of tableNames) {
      const ids = [...this[name].takeDirty()]
      if (ids.length === 0) continue
      const put = ids.map((id) => this[name].get(id)).filter((row) => row !== undefined)
      tables[name] = { put, deleted: ids.filter((id) => !this[name].get(id)) }
    }
    const meta = this.metaChanged ? this.metaValue : null
    this.metaChanged = false
    return { tables, meta }
  }

  /** A second, independent database. `options` override what the first was made with. */
  clone(options: DbOptions = {}): Db {
    const meta = { ...this.metaValue, ...options.meta }
    const copy = new Db({}, { ...this.options, sealer: this.sealer, ...options, meta })
    const writable = copy as unknown as Record<TableName, unknown>
    for (const name of tableNames) writable[name] = this[name].clone()
    copy.eventOrder = new Map([...this.eventOrder].map(([id, order]) => [id, order.slice()]))
    copy.time.continueAfter(this.time)
    return copy
  }

  export(): DbExport {
    const tables: Record<string, unknown> = {}
    for (const name of tableNames) tables[name] = this[name].all()
    return { format: 1, meta: this.metaValue, tables: tables as DbExport['tables'] }
  }

  static import(data: DbExport, options: DbOptions = {}): Db {
    return new Db(data.tables, { ...options, meta: { ...data.meta, ...options.meta } })
  }

  private load<T extends TableName>(name: T, rows: readonly TableRows[T][] | undefined): void {
    const table = this[name] as unknown as Table<TableRows[T]>
    for (const row of rows ?? []) table.put(row)
    table.takeDirty()
  }
}
