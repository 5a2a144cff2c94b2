import { beforeAll, describe, expect, test } from 'vitest'
import { ServerError } from '#/mocks/handler'
import type { Caller, Claims } from '#/mocks/handler'
import { handlers } from '#/mocks/handler-table'
import { personas } from '#/mocks/seed/personas'
import { idFor } from '#/mocks/seed/random'
import { seeds } from '#/mocks/seed/seeds'
import { Db } from '#/mocks/store/db'
import type { MemberRow } from '#/mocks/store/tables'
import { TestServer } from '#/mocks/testing/harness'
import { AccessMap } from './access-map'
import { READ } from './facts'
import type { AccessFacts } from './facts'

// Everybody who can sign in to the demo: what the lists of the imitation server hold for them, and what the rules of
// this folder say of them, from all grants as an owner reads them.

const HARBOURLINE = idFor('organization/harbourline')
const server = new TestServer()
let db: Db
let map: AccessMap

const roles = { 0: 'owner', 1: 'admin', 2: 'user', 4: 'custom' } as const

function factsOf(): AccessFacts {
  const inOrganization = ({ organizationId }: { organizationId: string }) => organizationId === HARBOURLINE
  const projects = db.projects.all().filter(inOrganization)
  const secrets = db.secrets.all().filter((row) => inOrganization(row) && row.deletedDate === null)
  const at = new Map(projects.map(({ id }, i) => [id, i]))
  return {
    people: db.members
      .all()
      .filter(inOrganization)
      .map(({ id, type, status, accessSecretsManager }) => ({
        id,
        role: roles[type],
        isActive: status === 2 && accessSecretsManager,
      })),
    groups: db.groups
      .all()
      .filter(inOrganization)
      .map(({ id, memberIds }) => ({ id, members: memberIds, isWhole: true })),
    machines: db.serviceAccounts
      .all()
      .filter(inOrganization)
      .map(({ id }) => ({ id, tokens: null })),
    projects: projects.map(({ id }) => id),
    secrets: {
      ids: secrets.map(({ id }) => id),
      project: Int32Array.from(secrets, ({ projectId }) => at.get(projectId ?? '') ?? -1),
    },
    grants: db.accessPolicies.all().map(({ granteeId, targetId, read, write }) => ({
      grantee: granteeId,
      target: targetId,
      right: (read ? 1 : 0) | (write ? 2 : 0),
    })),
    told: [],
    unknown: new Map(),
    secretsRead: 'all',
  }
}

/** Ids in a list as the server gives it to somebody; a refusal is an empty list here. */
async function listed(
  caller: Caller,
  name: 'secretList' | 'projectList' | 'machineAccountList',
): Promise<string[]> {
  const request = new Request('http://mock.test/')
  const given = {
    params: { organizationId: HARBOURLINE },
    body: undefined,
    query: new URLSearchParams(),
    request,
  }
  const context = { ...server.context(caller, {}, undefined, ''), ...given, db, now: () => db.stamp() }
  try {
    const answer = await handlers[name](context)
    const body = (answer instanceof Response ? await answer.json() : answer.body) as {
      data?: { id: string }[]
      secrets?: { id: string }[]
    }
    return (body.secrets ?? body.data ?? []).map(({ id }) => id).toSorted()
  } catch (error) {
    if (error instanceof ServerError) return []
    throw error
  }
}

const reaches = (who: string, targets: readonly string[]): string[] =>
  targets.filter((target) => map.right(who, target) & READ).toSorted()

beforeAll(async () => {
  db = new Db(await seeds.demo({ now: new Date('2026-09-16T10:30:00Z') }))
  map = new AccessMap(factsOf())
})

const memberOf = (email: string): MemberRow | undefined => {
  const [user] = db.users.where('email', email)
  return db.members
    .where('userId', user?.id ?? '')
    .find(({ organizationId }) => organizationId === HARBOURLINE)
}

describe('everybody of the demo sees exactly their truth', () => {
  test.each(personas)('$name', async ({ email }) => {
    const member = memberOf(email)
    // Claims come with a fresh token, and only for a confirmed membership.
    const outsider: Caller = {
      kind: 'user',
      claims: { client_id: 'web', scope: ['api'] } as Claims,
      clientId: 'web',
    }
    const caller = member?.status === 2 ? server.person(member) : outsider
    const { secrets, projects, machines } = map.facts
    expect(await listed(caller, 'secretList')).toEqual(reaches(member?.id ?? '', secrets.ids))
    expect(await listed(caller, 'projectList')).toEqual(reaches(member?.id ?? '', projects))
    expect(await listed(caller, 'machineAccountList')).toEqual(
      reaches(
        member?.id ?? '',
        machines.map(({ id }) => id),
      ),
    )
  })

  test('which is everything for an owner, and a part for a reader', () => {
    const { secrets } = map.facts
    const seenBy = (name: string) =>
      reaches(memberOf(`${name}@harbourline.example`)?.id ?? '', secrets.ids).length
    expect(seenBy('mara.lindqvist')).toBe(secrets.ids.length)
    expect(seenBy('aiko.senda')).toBeGreaterThan(20)
    expect(seenBy('aiko.senda')).toBeLessThan(secrets.ids.length)
    expect(seenBy('kwame.osei')).toBe(0)
  })

  test('and every machine account', async () => {
    for (const account of db.serviceAccounts
      .all()
      .filter(({ organizationId }) => organizationId === HARBOURLINE)) {
      const seen = await listed(server.machine(account), 'secretList')
      expect(seen, account.id).toEqual(reaches(account.id, map.facts.secrets.ids))
    }
  })
})
