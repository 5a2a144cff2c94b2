import type { AccessMap } from './access-map'
import { NONE, READ, READ_WRITE, WRITE } from './facts'
import type { Right } from './facts'

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

/** How many secrets. */
export interface SecretCounts {
  losesRead: number
  gainsRead: number
  losesWrite: number
  gainsWrite: number
}

export interface Difference {
  principal: string
  /** Projects and machine accounts whose right changes. */
  targets: { target: string; before: Right; after: Right }[]
  /** A moved secret and a lost project show here too. */
  secrets: SecretCounts
}

/**
 * Who gains and loses what, in the whole organization. Secrets without grants of their own follow their project and
 * are counted with it: 20,000 secrets by 2,000 principals, each asked for, would take seconds.
 */
export function compareAccess(before: AccessMap, after: AccessMap): Difference[] {
  const targets = [...new Set([...before.columns.keys(), ...after.columns.keys()])]
  const columnsOf = ({ columns }: AccessMap) =>
    Int32Array.from(targets, (target) => columns.get(target) ?? NO_COLUMN)
  const [columnsBefore, columnsAfter] = [columnsOf(before), columnsOf(after)]
  const secrets = sortSecrets(before, after)
  return principalsOf(before, after).flatMap((principal) => {
    const [was, is] = [asOf(before, principal), asOf(after, principal)]
    const difference: Difference = { principal, targets: [], secrets: noSecrets() }
    for (let i = 0; i < targets.length; i += 1) {
      const from = rightAt(was, columnsBefore[i])
      const to = rightAt(is, columnsAfter[i])
      if (from === to) continue
      const target = targets[i] ?? ''
      difference.targets.push({ target, before: from, after: to })
      count(difference.secrets, from, to, secrets.inProject.get(target) ?? 0)
    }
    count(difference.secrets, was.everywhere, is.everywhere, secrets.loose)
    for (const { id, project, isMoved } of secrets.alone(principal)) {
      if (!isMoved) {
        // Counted with its project above, where it may be otherwise.
        const [from, to] = [inProject(before, was, project), inProject(after, is, project)]
        count(difference.secrets, from, to, -1)
      }
      count(difference.secrets, actual(before, principal, id), actual(after, principal, id), 1)
    }
    return isEmpty(difference) ? [] : [difference]
  })
}

const noSecrets = (): SecretCounts => ({ losesRead: 0, gainsRead: 0, losesWrite: 0, gainsWrite: 0 })

function count(sum: SecretCounts, was: Right, is: Right, secrets: number): void {
  if (was === is) return
  if (was & READ && !(is & READ)) sum.losesRead += secrets
  if (is & READ && !(was & READ)) sum.gainsRead += secrets
  if (was & WRITE && !(is & WRITE)) sum.losesWrite += secrets
  if (is & WRITE && !(was & WRITE)) sum.gainsWrite += secrets
}

const isEmpty = ({ targets, secrets }: Difference): boolean =>
  targets.length === 0 && Object.values(secrets).every((n) => n === 0)

const NO_COLUMN = -1

interface Standing {
  /** By column; null for nobody. */
  cells: Uint8Array | null
  /** Right on everything there is, grants or not: a role's. */
  everywhere: Right
}

/** What one principal can really do. */
function asOf(map: AccessMap, principal: string): Standing {
  const row = map.rows.get(principal)
  if (row === undefined || map.isOff(row) || isDead(map, row)) return { cells: null, everywhere: NONE }
  return { cells: map.cellsOf(row), everywhere: map.isAdmin(row) ? READ_WRITE : NONE }
}

/** Asked two and a half million times. */
function rightAt({ cells, everywhere }: Standing, column = NO_COLUMN): Right {
  if (cells === null || column === NO_COLUMN) return NONE
  return ((cells[column] ?? NONE) & READ_WRITE) | everywhere
}

const inProject = (map: AccessMap, standing: Standing, project: string): Right =>
  project === '' ? standing.everywhere : rightAt(standing, map.columns.get(project))

interface AloneSecret {
  id: string
  /** Where it was; empty for none. */
  project: string
  isMoved: boolean
}

/** Secrets that follow their project, counted, and those that have to be asked for one by one. */
function sortSecrets(before: AccessMap, after: AccessMap) {
  const inProject = new Map<string, number>()
  let loose = 0
  const moved: AloneSecret[] = []
  before.facts.secrets.ids.forEach((id, row) => {
    const project = projectOf(before, row)
    const rowAfter = after.secretRow.get(id)
    if (rowAfter === undefined || projectOf(after, rowAfter) !== project)
      moved.push({ id, project, isMoved: true })
    else if (project === '') loose += 1
    else inProject.set(project, (inProject.get(project) ?? 0) + 1)
  })
  const isMoved = new Set(moved.map(({ id }) => id))
  const single = new Map<string, Map<string, AloneSecret>>()
  for (const map of [before, after]) {
    const principals = [...map.rows.keys()]
    for (const row of map.singleSecrets) {
      const id = map.facts.secrets.ids[row] ?? ''
      const at = before.secretRow.get(id)
      if (isMoved.has(id) || at === undefined) continue
      const secret = { id, project: projectOf(before, at), isMoved: false }
      for (const who of map.singleGrantees(row)?.keys() ?? []) {
        const own = single.get(principals[who] ?? '') ?? new Map<string, AloneSecret>()
        single.set(principals[who] ?? '', own.set(id, secret))
      }
    }
  }
  const alone = (principal: string) => [...moved, ...(single.get(principal)?.values() ?? [])]
  return { inProject, loose, alone }
}

const projectOf = ({ facts }: AccessMap, row: number): string =>
  facts.projects[facts.secrets.project[row] ?? -1] ?? ''

function principalsOf(before: AccessMap, after: AccessMap): string[] {
  const of = ({ facts }: AccessMap) => [...facts.people, ...facts.machines].map(({ id }) => id)
  return [...new Set([...of(before), ...of(after)])]
}

/** A machine account whose last token is revoked has its grants still, and can use none of them. */
function isDead({ facts: { people, groups, machines } }: AccessMap, row: number): boolean {
  return machines[row - people.length - groups.length]?.tokens === 0
}

function actual(map: AccessMap, principal: string, target: string): Right {
  const row = map.rows.get(principal)
  if (row === undefined || isDead(map, row)) return NONE
  // A doubt is told once for the whole target, not as a change of everybody.
  return map.right(principal, target) & READ_WRITE
}
