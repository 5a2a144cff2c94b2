import { KeyRound, RotateCcw, Send } from 'lucide-react'
import { recordedAs, traceOf, type ActId } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import type { JobKindName } from '#/jobs/kinds'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import type { IconType } from '#/ui/Icon'
import { MemberNames, type ClosedMember } from './MemberNames'
import { jobItem, membersOf, shownName, type MemberRow } from './member-row'
import { useAct } from './use-act'

interface Words {
  kind: JobKindName
  title: (who: string) => string
  button: (who: string) => string
  icon: IconType
  done: string
  notes: string[]
  trace: ActId
}

const words: Record<'reinvite' | 'restore' | 'switchOn', Words> = {
  reinvite: {
    kind: 'members.reinvite',
    title: (who) => `Send the invitation to ${who} again?`,
    button: (who) => `Send to ${who}`,
    icon: Send,
    done: 'was sent the invitation again',
    notes: ['A new mail with a new link. The link of the mail before goes on working until it ends.'],
    trace: 'reinviteMember',
  },
  restore: {
    kind: 'members.restore',
    title: (who) => `Restore ${who}?`,
    button: (who) => `Restore ${who}`,
    icon: RotateCcw,
    done: 'restored',
    notes: [
      'Back to the status before, with the role, groups and grants of then. Each takes a seat again.',
      'A policy that is not met, or a missing seat, can refuse it: only the server knows.',
    ],
    trace: 'restoreMember',
  },
  switchOn: {
    kind: 'members.switch-on',
    title: (who) => `Switch Secrets Manager on for ${who}?`,
    button: (who) => `Switch on for ${who}`,
    icon: KeyRound,
    done: 'can use Secrets Manager',
    notes: [
      'Each takes a seat of Secrets Manager. Grants that are there already have an effect from the next token on, within the hour.',
    ],
    trace: 'enableSecretsManager',
  },
}

interface Props {
  orgId: string
  act: 'reinvite' | 'restore' | 'switchOn'
  members: readonly MemberRow[]
  closed: readonly ClosedMember[]
  onClose: () => void
  onStarted: () => void
}

export function ActDialog({ orgId, act, members, closed, onClose, onStarted }: Props) {
  const { kind, title, button, icon, done, notes, trace } = words[act]
  const running = useAct({ orgId, onClose, onStarted })
  const [first] = members
  const who = members.length === 1 && first ? shownName(first) : membersOf(members.length)
  return (
    <ConfirmDialog
      title={title(who)}
      confirmLabel={button(membersOf(members.length))}
      confirmIcon={icon}
      width={640}
      busy={running.busy}
      error={running.error}
      onClose={onClose}
      onConfirm={() => {
        if (members.length === 1 && first) running.actOnOne({ act, id: first.id }, first, done)
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
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          <TraceLink act={trace}>{recordedAs(trace)}</TraceLink>
          {traceOf(trace) === 'none' || members.length === 1 ? '.' : ', one event for each.'}
        </li>
      </ul>
    </ConfirmDialog>
  )
}
