import { FileWarning } from 'lucide-react'
import type { MemberFingerprint } from '#/session/member-types'
import { Checkbox } from '#/ui/Checkbox'
import { Icon } from '#/ui/Icon'
import { membersOf, shownName, type MemberRow } from './member-row'

/** As many as somebody compares at a time. */
const SHOWN = 50

const reasons: Record<Exclude<MemberFingerprint['status'], 'read'>, string> = {
  'bad-key':
    'What the server gave is no public key that can be used. Nothing is handed over; the person has to sign in once, or make a new account.',
  none: 'Waits no more: confirmed by somebody else meanwhile, or revoked.',
}

interface Props {
  members: readonly MemberRow[]
  prints: readonly MemberFingerprint[]
  leftOut: ReadonlySet<string>
  /** Null for one alone, who cannot be left out. */
  onLeaveOut: ((leftOut: ReadonlySet<string>) => void) | null
}

export function FingerprintList({ members, prints, leftOut, onLeaveOut }: Props) {
  const byId = new Map(prints.map((print) => [print.id, print]))
  const more = members.length - SHOWN
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(leftOut)
    if (isIn) next.delete(id)
    else next.add(id)
    onLeaveOut?.(next)
  }
  return (
    <ul aria-label="Fingerprints" className="rounded-control border border-line-strong">
      {members.slice(0, SHOWN).map((member) => {
        const print = byId.get(member.id)
        const isRead = print?.status === 'read'
        return (
          <li key={member.id} className="flex items-start gap-3 border-b border-line px-3 py-2 last:border-0">
            {onLeaveOut && (
              <Checkbox
                aria-label={`Confirm ${shownName(member)}`}
                disabled={!isRead}
                checked={isRead && !leftOut.has(member.id)}
                onChange={(event) => toggle(member.id, event.target.checked)}
              />
            )}
            <div className="min-w-0 flex-1">
              <div className="truncate">
                <bdi className="font-medium">{shownName(member)}</bdi>{' '}
                <span className="text-meta text-muted">{member.email}</span>
              </div>
              {isRead ? (
                <code className="block font-mono wrap-anywhere select-all">{print.phrase}</code>
              ) : (
                <p className="flex items-start gap-1.5 text-meta text-danger">
                  <Icon of={FileWarning} size={14} className="mt-px" />
                  {reasons[print?.status ?? 'none']}
                </p>
              )}
            </div>
          </li>
        )
      })}
      {more > 0 && (
        <li className="px-3 py-2 text-meta text-muted">
          and {membersOf(more)} more, whose words are not shown: select fewer to compare them
        </li>
      )}
    </ul>
  )
}
