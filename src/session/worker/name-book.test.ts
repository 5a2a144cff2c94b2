import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { importUserKey } from '#/crypto/master-key'
import type { SecretColumns } from '#/session/secret-columns'
import { listFormerNames, noted, notedSecrets, rememberNames } from './name-book'
import { countRememberedNames, rememberedNames } from './remembered-names'
import type { Context } from './vault'

const ORG = 'o'
const id = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`

function session(user: unknown, userId = 'u'): Context {
  return { vault: { account: { userId }, keys: { user } }, caches: new Map(), epoch: 1 } as unknown as Context
}

function columns(names: Record<number, string>): SecretColumns {
  const entries = Object.entries(names)
  let at = 0
  return {
    count: entries.length,
    ids: entries.map(([n]) => id(Number(n))).join(''),
    names: entries.map(([, name]) => name).join(''),
    offsets: Uint32Array.from([0, ...entries.map(([, name]) => (at += name.length))]),
    spoiled: new Uint8Array(entries.length),
  } as unknown as SecretColumns
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => vi.useRealTimers())

it('knows what went from a list in this session, and nothing that is still there', async () => {
  vi.useFakeTimers()
  const context = session(null)
  notedSecrets(context, ORG, columns({ 1: 'A', 2: 'B' }))
  noted(context, ORG, 'project', [{ id: 'p', name: { ok: true, text: 'Payments' } }])
  notedSecrets(context, ORG, columns({ 2: 'B' }))
  noted(context, ORG, 'project', [])
  vi.runAllTimers()
  expect(await listFormerNames(context, ORG)).toEqual([
    { kind: 'project', id: 'p', name: 'Payments' },
    { kind: 'secret', id: id(1), name: 'A' },
  ])
})

it('remembers sealed, only when that was switched on, and nothing after it was switched off', async () => {
  const key = await importUserKey(Uint8Array.from({ length: 64 }, (_, i) => i))
  const first = session(key)
  notedSecrets(first, ORG, columns({ 1: 'PROD_OLD' }))
  expect(await countRememberedNames(first, ORG)).toBeNull()
  await rememberNames(first, { organizationId: ORG, isOn: true })
  expect(await countRememberedNames(first, ORG)).toBe(1)

  const later = session(key)
  notedSecrets(later, ORG, columns({ 2: 'NEW' }))
  expect(await listFormerNames(later, ORG)).toEqual([{ kind: 'secret', id: id(1), name: 'PROD_OLD' }])
  const other = await importUserKey(Uint8Array.from({ length: 64 }, (_, i) => 64 - i))
  expect(await rememberedNames(session(other), ORG)).toEqual([])
  expect(await countRememberedNames(session(key, 'somebody else'), ORG)).toBeNull()

  await rememberNames(later, { organizationId: ORG, isOn: false })
  expect(await countRememberedNames(later, ORG)).toBeNull()
  expect(await rememberedNames(later, ORG)).toEqual([])
})
