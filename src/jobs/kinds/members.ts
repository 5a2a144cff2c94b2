import type { JobKind, LotOutcome, RunItem } from '#/jobs/job-types'
import type { MemberResult } from '#/session/member-types'
import { session } from '#/session/session'

/** "1 member", "1,930 members". */
export const membersOf = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'member' : 'members'}`

export const TOUCHED_BY_MEMBERS = ['members', 'people', 'access'] as const

/** Small enough that a cloud host answers in time, and that a refusal of all concerns few. */
export const MEMBER_LOT = 50

type Act = 'reinvite' | 'revoke' | 'restore' | 'remove'

/** What a second try hears of a first one that arrived without an answer. */
const ARRIVED: Partial<Record<Act, RegExp>> = { revoke: /^already revoked/i, restore: /^already active/i }

/** What the server said of each, in the order of the items; what it left out was in another state by then. */
export function memberOutcomes(
  items: readonly RunItem[],
  results: readonly MemberResult[],
  missing: string,
  arrived?: RegExp,
): LotOutcome[] {
  const byId = new Map(results.map((result) => [result.id, result]))
  return items.map(({ id, again }): LotOutcome => {
    const result = byId.get(id)
    if (!result || result.outcome === 'missing') return { kind: 'skipped', reason: missing }
    if (result.outcome === 'done' || (again && arrived?.test(result.reason))) return { kind: 'done' }
    return { kind: 'failed', reason: result.reason }
  })
}

interface Words {
  act: Act
  title: string
  doing: string
  done: string
  events: number
}

/** Of the four acts that take ids and answer with one row each. */
export function memberKind({ act, title, doing, done, events }: Words): JobKind {
  return {
    title: (count) => `${title} ${membersOf(count)}`,
    doing,
    done,
    touches: TOUCHED_BY_MEMBERS,
    cost: { reads: 0, writes: 1, events },
    lot: MEMBER_LOT,
    async runLot(items, { organizationId }) {
      const ids = items.map(({ id }) => id)
      const results = await session.call('actOnMembers', { organizationId, act, ids })
      return memberOutcomes(items, results, 'No longer in this organization.', ARRIVED[act])
    },
  }
}
