import { BulkPreview, type PreviewRow } from '#/jobs/BulkPreview'
import { membersOf, shownName, type MemberRow } from './member-row'

/** Of those who were chosen, one whom an act leaves alone, and why. */
export interface ClosedMember {
  member: MemberRow
  reason: string
}

interface Props {
  members: readonly MemberRow[]
  closed: readonly ClosedMember[]
}

const noun = { one: 'Member', count: membersOf, isPerson: true } as const

/** Whom an act on many concerns; those it leaves alone first, each with the reason. */
export function MemberNames({ members, closed }: Props) {
  const rowOf = (member: MemberRow, skip: string | null): PreviewRow => ({
    id: member.id,
    name: shownName(member),
    change: member.name === null ? '' : member.email,
    skip,
  })
  const rows = [
    ...closed.map(({ member, reason }) => rowOf(member, reason)),
    ...members.map((member) => rowOf(member, null)),
  ]
  return <BulkPreview title="Members" {...{ rows, noun }} />
}
