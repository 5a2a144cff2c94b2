import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Store } from '#/mocks/control/databases'
import { FileStore } from './node-store'
import { testServer } from '#/mocks/testing/test-server'
import { WorkerStore } from './worker-store'

const folders: string[] = []
const opened: FileStore[] = []
let count = 0
afterEach(() => {
  // What is still to be written would look for its folder.
  for (const store of opened.splice(0)) store.flush()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Opens the same place twice: the second is what a restart finds. */
function fileStores(): () => Store {
  const folder = mkdtempSync(join(tmpdir(), 'mock-store-'))
  folders.push(folder)
  const path = join(folder, 'data.json')
  let last: FileStore | undefined
  return () => {
    last?.flush()
    last = new FileStore(path)
    opened.push(last)
    return last
  }
}

function workerStores(): () => Store {
  const name = `store-${(count += 1)}`
  return () => new WorkerStore(name)
}

describe.each([
  ['a file', fileStores],
  ['IndexedDB', workerStores],
])('databases kept in %s', (_, place) => {
  test('of an older version are taken over: what it did not know is as at first', async () => {
    const open = place()
    const before = await testServer({ store: open() })
    await before.server.databases.settled()
    const { data, state } = (await open().load(before.database.name)) ?? {}
    if (!data || !state) throw new Error('Nothing was kept.')
    const { mails: _mails, ...tables } = data.tables
    const { wrongPasswordDelay: _delay, ...switches } = state.switches
    const older = { ...state, switches: { ...switches, tokenLifetime: 77 } } as typeof state
    const renamed = { ...tables, mails: [], vanished: [] } as typeof data.tables
    await open().replace(before.database.name, { ...data, tables: renamed }, older)

    const after = await testServer({ store: open() })
    expect(after.database.state.switches).toEqual({ ...state.switches, tokenLifetime: 77 })
    const { body } = await after.signIn()
    await after.call('POST', '/api/accounts/request-otp', String(body.access_token))
    await after.server.databases.settled()
    expect((await open().load(before.database.name))?.data.tables.mails).toHaveLength(1)
  })

  test('come back after a restart, with rows changed and deleted, switches, faults and clock', async () => {
    const open = place()
    const before = await testServer({ store: open() })
    const { body } = await before.signIn()
    await before.call('POST', '/api/accounts/request-otp', String(body.access_token))
    await before.call('DELETE', '/__mock/mailbox')
    await before.call('PUT', '/__mock/switches', undefined, { tokenLifetime: 77 })
    await before.call('POST', '/__mock/faults', undefined, { fault: 'slow', match: 'secretGet' })
    await before.server.databases.settled()

    const after = await testServer({ store: open() })
    expect(after.database.state).toEqual(before.database.state)
    expect(after.db.meta).toEqual(before.db.meta)
    expect(after.db.mails.all()).toEqual([])
    expect(after.db.events.all()).toHaveLength(before.db.events.all().length)
    const form = { grant_type: 'refresh_token', client_id: 'web', refresh_token: String(body.refresh_token) }
    expect((await after.postForm(form)).status).toBe(200)
    expect((await after.call('GET', '/api/accounts/profile', String(body.access_token))).status).toBe(200)
  })

  test('a reset is kept too', async () => {
    const open = place()
    const before = await testServer({ store: open() })
    await before.signIn()
    await before.call('POST', '/__mock/reset')
    await before.server.databases.settled()
    const after = await testServer({ store: open() })
    expect(after.db.events.all()).toEqual([])
  })
})

test('a request that changes nothing writes nothing', async () => {
  const store = new WorkerStore(`store-${(count += 1)}`)
  const save = vi.spyOn(store, 'save')
  const mock = await testServer({ store })
  await mock.call('GET', '/api/config')
  expect(save).not.toHaveBeenCalled()
  await mock.signIn()
  expect(save).toHaveBeenCalledOnce()
})
