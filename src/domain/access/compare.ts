import { AccessMap } from './access-map'
import { MAYBE, NONE, READ, READ_WRITE, WRITE } from './facts'
import type { AccessFacts, Right } from './facts'

/** How the right of one person or machine account on one target changes. */
export interface RightChange {
  principal: string
  before: Right
  after: Right
}

/** Of people and machine accounts; groups are no one, so their members stand for them. */
export function changesOn(before: AccessMap, after: AccessMap, target: string): RightChange[] {
  return principalsOf(before, after).flatMap((principal) => {
    const change = {
      principal,
      before: actual(before, principal, target),
      after: actual(after, principal, target),
    }
    return change.before === change.after ? [] : [change]
  })
}

export interface Difference {
  principal: string
  /** Projects and machine accounts whose right changes. */
  targets: { target: string; before: Right; after: Right }[]
  /** Secrets by id. A move or a lost project shows here alone. */
  losesRead: string[]
  gainsRead: string[]
  losesWrite: string[]
  gainsWrite: string[]
}

/** Who gains and loses what, in the whole organization. */
export function compareAccess(factsBefore: AccessFacts, factsAfter: AccessFacts): Difference[] {
  const before = new AccessMap(factsBefore)
  const after = new AccessMap(factsAfter)
  const targets = new Set([...before.columns.keys(), ...after.columns.keys()])
  const index = indexSecrets(before, after)
  return principalsOf(before, after).flatMap((principal) => {
    const difference: Difference = {
      ...{ principal, targets: [] },
      ...{ losesRead: [], gainsRead: [], losesWrite: [], gainsWrite: [] },
    }
    for (const target of targets) {
      const change = { before: actual(before, principal, target), after: actual(after, principal, target) }
      if (change.before !== change.after) difference.targets.push({ target, ...change })
    }
    for (const secret of secretsToAsk(before, after, principal, difference, index)) {
      const was = actual(before, principal, secret) & READ_WRITE
      addSecret(difference, secret, was, actual(after, principal, secret) & READ_WRITE)
    }
    return isEmpty(difference) ? [] : [difference]
  })
}

interface SecretIndex {
  byProject: Map<string, string[]>
  /** Moved: few, and asked for everybody. */
  moved: string[]
  /** Secrets with a grant of their own for a principal, before or after. */
  single: Map<string, Set<string>>
}

function indexSecrets(before: AccessMap, after: AccessMap): SecretIndex {
  const byProject = new Map<string, string[]>()
  const moved: string[] = []
  const single = new Map<string, Set<string>>()
  before.facts.secrets.ids.forEach((secret, row) => {
    const project = projectOf(before, row)
    const list = byProject.get(project)
    if (list) list.push(secret)
    else byProject.set(project, [secret])
    const rowAfter = after.secretRow.get(secret)
    if (rowAfter === undefined || projectOf(after, rowAfter) !== project) moved.push(secret)
  })
  for (const map of [before, after]) {
    const ids = [...map.rows.keys()]
    for (const row of map.singleSecrets) {
      for (const who of map.singleGrantees(row)?.keys() ?? []) {
        const own = single.get(ids[who] ?? '') ?? new Set()
        single.set(ids[who] ?? '', own.add(map.facts.secrets.ids[row] ?? ''))
      }
    }
  }
  return { byProject, moved, single }
}

const projectOf = ({ facts }: AccessMap, row: number): string =>
  facts.projects[facts.secrets.project[row] ?? -1] ?? ''

/** Only what can differ for this principal: 20,000 secrets by 2,000 principals would take seconds. */
function secretsToAsk(
  before: AccessMap,
  after: AccessMap,
  principal: string,
  { targets }: Difference,
  { byProject, moved, single }: SecretIndex,
): Iterable<string> {
  if (standing(before, principal) !== standing(after, principal)) return before.facts.secrets.ids
  const inProjects = targets.flatMap(({ target }) => byProject.get(target) ?? [])
  return new Set([...moved, ...(single.get(principal) ?? []), ...inProjects])
}

/** What holds for all targets at once. */
function standing(map: AccessMap, principal: string): string {
  const row = map.rows.get(principal)
  if (row === undefined) return 'gone'
  return map.isOff(row) ? 'off' : map.isAdmin(row) ? 'admin' : 'member'
}

function addSecret(difference: Difference, secret: string, was: Right, is: Right): void {
  if (was === is) return
  if (was & READ && !(is & READ)) difference.losesRead.push(secret)
  if (is & READ && !(was & READ)) difference.gainsRead.push(secret)
  if (was & WRITE && !(is & WRITE)) difference.losesWrite.push(secret)
  if (is & WRITE && !(was & WRITE)) difference.gainsWrite.push(secret)
}

const isEmpty = (d: Difference): boolean =>
  d.targets.length + d.losesRead.length + d.gainsRead.length + d.losesWrite.length + d.gainsWrite.length === 0

function principalsOf(before: AccessMap, after: AccessMap): string[] {
  const of = ({ facts }: AccessMap) => [...facts.people, ...facts.machines].map(({ id }) => id)
  return [...new Set([...of(before), ...of(after)])]
}

/** A machine account whose last token is revoked has its grants still, and can use none of them. */
function actual(map: AccessMap, principal: string, target: string): Right {
  const row = map.rows.get(principal)
  if (row === undefined) return NONE
  const { people, groups, machines } = map.facts
  const machine = machines[row - people.length - groups.length]
  if (machine?.tokens === 0) return NONE
  const right = map.right(principal, target)
  // A doubt is told once for the whole target, not as a change of everybody.
  return right & MAYBE && !(right & READ_WRITE) ? NONE : right & READ_WRITE
}
