import { describe, expect, it } from 'vitest'
import { Db } from './db'
import type { DbExport } from './db'
import { stampOf, toWireDate } from './stamp'
import type { EventRow, SecretRow } from './tables'

const date = '2026-01-01T00:00:00.0000000Z'

const secret = (id: string, change: Partial<SecretRow> = {}): SecretRow => ({
  id,
  organizationId: 'o',
  projectId: null,
  key: 'k',
  value: 'v',
  note: 'n',
  creationDate: date,
  revisionDate: date,
  deletedDate: null,
  ...change,
})

const event = (id: string, at: string): EventRow => ({ id, date: at, type: 2100, organizationId: 'o' })

const names = (rows: readonly { id: string }[]) => rows.map((row) => row.id)

describe('tables', () => {
  it('keeps indexes true over put, change and delete', () => {
    const db = new Db({ secrets: [secret('a', { projectId: 'p' }), secret('b')] })
    expect(names(db.secrets.where('projectId', 'p'))).toEqual(['a'])
    db.secrets.update('b', { projectId: 'p' })
    db.secrets.update('a', { projectId: 'q' })
    db.secrets.put(secret('c', { projectId: 'p' }))
    expect(names(db.secrets.where('projectId', 'p'))).toEqual(['b', 'c'])
    db.secrets.delete('b')
    expect(names(db.secrets.where('projectId', 'p'))).toEqual(['c'])
    expect(names(db.secrets.where('organizationId', 'o'))).toEqual(['a', 'c'])
  })

  it('files a row under each of its many keys', () => {
    const group = {
      id: 'g',
      organizationId: 'o',
      name: 'G',
      externalId: null,
      creationDate: date,
      revisionDate: date,
    }
    const db = new Db({ groups: [{ ...group, memberIds: ['m', 'n'] }] })
    expect(names(db.groups.where('memberId', 'n'))).toEqual(['g'])
    db.groups.update('g', { memberIds: ['m'] })
    expect(db.groups.where('memberId', 'n')).toEqual([])
    expect(names(db.groups.where('memberId', 'm'))).toEqual(['g'])
  })

  it('clones without either copy seeing the other change', () => {
    const db = new Db({ secrets: [secret('a', { projectId: 'p' }), secret('b', { projectId: 'p' })] })
    expect(db.secrets.where('projectId', 'p')).toHaveLength(2)
    const copy = db.clone()
    const second = db.clone()
    copy.secrets.update('a', { projectId: 'q' })
    db.secrets.delete('b')
    expect(names(copy.secrets.where('projectId', 'p'))).toEqual(['b'])
    expect(names(copy.secrets.where('projectId', 'q'))).toEqual(['a'])
    expect(names(db.secrets.where('projectId', 'p'))).toEqual(['a'])
    expect(names(second.secrets.where('projectId', 'p'))).toEqual(['a', 'b'])
  })

  it('tells what was written since the last question', () => {
    const db = new Db({ secrets: [secret('a'), secret('b')] })
    expect(db.takeChanges()).toEqual({ tables: {}, meta: null })
    db.secrets.update('a', { key: 'k2' })
    db.secrets.delete('b')
    const changes = db.takeChanges()
    expect(changes.tables.secrets?.put.map((row) => row.key)).toEqual(['k2'])
    expect(changes.tables.secrets?.deleted).toEqual(['b'])
    expect(db.takeChanges().tables).toEqual({})
  })

  it('survives export and import', () => {
    const db = new Db({ secrets: [secret('a')] }, { meta: { seed: 'demo' } })
    const again = Db.import(JSON.parse(JSON.stringify(db.export())) as DbExport)
    expect(again.export()).toEqual(db.export())
    expect(again.meta.seed).toBe('demo')
  })
})

describe('clock', () => {
  it('gives later stamps while the real time stands still', () => {
    const db = new Db({}, { clock: () => Date.parse('2026-03-01T10:00:00Z') })
    const stamps = Array.from({ length: 10_002 }, () => db.stamp())
    expect(stamps[0]).toBe('2026-03-01T10:00:00.0000000Z')
    expect(stamps[1]).toBe('2026-03-01T10:00:00.0000001Z')
    expect(stamps[10_001]).toBe('2026-03-01T10:00:00.0010001Z')
    expect(new Set(stamps).size).toBe(stamps.length)
    expect(stamps.toSorted()).toEqual(stamps)
  })

  it('runs on from the moment set', () => {
    let real = 1_000
    const db = new Db({}, { clock: () => real })
    db.setNow(new Date('2030-01-01T00:00:00Z'))
    real += 5_000
    expect(db.stamp()).toBe('2030-01-01T00:00:05.0000000Z')
    expect(db.takeChanges().meta?.clockOffset).toBeGreaterThan(0)
    db.setNow(null)
    expect(db.nowMs()).toBe(6_000)
  })

  it('drops trailing zeros on the wire', () => {
    expect(toWireDate(stampOf(Date.parse('2026-03-01T10:00:00.120Z'), 0))).toBe('2026-03-01T10:00:00.12Z')
    expect(toWireDate(stampOf(Date.parse('2026-03-01T10:00:10Z'), 0))).toBe('2026-03-01T10:00:10Z')
    expect(toWireDate(stampOf(Date.parse('2026-03-01T10:00:10Z'), 1))).toBe('2026-03-01T10:00:10.0000001Z')
  })
})

describe('ids', () => {
  it('makes RFC 4122 version 4, lower case', () => {
    const db = new Db({}, { random: (length) => new Uint8Array(length).fill(0xff) })
    expect(db.newId()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
  })
})

describe('events', () => {
  it('stand in order of date, whatever the order of writing', () => {
    const at = (second: number) => `2026-01-01T00:00:0${second}.0000000Z`
    const db = new Db({ events: [event('b', at(2)), event('a', at(1))] })
    expect(names(db.eventsOf('o'))).toEqual(['a', 'b'])
    db.addEvent(event('d', at(4)))
    db.addEvent(event('c', at(3)))
    const copy = db.clone()
    copy.addEvent(event('e', at(5)))
    expect(names(copy.eventsOf('o'))).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(names(db.eventsOf('o'))).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('lazily sealed secrets', () => {
  it('are computed once, leave no trace in the changes and never undo a change', async () => {
    let asked = 0
    const db = new Db({ secrets: [secret('a', { key: '', value: '' }), secret('b')] })
    db.sealer = async (rows, want) => {
      asked += rows.length
      if (want === 'name') db.secrets.update('a', { note: 'changed meanwhile' })
      return rows.map((row) => ({
        ...row,
        key: `sealed ${row.id}`,
        ...(want === 'all' ? { value: 'sealed' } : {}),
      }))
    }
    const [first, second] = await db.sealed(db.secrets.all(), 'name')
    expect([first?.key, second?.key]).toEqual(['sealed a', 'k'])
    expect(db.secrets.get('a')?.note).toBe('changed meanwhile')
    await db.sealed(db.secrets.all(), 'all')
    await db.sealed(db.secrets.all(), 'all')
    expect(asked).toBe(2)
    expect(db.secrets.get('a')).toMatchObject({ key: 'sealed a', value: 'sealed', note: 'changed meanwhile' })
  })
})
