import { beforeAll, describe, expect, it } from 'vitest'
import { decryptTextBatch } from '#/crypto/decrypt-batch'
import { importSymmetricKey } from '#/crypto/symmetric-key'
import { fromBase64 } from '#/lib/bytes'
import type { SeedTables } from '#/mocks/store/db'
import type { OrganizationSlug } from '#/mocks/seed/accounts'
import { organizationKeys } from '#/mocks/seed/keys'
import { organizationId } from '#/mocks/seed/organizations'
import type { TableName, TableRows } from '#/mocks/store/tables'
import { seedDemo } from './demo'

const now = new Date('2026-08-27T14:32:00Z')
const RFC_4122 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/

let tables: SeedTables
const rows = <T extends TableName>(name: T, from = tables): readonly TableRows[T][] => from[name] ?? []
const of = (slug: OrganizationSlug) => organizationId(slug)
const inHarbourline = <R extends { organizationId: string | null }>(list: readonly R[]) =>
  list.filter((row) => row.organizationId === of('harbourline'))

beforeAll(async () => {
  tables = await seedDemo({ now })
})

async function keyOf(slug: OrganizationSlug) {
  const bytes = fromBase64(organizationKeys(slug).key)
  if (!bytes) throw new Error('no key')
  return importSymmetricKey(bytes)
}

/** Every text that an organization's key seals, with what it is. */
function sealedTexts(slug: OrganizationSlug): { what: string; text: string }[] {
  const own = <R extends { organizationId: string | null }>(list: readonly R[]) =>
    list.filter((row) => row.organizationId === of(slug))
  const secrets = own(rows('secrets'))
  const ids = new Set(secrets.map(({ id }) => id))
  const machines = own(rows('serviceAccounts'))
  const machineIds = new Set(machines.map(({ id }) => id))
  return [
    ...secrets.map(({ key }) => ({ what: 'secret name', text: key })),
    ...secrets.map(({ value }) => ({ what: 'secret value', text: value })),
    ...secrets.map(({ note }) => ({ what: 'secret note', text: note })),
    ...rows('secretVersions').flatMap(({ secretId, value }) =>
      ids.has(secretId) ? [{ what: 'version', text: value }] : [],
    ),
    ...own(rows('projects')).map(({ name }) => ({ what: 'project', text: name })),
    ...machines.map(({ name }) => ({ what: 'machine account', text: name })),
    ...own(rows('collections')).map(({ name }) => ({ what: 'collection', text: name })),
    ...rows('accessTokens').flatMap(({ serviceAccountId, name, key }) =>
      machineIds.has(serviceAccountId)
        ? [
            { what: 'token name', text: name },
            { what: 'token key', text: key },
          ]
        : [],
    ),
  ]
}

const open = async (slug: OrganizationSlug, texts: readonly { text: string }[]) =>
  decryptTextBatch(
    await keyOf(slug),
    texts.map(({ text }) => text),
  )

