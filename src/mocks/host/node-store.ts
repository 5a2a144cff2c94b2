import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { DatabaseState, Store } from '#/mocks/control/databases'
import type { DbChanges, DbExport, DbMeta } from '#/mocks/store/db'
import type { TableName } from '#/mocks/store/tables'

interface Kept {
  data: DbExport
  state: DatabaseState
}

const WRITE_DELAY_MS = 200

function applyChanges(data: DbExport, changes: DbChanges, meta: DbMeta): DbExport {
  const tables = { ...data.tables } as Record<TableName, { id: string }[] | undefined>
  for (const [name, { put, deleted }] of Object.entries(changes.tables)) {
    const rows = new Map((tables[name as TableName] ?? []).map((row) => [row.id, row]))
    for (const row of put) rows.set(row.id, row)
    for (const id of deleted) rows.delete(id)
    // A table that an older version did not keep begins here.
    tables[name as TableName] = [...rows.values()]
  }
  return { ...data, meta, tables: tables as unknown as DbExport['tables'] }
}

/**
 * Keeps all databases in one JSON file. Written a moment after a change, and by `flush`; through a second file, so
 * that a process that dies while writing leaves the old one whole.
 */
export class FileStore implements Store {
  private readonly path: string
  private readonly databases: Map<string, Kept>
  private timer: NodeJS.Timeout | undefined

  constructor(path: string) {
    this.path = path
    const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Kept>) : {}
    this.databases = new Map(Object.entries(kept))
  }

  load(name: string): Promise<Kept | null> {
    return Promise.resolve(this.databases.get(name) ?? null)
  }

  replace(name: string, data: DbExport, state: DatabaseState): Promise<void> {
    this.databases.set(name, { data, state })
    return this.schedule()
  }

  save(name: string, changes: DbChanges, meta: DbMeta, state: DatabaseState): Promise<void> {
    const kept = this.databases.get(name)
    if (kept) this.databases.set(name, { data: applyChanges(kept.data, changes, meta), state })
    return this.schedule()
  }

  flush(): void {
    if (!this.timer) return
    clearTimeout(this.timer)
    this.timer = undefined
    writeFileSync(`${this.path}.new`, JSON.stringify(Object.fromEntries(this.databases)), { mode: 0o600 })
    renameSync(`${this.path}.new`, this.path)
  }

  private schedule(): Promise<void> {
    this.timer ??= setTimeout(() => this.flush(), WRITE_DELAY_MS)
    return Promise.resolve()
  }
}
