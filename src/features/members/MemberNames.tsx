import { membersOf, shownName, type MemberRow } from './member-row'

const SHOWN = 8

/** Whom an act concerns. */
export function MemberNames({ members }: { members: readonly MemberRow[] }) {
  return (
    <ul aria-label="Members" className="rounded-control border border-line-strong bg-sunken px-3 py-2">
      {members.slice(0, SHOWN).map((member) => (
        <li key={member.id} className="truncate">
          <bdi>{shownName(member)}</bdi>
          {member.name !== null && <span className="text-meta text-muted"> {member.email}</span>}
        </li>
      ))}
      {members.length > SHOWN && <li className="text-muted">and {membersOf(members.length - SHOWN)} more</li>}
    </ul>
  )
}
