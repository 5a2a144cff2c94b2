import type { AccessMap } from './access-map'
import { READ_WRITE } from './facts'
import type { Right } from './facts'

/** One reason for a right, from the principal to the target. `on`: the secret itself or its project. */
export type Proof =
  | { by: 'role'; right: Right; role: 'owner' | 'admin' }
  | { by: 'direct'; right: Right; on: string }
  | { by: 'group'; right: Right; group: string; on: string }
  /** The server's list says so of the viewer's own account, and not why. */
  | { by: 'told'; right: Right; on: string }

export interface Proofs {
  /** Strongest first; each alone would give its right. */
  paths: Proof[]
  /** Why there may be more, as sentences. */
  doubts: string[]
  /** Grants that have no effect, because the person cannot use Secrets Manager. */
  isOff: boolean
}

const strength = { role: 0, direct: 1, group: 2, told: 3 }

/** Every reason why a principal has its right on a project, a secret or a machine account. */
export function proofsOf(map: AccessMap, principal: string, target: string): Proofs {
  const row = map.rows.get(principal)
  if (row === undefined) return { paths: [], doubts: [], isOff: false }
  const targets = targetsOf(map, target)
  const groups = map.groupsOf.get(principal) ?? []
  const paths: Proof[] = []
  if (map.isAdmin(row)) {
    const role = map.facts.people[row]?.role === 'owner' ? 'owner' : 'admin'
    paths.push({ by: 'role', right: READ_WRITE, role })
  }
  for (const on of targets) {
    for (const grant of map.grantsOn.get(on) ?? []) {
      if (grant.grantee === principal) paths.push({ by: 'direct', right: grant.right, on })
      else if (groups.includes(grant.grantee))
        paths.push({ by: 'group', right: grant.right, group: grant.grantee, on })
    }
  }
  for (const { grantee, target: on, right } of targets.flatMap((on) => map.toldOn.get(on) ?? [])) {
    const known = paths.reduce((sum, path) => sum | path.right, 0)
    if (grantee === principal && (known & right) !== right) paths.push({ by: 'told', right, on })
  }
  paths.sort((a, b) => b.right - a.right || strength[a.by] - strength[b.by])
  const isOff = map.isOff(row)
  const isSettled = isOff || paths.some((path) => path.right === READ_WRITE)
  return { paths, doubts: isSettled ? [] : doubtsOf(map, row, targets), isOff }
}

function targetsOf(map: AccessMap, target: string): string[] {
  const secret = map.secretRow.get(target)
  if (secret === undefined) return [target]
  const project = map.facts.projects[map.facts.secrets.project[secret] ?? -1]
  return project === undefined ? [target] : [target, project]
}

function doubtsOf(map: AccessMap, row: number, targets: readonly string[]): string[] {
  const doubts = targets.flatMap((target) => map.facts.unknown.get(target) ?? [])
  const secret = map.secretRow.get(targets[0] ?? '')
  if (secret !== undefined && !map.isSecretRead(secret) && doubts.length === 0)
    doubts.push('The grants on this secret alone were not read.')
  const isPerson = row < map.facts.people.length
  const hasOpenGroup = targets.some((target) =>
    map.grantsOn.get(target)?.some(({ grantee }) => map.openGroups.has(grantee)),
  )
  if (isPerson && hasOpenGroup)
    doubts.push('Only owners and admins are told who is in a group that has a grant here.')
  return doubts
}
