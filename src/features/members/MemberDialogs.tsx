import type { OrganizationView } from '#/session/protocol'
import { ActDialog } from './ActDialog'
import { sortOut, type Actor } from './can'
import { ConfirmMembersDialog } from './ConfirmMembersDialog'
import { EditMemberDialog } from './EditMemberDialog'
import { InviteDialog } from './InviteDialog'
import { LeaveDialog } from './LeaveDialog'
import type { MemberRow } from './member-row'
import { RoleDialog } from './RoleDialog'
import type { Asked } from './use-member-acts'
import type { MemberList } from './use-members'

interface Props {
  organization: OrganizationView
  list: MemberList
  actor: Actor | null
  asked: Asked | 'invite' | null
  onClose: () => void
  onAsk: (asked: Asked) => void
  /** Many were handed to the queue, or one is done. */
  onStarted: () => void
}

/** The dialog of the act that was asked for, on those of the chosen members that it concerns. */
export function MemberDialogs({ organization, list, actor, asked, onAsk, onClose, onStarted }: Props) {
  if (!asked || !actor) return null
  const orgId = organization.id
  if (asked === 'invite') return <InviteDialog {...{ orgId, list, actor, onClose }} />
  const { open, closed } = sortOut(asked.act, actor, asked.members)
  const shared = { orgId, members: open, closed, onClose, onStarted }
  const [first] = open
  switch (asked.act) {
    case 'edit':
      if (open.length > 1) return <RoleDialog {...shared} actor={actor} />
      return first ? <EditMemberDialog {...{ orgId, list, actor, onClose }} member={first} /> : null
    case 'confirm':
      return (
        <ConfirmMembersDialog
          {...shared}
          onMismatch={(member: MemberRow) => onAsk({ act: 'remove', members: [member] })}
        />
      )
    case 'revoke':
    case 'remove':
      return <LeaveDialog {...shared} act={asked.act} />
    case 'reinvite':
    case 'restore':
    case 'switchOn':
      return <ActDialog {...shared} act={asked.act} />
  }
}
