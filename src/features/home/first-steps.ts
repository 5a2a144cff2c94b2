import type { Role } from '#/session/protocol'

export interface StepFacts {
  projects: readonly unknown[] | null
  secrets: { count: number } | null
  machines: readonly unknown[] | null
  liveTokens: number | null
}

/** Done, in order: a project, a secret, a machine account, a token. Null: not known yet, or not at all. */
export function stepsDone({ projects, secrets, machines, liveTokens }: StepFacts): (boolean | null)[] {
  const some = (count: number | null | undefined) =>
    count === null || count === undefined ? null : count > 0
  const hasMachine = some(machines?.length)
  // Without a machine account there is nothing whose tokens could be asked for.
  return [
    some(projects?.length),
    some(secrets?.count),
    hasMachine,
    hasMachine === false ? false : some(liveTokens),
  ]
}

const SMALL = 5

/** Whether the steps are shown: to those who can take them, as long as the organization is at its beginning. */
export function isBeginning(facts: StepFacts, role: Role): boolean {
  if (role !== 'owner' && role !== 'admin') return false
  if (!facts.secrets || facts.secrets.count > SMALL) return false
  return facts.secrets.count === 0 || stepsDone(facts).includes(false) || facts.liveTokens === 1
}
