import { Ban, ShieldOff, UserCheck, UserRoundPlus } from 'lucide-react'
import { matchRanges, type Term } from '#/domain/search'
import { roleWords } from '#/domain/member-roles'
import { absoluteTime, spanWords, type TimeZoneChoice } from '#/domain/time-words'
import { Age } from '#/ui/Age'
import { Avatar } from '#/ui/Avatar'
import { Chip } from '#/ui/Chip'
import { Icon } from '#/ui/Icon'
import { MarkedText } from '#/ui/MarkedText'
import { onRowLink } from '#/ui/row-link'
import { shownName, type MemberRow } from './member-row'

interface PersonProps {
  member: MemberRow
  terms: readonly Term[]
  isMe: boolean
  isCompact: boolean
  href: string
  onOpen: () => void
}

/** Name over address; one line where rows are compact. */
export function PersonCell({ member, terms, isMe, isCompact, href, onOpen }: PersonProps) {
  const name = shownName(member)
  return (
    <div className="flex min-w-0 items-center gap-2">
      <Avatar name={name} size={24} tone={isMe ? 'strong' : 'quiet'} />
      <a
        href={href}
        tabIndex={-1}
        onClick={onRowLink(onOpen)}
        className={isCompact ? 'flex min-w-0 items-baseline gap-2' : 'block min-w-0'}
      >
        <bdi className="block truncate font-medium hover:underline" title={name}>
          <MarkedText text={name} ranges={matchRanges(name, terms)} />
          {isMe && <span className="font-normal text-muted"> (you)</span>}
        </bdi>
        {member.name !== null && (
          <span className="block truncate text-meta text-muted" title={member.email}>
            <MarkedText text={member.email} ranges={matchRanges(member.email, terms)} />
          </span>
        )}
      </a>
      <StatusChip member={member} />
    </div>
  )
}

/** What stands in the way of a member; nothing of one who is confirmed. */
export function StatusChip({ member }: { member: MemberRow }) {
  switch (member.status) {
    case 'confirmed':
      return null
    case 'accepted':
      return (
        <Chip icon={UserCheck} tone="warning">
          To confirm
        </Chip>
      )
    case 'revoked':
      return (
        <Chip icon={Ban} tone="danger">
          Revoked
        </Chip>
      )
    case 'invited':
    case 'staged':
      return <Chip icon={UserRoundPlus}>{member.status === 'staged' ? 'Not invited yet' : 'Invited'}</Chip>
  }
}

export function RoleCell({ member }: { member: MemberRow }) {
  return <span>{roleWords[member.role].label}</span>
}

const none = <span className="text-muted">–</span>

export function GroupsCell({ member }: { member: MemberRow }) {
  const names = member.groupNames
  if (names.length === 0) return <span className="text-muted">None</span>
  const more = names.length - 1
  return (
    <span className="flex min-w-0 items-center gap-1" title={names.join(', ')}>
      <bdi className="min-w-0 truncate">{names[0]}</bdi>
      {more > 0 && <span className="shrink-0 text-muted">+{more}</span>}
    </span>
  )
}

export function SecretsManagerCell({ member }: { member: MemberRow }) {
  return member.hasSecretsManager ? <span>On</span> : <span className="text-muted">Off</span>
}

/** Who has no account yet has nothing to be on or off. */
export function TwoStepCell({ member }: { member: MemberRow }) {
  if (member.hasTwoStep === null) return none
  if (member.hasTwoStep) return <span>On</span>
  return (
    <span className="flex items-center gap-1.5 text-warning">
      <Icon of={ShieldOff} size={14} className="text-warning-icon" />
      Off
    </span>
  )
}

interface SinceProps {
  member: MemberRow
  now: number
  timeZone: TimeZoneChoice
}

export function SinceCell({ member, now, timeZone }: SinceProps) {
  const { since } = member
  if (since === null) return none
  return <Age at={since} words={spanWords(now - since)} whole={() => absoluteTime(since, timeZone)} />
}
