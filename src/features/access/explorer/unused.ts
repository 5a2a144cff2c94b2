import { NONE, READ_WRITE } from '#/domain/access/facts'
import type { SecretUse } from '#/domain/events/uses'
import type { Explorer } from './build-explorer'

export const UNUSED_DAYS = 90

/** What the log says of the use of rights; by person or machine account, and project. */
export interface Usage {
  /** Epoch ms of the newest use, by "principal.project". */
  last: ReadonlyMap<string, number>
  /** The log has been read to the end of the span without a gap: what is not in it did not happen. */
  isWhole: boolean
}

interface Person {
  memberId: string
  userId: string | null
}

/** Secrets count for the project in which they are now; the log does not tell where they were. */
export function usageOf(
  { map }: Pick<Explorer, 'map'>,
  people: readonly Person[],
  uses: readonly SecretUse[],
  isWhole: boolean,
): Usage {
  const { secrets, projects } = map.facts
  const members = new Map(people.flatMap(({ memberId, userId }) => (userId ? [[userId, memberId]] : [])))
  const last = new Map<string, number>()
  for (const { actor, secret, at } of uses) {
    const row = map.secretRow.get(secret)
    const project = projects[secrets.project[row ?? -1] ?? -1]
    if (project === undefined) continue
    const key = `${members.get(actor) ?? actor}.${project}`
    last.set(key, Math.max(at, last.get(key) ?? 0))
  }
  return { last, isWhole }
}

export type Use = 'used' | 'unused' | 'unknown'

/** Groups use nothing, an empty project cannot be used, and who has no right has none to lose. */
export function rightUse(
  usage: Usage | null,
  who: { id: string; kind: string },
  project: { id: string; secrets: number },
  right: number,
): Use | null {
  if (!usage || who.kind === 'group' || project.secrets === 0 || (right & READ_WRITE) === NONE) return null
  if (usage.last.has(`${who.id}.${project.id}`)) return 'used'
  return usage.isWhole ? 'unused' : 'unknown'
}
