import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ServerError } from '#/mocks/handler'
import { canReadMachineAccountPolicies, canReadProjectPolicies, rightsIn } from '#/mocks/rules'
import type { Rights } from '#/mocks/rules'
import { ORG, TestServer } from '#/mocks/testing/harness'
import type { Caller } from '#/mocks/handler'
import type { AccessTokenRow, MemberRow } from '#/mocks/store/tables'
import { AccessMap } from './access-map'
import { applyChanges } from './changes'
import type { AccessChange } from './changes'
import { compareAccess } from './compare'
import type { SecretCounts } from './compare'
import { MAYBE, READ, READ_WRITE, WRITE } from './facts'
import type { AccessFacts, Right } from './facts'
import { proofsOf } from './proof'

// The rules of this folder against those of the imitation server, which were written apart, on generated organizations.

const plan = fc.record({
  people: fc.array(
    fc.record({
      role: fc.constantFrom(
        'owner' as const,
        'admin' as const,
        'user' as const,
        'user' as const,
        'custom' as const,
      ),
      hasSm: fc.boolean(),
      status: fc.constantFrom(2 as const, 2 as const, 2 as const, 1 as const, -1 as const),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  groups: fc.array(fc.array(fc.nat(6), { maxLength: 4 }), { maxLength: 4 }),
  machines: fc.nat(4),
  projects: fc.nat(5),
  secrets: fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 12 }),
  grants: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('r' as const, 'rw' as const, 'w' as const)), {
    maxLength: 40,
  }),
})

type World = ReturnType<typeof build>

function build(wanted: typeof plan extends fc.Arbitrary<infer T> ? T : never) {
  const server = new TestServer()
  const people = wanted.people.map(({ role, hasSm, status }) =>
    server.addMember(role, { accessSecretsManager: hasSm, status }),
  )
  const groups = wanted.groups.map((members) =>
    server.addGroup([...new Set(members.flatMap((i) => people[i]?.id ?? []))]),
  )
  const machines = Array.from({ length: wanted.machines }, () => server.addMachine())
  machines.forEach(({ id: serviceAccountId }, i) => {
    // The first has one token, the second two, the third none.
    for (let n = 0; n < (i + 1) % 3; n += 1)
      server.db.accessTokens.put({ id: server.id('be'), serviceAccountId } as AccessTokenRow)
  })
  const projects = Array.from({ length: wanted.projects }, () => server.addProject())
  const secrets = wanted.secrets.map((at) => server.addSecret({ projectId: projects[at]?.id ?? null }))
  const grantees = [...people, ...groups, ...machines]
  const machineIds = new Set(machines.map(({ id }) => id))
  for (const [who, what, flags] of wanted.grants) {
    const grantee = grantees[who % grantees.length]
    const targets = [...projects, ...secrets, ...(machineIds.has(grantee?.id ?? '') ? [] : machines)]
    const target = targets[what % targets.length]
    if (!grantee || !target) continue
    const isThere = server.db.accessPolicies
      .where('granteeId', grantee.id)
      .some((r) => r.targetId === target.id)
    if (!isThere) server.grant(grantee, target, flags)
  }
  return { server, people, groups, machines, projects, secrets }
}

const bits = ({ read, write }: { read: boolean; write: boolean }): Right =>
  (read ? READ : 0) | (write ? WRITE : 0)

/** All there is to know, as an owner may read it. */
function factsOf({ server: { db }, people, groups, machines, projects, secrets }: World): AccessFacts {
  const projectIds = projects.flatMap(({ id }) => (db.projects.get(id) ? [id] : []))
  return {
    people: people.flatMap(({ id, type, status, accessSecretsManager }) =>
      db.members.get(id) ? [{ id, role: roles[type], isActive: status === 2 && accessSecretsManager }] : [],
    ),
    groups: groups.map(({ id }) => ({ id, members: db.groups.get(id)?.memberIds ?? [], isWhole: true })),
    machines: machines.map(({ id }) => ({
      id,
      tokens: db.accessTokens.where('serviceAccountId', id).length,
    })),
    projects: projectIds,
    secrets: {
      ids: secrets.map(({ id }) => id),
      project: Int32Array.from(secrets, ({ id }) => projectIds.indexOf(db.secrets.get(id)?.projectId ?? '')),
    },
    grants: db.accessPolicies
      .all()
      .map((row) => ({ grantee: row.granteeId, target: row.targetId, right: bits(row) })),
    told: [],
    unknown: new Map(),
    secretsRead: 'all',
  }
}

const roles = { 0: 'owner', 1: 'admin', 2: 'user', 4: 'custom' } as const

/** What the server decides for somebody with a fresh token; null where it answers nothing at all. */
function rightsOf({ server }: World, caller: Caller | null): Rights | null {
  if (!caller) return null
  try {
    return rightsIn(server.context(caller, {}, undefined, ''), ORG)
  } catch (error) {
    if (error instanceof ServerError) return null
    throw error
  }
}

