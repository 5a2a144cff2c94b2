import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { DatabaseState, Store } from '#/mocks/control/databases'
import { tableNames } from '#/mocks/store/db'
import type { DbChanges, DbExport, DbMeta } from '#/mocks/store/db'
import type { TableName, TableRows } from '#/mocks/store/tables'

type Row = TableRows[TableName]
type RowKey = [database: string, table: TableName, id: string]

interface Schema extends DBSchema {
  databases: { key: string; value: { meta: DbMeta; state: DatabaseState } }
  rows: { key: RowKey; value: Row }
}

/** Raise it when the form of rows or of a seed changes: what is kept from before is dropped, and seeded anew. */
const VERSION = 1

const rangeOf = (name: string) => IDBKeyRange.bound([name], [name, []])

/** Keeps databases in IndexedDB, one row an entry, so that a request writes no more than it changed. */
export class WorkerStore implements Store {
  private readonly opened: Promise<IDBPDatabase<Schema>>

  constructor(name: string) {
    this.opened = openDB<Schema>(name, VERSION, {
      upgrade(database) {
        for (const store of database.objectStoreNames) database.deleteObjectStore(store)
        database.createObjectStore('databases')
        database.createObjectStore('rows')
      },
    })
  }

  async load(name: string): Promise<{ data: DbExport; state: DatabaseState } | null> {
    const transaction = (await this.opened).transaction(['databases', 'rows'])
    const rows = transaction.objectStore('rows')
    const [head, keys, values] = await Promise.all([
      transaction.objectStore('databases').get(name),
      rows.getAllKeys(rangeOf(name)),
      rows.getAll(rangeOf(name)),
    ])
    if (!head) return null
    const tables = Object.fromEntries(tableNames.map((table) => [table, [] as Row[]])) as Record<
      TableName,
      Row[]
    >
    for (const [index, key] of keys.entries()) {
      const row = values[index]
      // A table of another version of the mock is left alone.
      if (row) (tables[key[1]] as Row[] | undefined)?.push(row)
    }
    return { data: { format: 1, meta: head.meta, tables: tables as DbExport['tables'] }, state: head.state }
  }

  async replace(name: string, data: DbExport, state: DatabaseState): Promise<void> {
    const transaction = (await this.opened).transaction(['databases', 'rows'], 'readwrite')
    const rows = transaction.objectStore('rows')
    void rows.delete(rangeOf(name))
    for (const table of tableNames) {
      for (const row of data.tables[table]) void rows.put(row, [name, table, row.id])
    }
    void transaction.objectStore('databases').put({ meta: data.meta, state }, name)
    await transaction.done
  }

  async save(name: string, changes: DbChanges, meta: DbMeta, state: DatabaseState): Promise<void> {
    const transaction = (await this.opened).transaction(['databases', 'rows'], 'readwrite')
    const rows = transaction.objectStore('rows')
    for (const table of tableNames) {
      const changed = changes.tables[table]
      for (const row of changed?.put ?? []) void rows.put(row, [name, table, row.id])
      for (const id of changed?.deleted ?? []) void rows.delete([name, table, id])
    }
    void transaction.objectStore('databases').put({ meta, state }, name)
    await transaction.done
  }
}
