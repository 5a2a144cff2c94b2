import { NONE } from '#/domain/access/facts'
import type { JobKind } from '#/jobs/job-types'
import type { GranteeKind, GrantState } from '#/session/access-types'
import { session } from '#/session/session'

const projectsOf = (count: number): string => `${count} ${count === 1 ? 'project' : 'projects'}`

/** Bits of the right wanted: of the item where it has its own (an undo), else of the job. */
const wantedRight = (content: unknown, ofJob: unknown): number =>
  typeof content === 'number' ? content : typeof ofJob === 'number' ? ofJob : NONE

/**
 * One grantee (`params.grantee`, `params.granteeKind`) on many projects: `params.right` in bits, 0 takes it away. Each
 * project's list is read and written whole, with what others changed meanwhile. The memo is the right that it had.
 */
export const kind: JobKind = {
  title: (count, { right }) =>
    right === NONE ? `Remove a grant from ${projectsOf(count)}` : `Grant access to ${projectsOf(count)}`,
  doing: 'Changing access of',
  done: 'changed',
  touches: ['access', 'projects', 'counts'],
  cost: { reads: 4, writes: 1, events: 0 },
  async run({ id, content }, { organizationId, params }) {
    const target = { kind: 'project' as const, id }
    const list = await session.call('readPolicies', { organizationId, target })
    if (list.status === 'refused') throw new Error('Your account cannot write this project, or it is gone.')
    const grantee = String(params['grantee'])
    const right = wantedRight(content, params['right'])
    const before = list.grants.find((grant) => grant.id === grantee)?.right ?? NONE
    if (before === right) return { kind: 'skipped', reason: 'It has this right already.' }
    const base = list.grants.map((grant): GrantState => ({
      kind: grant.kind,
      id: grant.id,
      right: grant.right,
    }))
    const others = base.filter((grant) => grant.id !== grantee)
    const own = { kind: params['granteeKind'] as GranteeKind, id: grantee, right }
    const wanted = right === NONE ? others : [...others, own]
    const result = await session.call('savePolicies', { organizationId, target, base, wanted })
    if (result.outcome === 'conflict') throw new Error('Somebody else changed the same grant in this moment.')
    return { kind: 'done', memo: String(before) }
  },
  undo: ({ organizationId, params, done }) => ({
    kind: 'access.grant',
    organizationId,
    params,
    items: done.map(({ id, label, memo }) => ({ id, label, content: Number(memo ?? NONE) })),
  }),
}
