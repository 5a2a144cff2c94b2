import { useState } from 'react'
import { recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { roleWords } from '#/domain/member-roles'
import { costOf } from '#/jobs/cost'
import { costWords, timeWords } from '#/jobs/cost-words'
import { kind as roleKind } from '#/jobs/kinds/members-role'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { RadioCards } from '#/ui/RadioCards'
import { canChangeRole, canGiveRole, closedReason, type Actor } from './can'
import { MemberNames, type ClosedMember } from './MemberNames'
import { jobItem, membersOf, type MemberRow } from './member-row'
import { useStart } from './use-act'

interface Props {
  orgId: string
  actor: Actor
  members: readonly MemberRow[]
  closed: readonly ClosedMember[]
  onClose: () => void
  onStarted: () => void
}

/** One role for many. Custom roles differ in their switches and are set one by one. */
export function RoleDialog({ orgId, actor, members, closed, onClose, onStarted }: Props) {
  const [role, setRole] = useState<'user' | 'admin' | 'owner'>('user')
  const running = useStart({ onClose, onStarted })
  const changing: MemberRow[] = []
  const staying: ClosedMember[] = [...closed]
  for (const member of members) {
    const verdict = canChangeRole(actor, member, role)
    if (member.role === role) staying.push({ member, reason: `Is ${roleWords[role].label} already.` })
    else if (verdict === true) changing.push(member)
    else staying.push({ member, reason: verdict.no })
  }
  const cost = costOf(roleKind, changing.length)
  return (
    <ConfirmDialog
      title={`Change the role of ${membersOf(members.length)}?`}
      width={640}
      confirmLabel={`Change ${membersOf(changing.length)} to ${roleWords[role].label}`}
      disabledReason={changing.length === 0 && 'All have this role, or yours may not change theirs.'}
      busy={running.busy}
      error={running.error}
      footerStart={
        <>
          {costWords(cost)} {timeWords(cost)}
        </>
      }
      onClose={onClose}
      onConfirm={() =>
        void running.start({
          kind: 'members.role',
          organizationId: orgId,
          params: { role },
          items: changing.map(jobItem),
        })
      }
    >
      <MemberNames members={changing} closed={staying} />
      <RadioCards
        label="Role"
        value={role}
        onChange={setRole}
        options={(['user', 'admin', 'owner'] as const).map((value) => ({
          value,
          label: roleWords[value].label,
          hint: roleWords[value].meaning,
          disabledReason: closedReason(canGiveRole(actor.own, value)),
        }))}
      />
      <p className="text-muted">
        Groups, collections and Secrets Manager stay as they are.{' '}
        <TraceLink act="changeMember">{recordedAs('changeMember')}</TraceLink>
        {changing.length === 1 ? '.' : ', one event for each.'}
      </p>
    </ConfirmDialog>
  )
}
