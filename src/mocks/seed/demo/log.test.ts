import { beforeAll, describe, expect, it } from 'vitest'
import { Db } from '#/mocks/store/db'
import { organizationId } from '#/mocks/seed/organizations'
import { userId } from '#/mocks/seed/people'
import type { EventRow, SecretRow } from '#/mocks/store/tables'
import { machineId } from './cast'
import { seedDemo } from './demo'

const now = new Date('2026-08-27T14:32:00Z')
const harbourline = organizationId('harbourline')
const windowStart = '2026-05-29T14:32:00.0000000Z'

let db: Db
let events: readonly EventRow[]
let secrets: readonly SecretRow[]
/** Events of each secret, oldest first. */
const bySecret = new Map<string, EventRow[]>()

beforeAll(async () => {
  db = new Db(await seedDemo({ now }))
  events = db.eventsOf(harbourline)
  secrets = db.secrets.where('organizationId', harbourline)
  for (const event of events) {
    if (event.secretId) bySecret.set(event.secretId, [...(bySecret.get(event.secretId) ?? []), event])
  }
})

const ms = (stamp: string) => Date.parse(stamp)
const isNear = (event: EventRow, stamp: string) => Math.abs(ms(event.date) - ms(stamp)) <= 20
const goneUser = () => userId('leaver')
const goneMachine = () => machineId('legacy-rotator')

/** Who acted in a row about a secret, as a version row would name them. */
function editorOf(event: EventRow): string | null {
  if (event.serviceAccountId) return db.serviceAccounts.get(event.serviceAccountId)?.id ?? null
  const member = db.members.where('userId', event.userId).find((row) => row.organizationId === harbourline)
  return member?.id ?? null
}

describe('the log of the demo agrees with its data', () => {
  it('names only secrets that exist or were destroyed in the log', () => {
    const destroyed = new Set(events.filter(({ type }) => type === 2104).map(({ secretId }) => secretId))
    expect(destroyed.size).toBe(2)
    for (const id of bySecret.keys()) expect(db.secrets.get(id) !== undefined || destroyed.has(id)).toBe(true)
    for (const id of destroyed) expect(db.secrets.get(id)).toBeUndefined()
  })

  it('names only people and machine accounts that exist or have left', () => {
    for (const event of events.filter(({ type }) => type >= 2100 && type < 2200)) {
      const knownUser =
        event.userId !== undefined && (event.userId === goneUser() || db.users.get(event.userId))
      const machine = event.serviceAccountId
      const knownMachine =
        machine !== undefined && (machine === goneMachine() || db.serviceAccounts.get(machine))
      expect(Boolean(knownUser) !== Boolean(knownMachine)).toBe(true)
      expect(event.actingUserId).toBeUndefined()
    }
  })

  it('has the creation of every secret that was made within it', () => {
    for (const secret of secrets.filter(({ creationDate }) => creationDate >= windowStart)) {
      const created = bySecret.get(secret.id)?.filter(({ type }) => type === 2101) ?? []
      expect(created.length).toBe(1)
      expect(created.every((event) => isNear(event, secret.creationDate))).toBe(true)
    }
  })

  it('has an edit by the same editor for every version row, or the row came from a restore', () => {
    let restores = 0
    for (const version of db.secretVersions.all()) {
      if (version.versionDate < windowStart) continue
      const editor = version.editorServiceAccountId ?? version.editorOrganizationUserId
      const edit = bySecret
        .get(version.secretId)
        ?.find((event) => event.type === 2102 && isNear(event, version.versionDate))
      if (edit) expect(editorOf(edit)).toBe(editor)
      else restores += 1
    }
    expect(restores).toBeGreaterThan(3)
  })

  it('writes nothing of a secret before it existed or while it lay in the trash', () => {
    for (const secret of secrets) {
      const own = bySecret.get(secret.id) ?? []
      expect(own.every(({ date }) => date >= secret.creationDate)).toBe(true)
      const { deletedDate } = secret
      if (deletedDate) expect(own.filter(({ date }) => ms(date) > ms(deletedDate) + 20)).toEqual([])
    }
  })

  it('lets machine accounts read only what they are granted', () => {
    const reach = new Map<string, Set<string>>()
    for (const { granteeId, targetId } of db.accessPolicies.all()) {
      reach.set(granteeId, (reach.get(granteeId) ?? new Set()).add(targetId))
    }
    for (const { type, serviceAccountId, secretId } of events) {
      if (type !== 2100 || !serviceAccountId || serviceAccountId === goneMachine()) continue
      const secret = db.secrets.get(secretId)
      const targets = reach.get(serviceAccountId)
      expect(targets?.has(secretId ?? '') || targets?.has(secret?.projectId ?? '')).toBe(true)
    }
  })

  it('stands still at night and at weekends for people', () => {
    const byPeople = events.filter(({ type, userId: user }) => type === 2100 && user !== undefined)
    const atWeekend = byPeople.filter(({ date }) => [0, 6].includes(new Date(date).getUTCDay()))
    expect(atWeekend.length / byPeople.length).toBeLessThan(0.05)
  })

  it('tells lately of the organization’s API key, by acts on what exists or came and went through it', () => {
    const lately = new Date(now.getTime() - 30 * 86_400_000).toISOString()
    const acts = events.filter(
      (event) =>
        event.date >= lately &&
        (event.systemUser === 3 || (event.systemUser === undefined && event.actingUserId === undefined)) &&
        event.type < 1800 &&
        event.type >= 1300,
    )
    expect(acts.map(({ type }) => type)).toEqual([1504, 1401, 1500, 1504, 1503, 1401])
    expect(new Set(acts.map(({ ipAddress }) => ipAddress)).size).toBe(2)
    const passing = acts.find(({ type }) => type === 1500)?.organizationUserId
    for (const { type, systemUser, groupId, organizationUserId } of acts) {
      expect(systemUser).toBe(type === 1500 ? 3 : undefined)
      if (groupId) expect(db.groups.get(groupId)).toBeDefined()
      else if (organizationUserId !== passing) expect(db.members.get(organizationUserId ?? '')).toBeDefined()
    }
    const group = db.groups.get(acts.at(-1)?.groupId)
    expect(group?.revisionDate).toBe(acts.at(-1)?.date)
  })

  it('has rows that a console must not stumble over', () => {
    const has = (test: (event: EventRow) => boolean) => events.some(test)
    expect([1631, 2999].every((type) => has((event) => event.type === type))).toBe(true)
    expect([1, 2, 3, 5].every((system) => has(({ systemUser }) => systemUser === system))).toBe(true)
    expect(has(({ deviceType, ipAddress }) => deviceType === undefined && ipAddress === undefined)).toBe(true)
    expect(has(({ ipAddress }) => ipAddress?.includes(':') ?? false)).toBe(true)
    const dates = events.map(({ date }) => date)
    expect(new Set(dates).size).toBeLessThan(dates.length)
  })
})