/** A member who is not confirmed gets no claims; the harness looks at the switch alone. */
const callerOf = ({ server }: World, member: MemberRow): Caller | null =>
  member.status === 2 ? server.person(member) : null

function* answers(world: World): Generator<{ who: string; what: string; truth: Right }> {
  const { server, people, machines, projects, secrets } = world
  const askers = [
    ...people.flatMap((member) =>
      server.db.members.get(member.id) ? [[member.id, callerOf(world, member)] as const] : [],
    ),
    ...machines.map((machine) => [machine.id, server.machine(machine)] as const),
  ]
  for (const [who, caller] of askers) {
    const rights = rightsOf(world, caller)
    const none = { read: false, write: false }
    for (const { id } of projects)
      if (server.db.projects.get(id)) yield { who, what: id, truth: bits(rights?.project(id) ?? none) }
    for (const { id } of machines) yield { who, what: id, truth: bits(rights?.machineAccount(id) ?? none) }
    for (const { id } of secrets) {
      const row = server.db.secrets.get(id)
      if (row) yield { who, what: id, truth: bits(rights?.secret(row) ?? none) }
    }
  }
}

let asked = 0

function expectAgreement(world: World, facts: AccessFacts): void {
  const map = new AccessMap(facts)
  for (const { who, what, truth } of answers(world)) {
    asked += 1
    const { paths, isOff } = proofsOf(map, who, what)
    const proved = isOff ? 0 : paths.reduce((sum, path) => sum | path.right, 0)
    // One comparison for both: `expect` costs more than the rules.
    if (map.right(who, what) !== truth || proved !== truth)
      expect({ who, what, right: map.right(who, what), proved }).toEqual({
        who,
        what,
        right: truth,
        proved: truth,
      })
  }
}

test('agrees with the server for every person and machine account on every object', async ({ annotate }) => {
  fc.assert(
    fc.property(plan, (wanted) => {
      const world = build(wanted)
      expectAgreement(world, factsOf(world))
    }),
    { numRuns: 200 },
  )
  await annotate(`${asked} answers of the imitation server agree`)
})

test('counts the secrets in reach as the server would list them', () => {
  fc.assert(
    fc.property(plan, (wanted) => {
      const world = build(wanted)
      const map = new AccessMap(factsOf(world))
      const reach = map.reachOfAll()
      const secrets = new Set(world.secrets.map(({ id }) => id))
      const counted = new Map<string, number>()
      for (const { who, what, truth } of answers(world))
        if (secrets.has(what) && truth & READ) counted.set(who, (counted.get(who) ?? 0) + 1)
      for (const { id } of [...world.people, ...world.machines])
        expect(reach[map.rows.get(id) ?? -1]?.read).toBe(counted.get(id) ?? 0)
    }),
    { numRuns: 100 },
  )
})

/** Does to the tables what the change means, and gives the change. Null where the organization has no such object. */
function act(world: World, pick: number[]): AccessChange | null {
  const { server, people, groups, machines, projects, secrets } = world
  const { db } = server
  const [kind = 0, a = 0, b = 0, c = 0] = pick
  const person = people[a % people.length]
  const group = groups[b % Math.max(1, groups.length)]
  const project = projects[b % Math.max(1, projects.length)]
  const secret = secrets[a % Math.max(1, secrets.length)]
  const live = project && db.projects.get(project.id)
  switch (kind % 6) {
    case 0: {
      const grantee = [...people, ...groups, ...machines][
        a % (people.length + groups.length + machines.length)
      ]
      const target = [...(live ? [live] : []), ...(secret ? [secret] : [])][c % 2]
      if (!grantee || !target) return null
      const old = db.accessPolicies.where('granteeId', grantee.id).find((row) => row.targetId === target.id)
      if (old) db.accessPolicies.delete(old.id)
      if (c % 3 > 0) server.grant(grantee, target, c % 3 === 1 ? 'r' : 'rw')
      const right = [0, READ, READ_WRITE][c % 3] ?? 0
      return { kind: 'grant', grantee: grantee.id, target: target.id, right }
    }
    case 1: {
      if (!group || !person) return null
      const row = db.groups.get(group.id)
      if (!row) return null
      const others = row.memberIds.filter((id) => id !== person.id)
      db.groups.put({ ...row, memberIds: c % 2 ? [...others, person.id] : others })
      return { kind: c % 2 ? 'join' : 'leave', group: group.id, person: person.id }
    }
    case 2: {
      const row = secret && db.secrets.get(secret.id)
      if (!row) return null
      db.secrets.put({ ...row, projectId: live?.id ?? null })
      return { kind: 'move', secret: row.id, project: live?.id ?? null }
    }
    case 3: {
      if (!live) return null
      for (const row of db.secrets.all())
        if (row.projectId === live.id) db.secrets.put({ ...row, projectId: null })
      for (const row of db.accessPolicies.where('targetId', live.id)) db.accessPolicies.delete(row.id)
      db.projects.delete(live.id)
      return { kind: 'delete-project', project: live.id }
    }
    case 4: {
      const [token] = db.accessTokens.where('serviceAccountId', machines[a % machines.length]?.id ?? '')
      if (!token) return null
      db.accessTokens.delete(token.id)
      return { kind: 'revoke-token', machine: token.serviceAccountId }
    }
    default: {
      if (!person) return null
      for (const row of db.accessPolicies.where('granteeId', person.id)) db.accessPolicies.delete(row.id)
      for (const row of db.groups.all())
        db.groups.put({ ...row, memberIds: row.memberIds.filter((id) => id !== person.id) })
      db.members.delete(person.id)
      return { kind: 'remove-member', person: person.id }
    }
  }
}

