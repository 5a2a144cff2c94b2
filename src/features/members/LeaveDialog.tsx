import { Link } from '@tanstack/react-router'
import { Ban, UserMinus } from 'lucide-react'
import { recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { linkClass } from '#/ui/link-class'
import { MemberNames, type ClosedMember } from './MemberNames'
import { jobItem, membersOf, shownName, type MemberRow } from './member-row'
import { useAct } from './use-act'

const words = {
  revoke: {
    kind: 'members.revoke',
    verb: 'Revoke',
    done: 'revoked',
    icon: Ban,
    notes: [
      'Role, groups and grants stay, and have no effect. Restoring brings all of it back. The seat is free at once.',
    ],
    trace: 'revokeMember',
  },
  remove: {
    kind: 'members.remove',
    verb: 'Remove',
    done: 'removed',
    icon: UserMinus,
    notes: [
      'Groups, collections and grants go with the row. Nothing brings them back: a new invitation begins empty. The account of the person stays.',
    ],
    trace: 'removeMember',
  },
} as const

interface Props {
  orgId: string
  act: 'revoke' | 'remove'
  members: readonly MemberRow[]
  closed: readonly ClosedMember[]
  onClose: () => void
  onStarted: () => void
}

/** Before somebody goes: what ends, what goes on, and what they know. */
export function LeaveDialog({ orgId, act, members, closed, onClose, onStarted }: Props) {
  const { kind, verb, done, icon, notes, trace } = words[act]
  const running = useAct({ orgId, onClose, onStarted })
  const [first] = members
  const isOne = members.length === 1
  const who = isOne && first ? shownName(first) : membersOf(members.length)
  return (
    <ConfirmDialog
      title={`${verb} ${who}?`}
      width={640}
      isDanger
      confirmLabel={`${verb} ${membersOf(members.length)}`}
      confirmIcon={icon}
      {...(members.length >= 10 && { expected: String(members.length) })}
      busy={running.busy}
      error={running.error}
      onClose={onClose}
      onConfirm={() => {
        if (isOne && first) running.actOnOne({ act, id: first.id }, first, done)
        else
          void running.start({
            kind,
            organizationId: orgId,
            items: members.map(jobItem),
          })
      }}
    >
      {members.length + closed.length > 1 && <MemberNames {...{ members, closed }} />}
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">
        <li className="text-text">
          A session that is open goes on: the server takes the rights from its access token, which works up to
          an hour longer. Only after that is it refused.
        </li>
        <li className="text-text">
          It takes rights, not what was seen.{' '}
          {isOne && first ? (
            <Link
              to="/orgs/$orgId/members/$memberId/leaving"
              params={{ orgId, memberId: first.id }}
              className={`${linkClass} underline`}
              onClick={onClose}
            >
              What {shownName(first)} read in the last year and is still in use
            </Link>
          ) : (
            'The tab “Leaving” of each member lists what was read in the last year and is still in use.'
          )}
        </li>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          <TraceLink act={trace}>{recordedAs(trace)}</TraceLink>
          {!isOne && ', one event for each'}, under your name.
        </li>
      </ul>
    </ConfirmDialog>
  )
}
