import { Db } from '#/mocks/store/db'
import type { DbChanges, DbExport, DbMeta, SeedTables, Sealer } from '#/mocks/store/db'
import type { Fault } from './faults'
import { defaultSwitches } from '#/mocks/switches'
import type { Switches } from '#/mocks/switches'

export interface SeedRequest {
  seed: string
  /** ISO 8601; the real time without it. */
  now?: string
  secrets?: number
  members?: number
  events?: number
}

/** What a database remembers besides rows. Plain JSON, stored with the rows. */
export interface DatabaseState {
  seeded: SeedRequest
  switches: Switches
  faults: Fault[]
}

export interface LogEntry {
  time: string
  method: string
  /** Path and query as sent. Bodies and headers are never kept. */
  path: string
  endpoint: string | null
  status: number
  ms: number
}

export interface MockDatabase {
  name: string
  db: Db
  /** Replaced, never changed in place: the store takes a new object for a new state. */
  state: DatabaseState
  log: LogEntry[]
  cspReports: unknown[]
  /** Ends the waiting of answers that a fault makes slow. */
  waiting: Set<() => void>
}

/** Where databases outlive the process; without one they live in memory. */
export interface Store {
  load(name: string): Promise<{ data: DbExport; state: DatabaseState } | null>
  replace(name: string, data: DbExport, state: DatabaseState): Promise<void>
  save(name: string, changes: DbChanges, meta: DbMeta, state: DatabaseState): Promise<void>
}

export interface DatabasesOptions {
  /** Makes the rows of a seed; called once for each different request. */
  makeSeed: (request: SeedRequest & { at: Date }) => Promise<SeedTables>
  /** Seals the rows that a seed left open, if it leaves any. */
  sealerOf: (seed: string) => Promise<Sealer | null>
  seed: SeedRequest
  switches?: Partial<Switches>
  store?: Store
  random?: (length: number) => Uint8Array<ArrayBuffer>
}

const saved = new WeakMap<MockDatabase, DatabaseState>()

function wrap(name: string, db: Db, state: DatabaseState): MockDatabase {
  const database: MockDatabase = { name, db, state, log: [], cspReports: [], waiting: new Set() }
  saved.set(database, state)
  return database
}

/**
 * The databases of one mock. Each is made when it is first asked for, as a copy of the seed: the seed is made once,
 * and a copy shares its rows, so that a database for each test costs next to nothing.
 */
export class Databases {
  private readonly options: DatabasesOptions
  private readonly open = new Map<string, Promise<MockDatabase>>()
  private readonly pristine = new Map<string, Promise<Db>>()
  private writing: Promise<void> = Promise.resolve()

  constructor(options: DatabasesOptions) {
    this.options = options
  }

  get defaultSeed(): string {
    return this.options.seed.seed
  }

  names(): string[] {
    return [...this.open.keys()]
  }

  get(name: string): Promise<MockDatabase> {
    let database = this.open.get(name)
    if (!database) {
      database = this.load(name)
      this.open.set(name, database)
      database.catch(() => this.open.delete(name))
    }
    return database
  }

  /** Makes the database anew from a seed; a database of that name is replaced. */
  create(name: string, request = this.options.seed, switches: Partial<Switches> = {}): Promise<MockDatabase> {
    const made = this.make(name, request, switches)
    this.open.set(name, made)
    return made
  }

  async import(name: string, data: DbExport): Promise<MockDatabase> {
    const { state } = await this.get(name)
    const db = Db.import(data, { sealer: await this.options.sealerOf(state.seeded.seed) })
    const database = wrap(name, db, state)
    await this.store((store) => store.replace(name, db.export(), state))
    this.open.set(name, Promise.resolve(database))
    return database
  }

  delete(name: string): void {
    this.open.delete(name)
  }

  /** Hands what a request changed to the store. */
  async save(database: MockDatabase): Promise<void> {
    if (!this.options.store) return
    const changes = database.db.takeChanges()
    const isSame =
      Object.keys(changes.tables).length === 0 && !changes.meta && saved.get(database) === database.state
    if (isSame) return
    saved.set(database, database.state)
    await this.store((store) => store.save(database.name, changes, database.db.meta, database.state))
  }

  /** Resolves when all that was handed to the store is written. */
  settled(): Promise<void> {
    return this.writing
  }

  // One write after the other: what a request changed must not overtake the copy of the seed it stands on.
  private store(write: (store: Store) => Promise<void>): Promise<void> {
    const { store } = this.options
    if (!store) return Promise.resolve()
    const written = this.writing.then(() => write(store))
    this.writing = written.catch(() => undefined)
    return written
  }

  private async load(name: string): Promise<MockDatabase> {
    const stored = await this.options.store?.load(name)
    if (!stored) return this.make(name, this.options.seed, {})
    const sealer = await this.options.sealerOf(stored.state.seeded.seed)
    // An older version knew fewer switches; a table that it did not know is empty.
    const switches = { ...defaultSwitches, ...stored.state.switches }
    return wrap(name, Db.import(stored.data, { sealer }), { ...stored.state, switches })
  }

  private async make(name: string, seeded: SeedRequest, switches: Partial<Switches>): Promise<MockDatabase> {
    const db = (await this.pristineOf(seeded)).clone()
    if (seeded.now !== undefined) db.setNow(new Date(seeded.now))
    const state = {
      seeded,
      switches: { ...defaultSwitches, ...this.options.switches, ...switches },
      faults: [],
    }
    const database = wrap(name, db, state)
    db.takeChanges()
    // Not awaited: a database that was not written whole is simply made again.
    void this.store((store) => store.replace(name, db.export(), state)).catch(() => undefined)
    return database
  }

  private pristineOf(request: SeedRequest): Promise<Db> {
    // Without a given moment the dates follow the real one; an hour is near enough.
    const at = request.now ?? Math.floor(Date.now() / 3_600_000)
    const key = JSON.stringify([request.seed, at, request.secrets, request.members, request.events])
    let made = this.pristine.get(key)
    if (!made) {
      made = this.seedDb(request)
      this.pristine.set(key, made)
      made.catch(() => this.pristine.delete(key))
    }
    return made
  }

  private async seedDb(request: SeedRequest): Promise<Db> {
    const at = request.now === undefined ? new Date() : new Date(request.now)
    const tables = await this.options.makeSeed({ ...request, at })
    const sealer = await this.options.sealerOf(request.seed)
    const { random } = this.options
    return new Db(tables, { meta: { seed: request.seed }, sealer, ...(random ? { random } : {}) })
  }
}