const bitsOf = (truths: ReadonlyMap<string, Right>, what: string): Right => truths.get(what) ?? 0

/** By who and secret, what the server would answer now. A machine account without a token cannot ask. */
function secretTruths(world: World): Map<string, Map<string, Right>> {
  const all = new Map<string, Map<string, Right>>()
  const secrets = new Set(world.secrets.map(({ id }) => id))
  const mute = new Set(world.machines.flatMap(({ id }) => (hasToken(world, id) ? [] : [id])))
  for (const { who, what, truth } of answers(world))
    if (secrets.has(what))
      all.set(who, (all.get(who) ?? new Map<string, Right>()).set(what, mute.has(who) ? 0 : truth))
  return all
}

const hasToken = ({ server }: World, machine: string) =>
  server.db.accessTokens.where('serviceAccountId', machine).length > 0

/** What the server's answers before and after say that somebody lost and gained, one secret at a time. */
function countedByHand(
  world: World,
  who: string,
  [before, after]: Map<string, Map<string, Right>>[],
): SecretCounts {
  const sum = { losesRead: 0, gainsRead: 0, losesWrite: 0, gainsWrite: 0 }
  for (const { id } of world.secrets) {
    const [was, is] = [bitsOf(before?.get(who) ?? new Map(), id), bitsOf(after?.get(who) ?? new Map(), id)]
    const [lost, gained] = [was & ~is, is & ~was]
    if (lost & READ) sum.losesRead += 1
    if (gained & READ) sum.gainsRead += 1
    if (lost & WRITE) sum.losesWrite += 1
    if (gained & WRITE) sum.gainsWrite += 1
  }
  return sum
}

const nothing: SecretCounts = { losesRead: 0, gainsRead: 0, losesWrite: 0, gainsWrite: 0 }
let compared = 0

test('foresees what a change makes of it, and counts who gains and loses what', async ({ annotate }) => {
  const picks = fc.array(fc.tuple(fc.nat(5), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(plan, picks, (wanted, changes) => {
      const world = build(wanted)
      const facts = factsOf(world)
      const before = secretTruths(world)
      // A member who was removed is in no table any more, so one removal ends the story.
      const done = changes.flatMap((pick) => act(world, pick) ?? [])
      const foreseen = applyChanges(facts, done)
      expectAgreement(world, foreseen)
      const after = secretTruths(world)
      const differences = compareAccess(new AccessMap(facts), new AccessMap(foreseen))
      for (const { id } of [...world.people, ...world.machines]) {
        compared += 1
        const told = differences.find(({ principal }) => principal === id)?.secrets ?? nothing
        expect(told).toEqual(countedByHand(world, id, [before, after]))
      }
    }),
    { numRuns: 150 },
  )
  await annotate(`${compared} people and machine accounts gain and lose what the imitation server says`)
})

test('never calls certain what somebody with less knowledge cannot know', () => {
  fc.assert(
    fc.property(plan, fc.nat(), (wanted, who) => {
      const world = build(wanted)
      const viewer = world.people[who % world.people.length]
      const rights = viewer && rightsOf(world, callerOf(world, viewer))
      if (!rights || rights.kind === 'ADMIN') return
      const all = factsOf(world)
      const isHidden = (target: string) =>
        world.projects.some(({ id }) => id === target)
          ? !canReadProjectPolicies(rights, target)
          : world.machines.some(({ id }) => id === target) && !canReadMachineAccountPolicies(rights, target)
      const hidden = [...all.projects, ...all.machines.map(({ id }) => id)].filter(isHidden)
      const map = new AccessMap({
        ...all,
        unknown: new Map(hidden.map((id) => [id, 'not permitted'])),
        grants: all.grants.filter(
          ({ target }) => !hidden.includes(target) && !all.secrets.ids.includes(target),
        ),
        groups: all.groups.map((group) => ({
          ...group,
          members: group.members.filter((id) => id === viewer?.id),
          isWhole: false,
        })),
        secretsRead: new Set(),
      })
      for (const { who: principal, what, truth } of answers(world)) {
        const seen = map.right(principal, what)
        expect(seen & READ_WRITE & ~truth).toBe(0)
        if (!(seen & MAYBE)) expect(seen & READ_WRITE).toBe(truth)
      }
    }),
    { numRuns: 150 },
  )
})
