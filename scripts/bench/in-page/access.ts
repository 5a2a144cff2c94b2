import { AccessMap } from '#/domain/access/access-map'
import { applyChanges } from '#/domain/access/changes'
import { compareAccess } from '#/domain/access/compare'
import { proofsOf } from '#/domain/access/proof'
import { buildFacts } from '#/features/access/build-facts'
import type { FactSources, KnownList } from '#/features/access/build-facts'
import type { GrantRow } from '#/session/access-types'
import { breathe } from '#/lib/breathe'
import { median } from '../lines.mjs'

const PEOPLE = 1_000
const GROUPS = 200
const MACHINES = 1_000
const PROJECTS = 300
const SECRETS = 20_000

let state = 7
const random = (below: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state % below
}
const id = (kind: string, i: number) => `${kind}${String(i).padStart(7, '0')}-0000-4000-8000-000000000000`
const ids = (kind: string, length: number) => Array.from({ length }, (_, i) => id(kind, i))
const grant = (kind: GrantRow['kind'], granteeId: string): GrantRow => ({
  ...{ kind, id: granteeId, name: null, isMe: false, mayChange: true },
  right: random(3) === 0 ? 3 : 1,
})

/** As an explorer of an auditor with no role of its own meets it: nothing is known by rank alone. */
function sources(): FactSources {
  const [people, groups, machines] = [ids('1', PEOPLE), ids('2', GROUPS), ids('3', MACHINES)]
  const [projects, secrets] = [ids('4', PROJECTS), ids('5', SECRETS)]
  const lists = projects.map((project): [string, KnownList] => {
    const grants = [
      ...Array.from({ length: 10 }, () => grant('person', id('1', random(PEOPLE)))),
      ...Array.from({ length: 4 }, () => grant('group', id('2', random(GROUPS)))),
      ...Array.from({ length: 10 }, () => grant('machine', id('3', random(MACHINES)))),
    ]
    return [project, { status: 'read', grants, readAt: 0 }]
  })
  return {
    directory: {
      people: people.map((personId, i) => ({
        ...{ id: personId, name: `Person ${i}`, email: `p${i}@x.example`, isMe: i === 5 },
        ...{ role: i < 5 ? ('owner' as const) : ('user' as const), isActive: i % 17 !== 6 },
      })),
      groups: groups.map((groupId, i) => ({ id: groupId, name: `Group ${i}`, isMine: false })),
      machines: machines.map((machineId, i) => ({
        ...{ id: machineId, name: { ok: true as const, text: `machine-${i}` } },
        ...{ mayGrant: true, inReach: 5 },
      })),
      hasRoles: true,
    },
    lists: new Map(lists),
    members: new Map(
      groups.map((groupId) => [groupId, Array.from({ length: 30 }, () => id('1', random(PEOPLE)))]),
    ),
    projects: projects.map((projectId, i) => ({ id: projectId, canWrite: i % 2 === 0 })),
    secrets: { ids: secrets, project: Int32Array.from(secrets, (_, i) => i % PROJECTS) },
    writableSecrets: secrets.filter((_, i) => i % 2 === 0 || i % 50 === 1),
    secretsRead: 'all',
    withMachines: false,
  }
}

const ms = (work: () => unknown) => {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** Milliseconds in all, and those of the longest piece between two breaths. */
async function build(given: FactSources) {
  const from = performance.now()
  let last = from
  let longest = 0
  const pause = async () => {
    longest = Math.max(longest, performance.now() - last)
    await breathe()
    last = performance.now()
  }
  const facts = buildFacts(given)
  await pause()
  const map = await AccessMap.inSlices(facts, pause)
  await pause()
  map.reachOfAll()
  longest = Math.max(longest, performance.now() - last)
  return { map, longest, ms: performance.now() - from }
}

/** From loaded policies to how many secrets each principal reaches; then proofs, and a change of one grant. */
export default async function access() {
  const given = sources()
  // The first time counts: nothing of it is compiled yet.
  const { map, longest, ms: cold } = await build(given)
  const later = []
  for (let round = 0; round < 9; round += 1) later.push((await build(given)).ms)
  const asked = Array.from(
    { length: 2_000 },
    () => [id('1', random(PEOPLE)), id('5', random(SECRETS))] as const,
  )
  const proof = ms(() => asked.forEach(([who, what]) => proofsOf(map, who, what))) / asked.length
  const [list] = [...given.lists.values()]
  const group = list?.status === 'read' ? list.grants.find(({ kind }) => kind === 'group') : undefined
  const changes = [{ kind: 'grant' as const, grantee: group?.id ?? '', target: id('4', 0), right: 0 }]
  const compare = ms(() => compareAccess(map, new AccessMap(applyChanges(map.facts, changes))))
  return { cold, longest, warm: median(later), proof, compare }
}
