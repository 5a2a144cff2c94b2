import type { Verdict } from '#/domain/verdict'
import type { MembershipView, MemberRole, MemberView } from '#/session/member-types'
import { shownName } from './member-row'

/** Who acts, and how many confirmed owners there are: more than this the server's rules do not ask. */
export interface Actor {
  own: MembershipView
  owners: number
}

export type ActName = 'confirm' | 'reinvite' | 'edit' | 'switchOn' | 'revoke' | 'restore' | 'remove'

const no = (reason: string): Verdict => ({ no: reason })

/** Inviting and everything else on members needs the same right. */
export function canManageMembers({ role, permissions }: MembershipView): Verdict {
  return (
    role === 'owner' ||
    role === 'admin' ||
    permissions.includes('manageUsers') ||
    no('Only owners, admins and those who manage users may change members.')
  )
}

/** Roles that this person may give. */
export function canGiveRole({ role, hasCustomRoles }: MembershipView, wanted: MemberRole): Verdict {
  if (wanted === 'owner' && role !== 'owner') return no('Only an owner can make somebody an owner.')
  if (wanted === 'admin' && role === 'custom') return no('Only owners and admins can make somebody an admin.')
  return wanted !== 'custom' || hasCustomRoles || no('Custom roles need an Enterprise plan.')
}

/** A custom member gives no switch that it does not have. */
export const canGivePermission = ({ role, permissions }: MembershipView, name: string): Verdict =>
  role !== 'custom' || permissions.includes(name) || no('You can give only what you have.')

/** Nobody acts on those above: owners alone on owners, custom members on neither owners nor admins. */
function isAbove(own: MembershipView, member: MemberView): Verdict {
  if (member.role === 'owner' && own.role !== 'owner') return no('Only owners can change an owner.')
  if (member.role === 'admin' && own.role === 'custom')
    return no('Only owners and admins can change an admin.')
  return true
}

const LAST_OWNER = 'This is the last confirmed owner. Make somebody else an owner first.'

const isLastOwner = ({ owners }: Actor, { role, status }: MemberView) =>
  role === 'owner' && status === 'confirmed' && owners <= 1

/** Each refusal of the server that can be known before; policies and seats are known only from its answer. */
export function canAct(act: ActName, actor: Actor, member: MemberView): Verdict {
  const { own } = actor
  const manages = canManageMembers(own)
  if (manages !== true) return manages
  const isSelf = member.id === own.memberId
  switch (act) {
    case 'reinvite':
      return member.status === 'invited' || no('Only who has not accepted yet can be invited again.')
    case 'confirm':
      return member.status === 'accepted' || no(confirmReason(member))
    case 'edit':
      return isAbove(own, member)
    case 'switchOn':
      if (!own.hasSecretsManager) return no('This organization does not have Secrets Manager.')
      return !member.hasSecretsManager || no('Secrets Manager is on already.')
    case 'restore':
      if (member.status !== 'revoked') return no('Is not revoked.')
      return isSelf ? no('You cannot restore yourself.') : isAbove(own, member)
    case 'revoke':
      if (member.status === 'revoked') return no('Is revoked already.')
      if (isSelf) return no('You cannot revoke yourself.')
      return isLastOwner(actor, member) ? no(LAST_OWNER) : isAbove(own, member)
    case 'remove':
      if (isSelf) return no('You cannot remove yourself.')
      if (member.isClaimed)
        return no('The organization claims this account: it can be revoked, or deleted whole, not removed.')
      return isLastOwner(actor, member) ? no(LAST_OWNER) : isAbove(own, member)
  }
}

/** Whether the role of a member may become another one. */
export function canChangeRole(actor: Actor, member: MemberView, wanted: MemberRole): Verdict {
  if (wanted !== 'owner' && isLastOwner(actor, member)) return no(LAST_OWNER)
  return wanted === member.role || canGiveRole(actor.own, wanted)
}

function confirmReason(member: MemberView): string {
  if (member.status === 'confirmed') return 'Is confirmed already.'
  if (member.status === 'revoked') return 'Is revoked. Restore first.'
  return `${shownName(member)} has not accepted the invitation yet.`
}

/** Those of many on whom the act can be done, and how many not, by reason. */
export function sortOut<M extends MemberView>(
  act: ActName,
  actor: Actor,
  members: readonly M[],
): { open: M[]; closed: { member: M; reason: string }[] } {
  const open: M[] = []
  const closed: { member: M; reason: string }[] = []
  for (const member of members) {
    const verdict = canAct(act, actor, member)
    if (verdict === true) open.push(member)
    else closed.push({ member, reason: verdict.no })
  }
  return { open, closed }
}

/** The reason for a control that stays visible, or false. */
export const closedReason = (verdict: Verdict): string | false => verdict !== true && verdict.no