describe('the demo seed', () => {
  it('opens in every text but the two that are spoiled', async () => {
    const sealed = sealedTexts('harbourline')
    const { failures } = await open('harbourline', sealed)
    const spoiled = [...failures].map(([index, reason]) => [sealed[index]?.what, reason])
    expect(spoiled).toEqual([
      ['secret name', 'mac'],
      ['secret value', 'mac'],
    ])
    expect(sealed.length).toBeGreaterThan(1_000)
  })

  it('keeps the other organization apart by its key', async () => {
    const sealed = sealedTexts('tidewater')
    expect((await open('tidewater', sealed)).failures.size).toBe(0)
    expect((await open('harbourline', sealed)).failures.size).toBe(sealed.length)
  })

  it('never uses an IV twice, except where a ciphertext itself comes back', () => {
    const texts = new Set(sealedTexts('harbourline').map(({ text }) => text))
    expect(new Set([...texts].map((text) => text.slice(0, 26))).size).toBe(texts.size)
  })

  it('is the same, byte for byte, for the same now', async () => {
    expect(JSON.stringify(await seedDemo({ now }))).toBe(JSON.stringify(tables))
  })

  it.each(['2026-03-01T00:00:30Z', '2027-01-03T23:59:00Z', '2028-02-29T06:00:00Z'])(
    'can be made at %s',
    async (at) => {
      const made = await seedDemo({ now: new Date(at) })
      const last = rows('events', made).reduce((latest, { date }) => (date > latest ? date : latest), '')
      expect(rows('secrets', made).length).toBe(rows('secrets').length)
      expect(rows('events', made).length).toBeGreaterThan(5_000)
      expect(last <= at.replace('Z', '.0000000Z')).toBe(true)
      expect(rows('secrets', made).every(({ revisionDate }) => revisionDate < at)).toBe(true)
    },
  )

  it('has the numbers that the product promises', () => {
    const secrets = inHarbourline(rows('secrets'))
    expect(secrets.filter(({ deletedDate }) => deletedDate === null).length).toBe(240)
    expect(secrets.filter(({ deletedDate }) => deletedDate !== null).length).toBe(9)
    const counted = {
      projects: inHarbourline(rows('projects')).length,
      members: inHarbourline(rows('members')).length,
      groups: inHarbourline(rows('groups')).length,
      machines: inHarbourline(rows('serviceAccounts')).length,
      collections: inHarbourline(rows('collections')).length,
    }
    expect(counted).toEqual({ projects: 14, members: 18, groups: 5, machines: 14, collections: 6 })
    const events = inHarbourline(rows('events'))
    const lastDays = events.filter(({ date }) => date >= '2026-05-29T14:32')
    expect(lastDays.length).toBeGreaterThanOrEqual(5_000)
    // Acts are told from the beginning, so that whoever set an old value can be found.
    expect(events.some(({ type, date }) => type === 2101 && date < '2026-05-29T14:32')).toBe(true)
  })

  it('has ids and dates in the form of the server, each id once', () => {
    for (const [name, list] of Object.entries(tables) as [TableName, readonly { id: string }[]][]) {
      const ids = list.map(({ id }) => id)
      expect(new Set(ids).size, name).toBe(ids.length)
      expect(
        ids.filter((id) => !RFC_4122.test(id)),
        name,
      ).toEqual([])
      for (const row of list) {
        for (const [field, value] of Object.entries(row)) {
          if (/date$/i.test(field) && value !== null) expect(value, `${name}.${field}`).toMatch(STAMP)
        }
      }
    }
  })

  it('keeps to the limits of the server', () => {
    for (const secret of rows('secrets')) {
      expect(secret.key.length).toBeLessThanOrEqual(1_000)
      expect(secret.value.length).toBeLessThanOrEqual(35_000)
      expect(secret.note.length).toBeLessThanOrEqual(10_000)
    }
    for (const token of rows('accessTokens')) expect(token.name.length).toBeLessThanOrEqual(200)
  })
})

describe('what people paste, as it comes back', () => {
  const opened = async (field: 'key' | 'value') => {
    const secrets = inHarbourline(rows('secrets'))
    const batch = await open(
      'harbourline',
      secrets.map((secret) => ({ text: secret[field] })),
    )
    return secrets.map((_, index) => batch.text.slice(batch.offsets[index], batch.offsets[index + 1]))
  }

  it('has values of every kind', async () => {
    const values = await opened('value')
    const has = (pattern: RegExp) => values.some((value) => pattern.test(value))
    expect(has(/^-----BEGIN CERTIFICATE-----\n/)).toBe(true)
    expect(has(/^-----BEGIN PRIVATE KEY-----\n/)).toBe(true)
    expect(has(/^\{\n/)).toBe(true)
    expect(has(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)).toBe(true)
    expect(has(/^postgres:\/\//)).toBe(true)
    expect(has(/\r\n/)).toBe(true)
    expect(has(/[^\r]\n$/)).toBe(true)
    expect(has(/\p{Extended_Pictographic}/u)).toBe(true)
    expect(has(/[\u0590-\u06ff]/)).toBe(true)
    expect(has(/\u200b/)).toBe(true)
    expect(has(/^ .*\s$/)).toBe(true)
    expect(values).toContain('')
    expect(Math.max(...values.map(({ length }) => length))).toBe(25_000)
  })

  it('has a doubled name and one of 200 characters', async () => {
    const names = (await opened('key')).filter(Boolean)
    const doubled = names.filter((name, index) => names.indexOf(name) !== index)
    expect(doubled).toEqual(['PROD_PAYMENTS_SETTLEMENT_SFTP_KEY'])
    expect(Math.max(...names.map(({ length }) => length))).toBe(200)
  })
})
