import type { JobKind } from '#/jobs/job-types'
import type { MemberRole } from '#/session/member-types'
import { session } from '#/session/session'
import { membersOf, TOUCHED_BY_MEMBERS } from './members'

/** The server replaces a member as a whole, so each is read before: `params.role`, all else as it is. */
export const kind: JobKind = {
  title: (count) => `Change the role of ${membersOf(count)}`,
  doing: 'Changing the role of',
  done: 'changed',
  touches: TOUCHED_BY_MEMBERS,
  cost: { reads: 1, writes: 1, events: 1 },
  async run({ id, content }, { organizationId, params }) {
    const role = (typeof content === 'string' ? content : params['role']) as MemberRole
    const member = await session.call('loadMember', { organizationId, id })
    if (member.role === role) return { kind: 'skipped', reason: 'Has this role already.' }
    const access = { ...member, role, permissions: [], groups: null }
    await session.call('changeMember', { organizationId, id, access })
    return { kind: 'done', memo: member.role }
  },
  undo: ({ organizationId, done }) => ({
    kind: 'members.role',
    organizationId,
    // A custom role's switches are not kept, so it does not come back by itself.
    items: done
      .filter(({ memo }) => memo !== 'custom')
      .map(({ id, label, memo }) => ({ id, label, content: memo })),
  }),
}
