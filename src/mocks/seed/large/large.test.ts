import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decryptText, importSymmetricKey } from '#/crypto/symmetric-key'
import { fromBase64 } from '#/lib/bytes'
import { Db } from '#/mocks/store/db'
import { organizationKeys } from '#/mocks/seed/keys'
import { largeId, largeIndex } from './ids'
import { seedLarge } from './large'
import { secretName } from './names'
import { largeSealer } from './sealer'

const now = new Date('2026-08-27T14:32:00Z')
const sizes = { now, secrets: 1_200, members: 60, events: 400 }

const keyOfLarge = async () => {
  const bytes = fromBase64(organizationKeys('large').key)
  if (!bytes) throw new Error('no key')
  return importSymmetricKey(bytes)
}

describe('the large seed', () => {
  it('has the sizes asked for, and the same rows each time', async () => {
    const tables = await seedLarge(sizes)
    expect(tables.secrets?.length).toBe(1_200)
    expect(tables.members?.length).toBe(60)
    expect(tables.events?.length).toBe(400)
    expect(JSON.stringify(await seedLarge(sizes))).toBe(JSON.stringify(tables))
  })

  it('points only at what exists', async () => {
    const db = new Db(await seedLarge(sizes))
    expect(db.secrets.all().every(({ projectId }) => db.projects.get(projectId))).toBe(true)
    expect(db.accessPolicies.all().every(({ targetId }) => db.projects.get(targetId))).toBe(true)
    const told = db.events.all().filter(({ secretId }) => secretId !== undefined)
    expect(told.length).toBeGreaterThan(0)
    expect(told.every(({ secretId }) => db.secrets.get(secretId))).toBe(true)
    for (const { email } of db.users.all()) expect(db.users.where('email', email).length).toBe(1)
  })

  it('seals each text when it is asked for, to one and the same ciphertext', async () => {
    const tables = await seedLarge(sizes)
    const db = new Db(tables, { sealer: await largeSealer() })
    const key = await keyOfLarge()
    const rows = db.secrets.all().filter((_, index) => index % 97 === 0)
    const [named, whole, again] = [
      await db.sealed(rows, 'name'),
      await db.sealed(rows, 'all'),
      await (await largeSealer())(rows.toReversed(), 'all'),
    ]
    expect(again.toReversed()).toEqual(whole)
    expect(whole.map((row) => row.key)).toEqual(named.map((row) => row.key))
    for (const [index, row] of whole.entries()) {
      expect(await decryptText(key, row.key)).toBe(secretName(index * 97))
      expect(await decryptText(key, row.value)).toMatch(/^demo_\w{32}$/)
      expect(await decryptText(key, row.note)).toBe('')
    }
  })

  it('leaves rows of others alone', async () => {
    const [row] = (await seedLarge({ ...sizes, secrets: 1 })).secrets ?? []
    if (!row) throw new Error('no row')
    const foreign = { ...row, id: '7ad1f0de-1b2c-4f0a-9c3d-0123456789ab', key: 'a', value: 'b', note: 'c' }
    const seal = await largeSealer()
    expect(await seal([foreign], 'all')).toEqual([foreign])
    const edited = { ...row, key: 'new name', value: 'new value' }
    const [sealed] = await seal([edited], 'all')
    expect(sealed).toMatchObject({ key: 'new name', value: 'new value' })
  })

  it('numbers its rows by ids that can be read back', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), (index) => {
        const id = largeId('secret', index)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(largeIndex('secret', id)).toBe(index)
        expect(largeIndex('project', id)).toBeNull()
      }),
    )
  })
})
