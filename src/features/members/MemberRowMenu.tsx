import {
  Ban,
  Copy,
  KeyRound,
  MoreHorizontal,
  Pencil,
  RotateCcw,
  Send,
  SquareArrowOutUpRight,
  UserCheck,
  UserMinus,
} from 'lucide-react'
import { IconButton } from '#/ui/IconButton'
import { Menu, type MenuItem } from '#/ui/Menu'
import { closedReason, type ActName } from './can'
import { shownName, type MemberRow } from './member-row'
import type { MemberActs } from './use-member-acts'

/** Confirm, resend, edit, revoke or restore, remove last. What does not concern the status is left out. */
export function memberItems(member: MemberRow, acts: MemberActs): MenuItem[] {
  const item = (
    act: ActName,
    label: string,
    icon: MenuItem['icon'],
    more: Partial<MenuItem> = {},
  ): MenuItem => ({
    label,
    icon,
    disabledReason: closedReason(acts.can(act, member)),
    onSelect: () => acts.ask(act, [member]),
    ...more,
  })
  return [
    ...(member.status === 'accepted' ? [item('confirm', 'Confirm', UserCheck)] : []),
    ...(member.status === 'invited' ? [item('reinvite', 'Send the invitation again', Send)] : []),
    item('edit', 'Change role and access', Pencil, { keyCap: 'e' }),
    ...(member.hasSecretsManager ? [] : [item('switchOn', 'Switch Secrets Manager on', KeyRound)]),
    { label: 'Copy address', icon: Copy, lineBefore: true, onSelect: () => acts.copyEmail(member) },
    { label: 'Copy id', icon: Copy, onSelect: () => acts.copyId(member) },
    member.status === 'revoked'
      ? item('restore', 'Restore', RotateCcw, { lineBefore: true })
      : item('revoke', 'Revoke', Ban, { lineBefore: true, isDanger: true }),
    item('remove', 'Remove from the organization', UserMinus, { isDanger: true }),
  ]
}

export function MemberRowMenu({ member, acts }: { member: MemberRow; acts: MemberActs }) {
  return (
    <Menu
      trigger={<IconButton size={28} icon={MoreHorizontal} label={`Acts on ${shownName(member)}`} />}
      items={[
        { label: 'Open', icon: SquareArrowOutUpRight, keyCap: '↵', onSelect: () => acts.open(member) },
        ...memberItems(member, acts),
      ]}
    />
  )
}