describe('the histories of the demo', () => {
  it('keep at most ten rows, in order, none newer than the secret', () => {
    const counts = secrets.map((secret) => {
      const dates = db.secretVersions.where('secretId', secret.id).map(({ versionDate }) => versionDate)
      expect(dates).toEqual(dates.toSorted())
      expect(ms(dates.at(-1) ?? secret.creationDate)).toBeLessThanOrEqual(ms(secret.revisionDate) + 2)
      return dates.length
    })
    expect(Math.max(...counts)).toBe(10)
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(50)
  })

  it('end in the current value wherever the last row was an edit and nothing came after', () => {
    const last = secrets.flatMap((secret) => {
      const row = db.secretVersions.where('secretId', secret.id).at(-1)
      if (!row || row.versionDate < windowStart || secret.deletedDate) return []
      const own = bySecret.get(secret.id) ?? []
      const isEdit = own.some((event) => event.type === 2102 && isNear(event, row.versionDate))
      const isLast = Math.abs(ms(row.versionDate) - ms(secret.revisionDate)) <= 2
      return isEdit && isLast ? [row.value === secret.value] : []
    })
    expect(last.length).toBeGreaterThan(20)
    expect(last.every(Boolean)).toBe(true)
  })

  it('have editors of both kinds, and some who are gone', () => {
    const rows = db.secretVersions.all()
    expect(rows.some((row) => row.editorServiceAccountId !== null)).toBe(true)
    expect(rows.some((row) => row.editorOrganizationUserId !== null)).toBe(true)
    expect(
      rows.some((row) => row.editorOrganizationUserId === null && row.editorServiceAccountId === null),
    ).toBe(true)
    for (const row of rows) {
      if (row.editorOrganizationUserId) expect(db.members.get(row.editorOrganizationUserId)).toBeDefined()
      if (row.editorServiceAccountId) expect(db.serviceAccounts.get(row.editorServiceAccountId)).toBeDefined()
    }
  })
})

describe('the grants of the demo', () => {
  it('are of all eight kinds, name only what exists, each pair once', () => {
    const policies = db.accessPolicies.all()
    const kinds = new Set(policies.map(({ granteeKind, targetKind }) => `${granteeKind} ${targetKind}`))
    expect(kinds.size).toBe(8)
    const pairs = new Set(policies.map(({ granteeId, targetId }) => `${granteeId} ${targetId}`))
    expect(pairs.size).toBe(policies.length)
    for (const { granteeId, targetId } of policies) {
      expect(
        db.members.get(granteeId) ?? db.groups.get(granteeId) ?? db.serviceAccounts.get(granteeId),
      ).toBeDefined()
      expect(
        db.projects.get(targetId) ?? db.secrets.get(targetId) ?? db.serviceAccounts.get(targetId),
      ).toBeDefined()
    }
  })

  it('give people and groups both rights on a machine account, as the server demands', () => {
    const onMachines = db.accessPolicies.all().filter(({ targetKind }) => targetKind === 'serviceAccount')
    expect(onMachines.every(({ read, write }) => read && write)).toBe(true)
  })
})
