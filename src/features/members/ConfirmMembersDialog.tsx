import { useQuery } from '@tanstack/react-query'
import { UserCheck } from 'lucide-react'
import { useState } from 'react'
import { fingerprintsQuery } from '#/data/members'
import type { MemberFingerprint } from '#/session/member-types'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { Skeleton } from '#/ui/Skeleton'
import { FingerprintList } from './FingerprintList'
import type { ClosedMember } from './MemberNames'
import { jobItem, membersOf, shownName, type MemberRow } from './member-row'
import { actErrorWords, useAct } from './use-act'

interface Props {
  orgId: string
  members: readonly MemberRow[]
  closed: readonly ClosedMember[]
  onClose: () => void
  onStarted: () => void
  /** The words differ: what can be done about it. */
  onMismatch: (member: MemberRow) => void
}

/** Shows whose key the organization key is wrapped for, before it is. */
export function ConfirmMembersDialog(props: Props) {
  const { orgId, members, closed, onClose, onStarted, onMismatch } = props
  const who = members.flatMap(({ id, userId }) => (userId === null ? [] : [{ id, userId }]))
  const prints = useQuery(fingerprintsQuery(orgId, who))
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [hasMismatch, setMismatch] = useState(false)
  const act = useAct({ orgId, onClose, onStarted })
  const [first] = members
  const isOne = members.length === 1
  const phrases = phrasesOf(prints.data ?? [])
  const chosen = members.filter(({ id }) => phrases.has(id) && !leftOut.has(id))
  const title = isOne && first ? `Confirm ${shownName(first)}?` : `Confirm ${membersOf(members.length)}?`

  function confirm() {
    const [one] = chosen
    if (isOne && one?.userId) {
      const { id, userId } = one
      act.actOnOne({ act: 'confirm', id, userId, phrase: phrases.get(id) ?? null }, one, 'confirmed')
      return
    }
    void act.start({
      kind: 'members.confirm',
      organizationId: orgId,
      items: chosen.map((member) => ({
        ...jobItem(member),
        content: { userId: member.userId, phrase: phrases.get(member.id) ?? null },
      })),
    })
  }

  return (
    <ConfirmDialog
      title={title}
      width={640}
      confirmLabel={isOne ? 'Confirm 1 member' : `Confirm ${membersOf(chosen.length)}`}
      confirmIcon={UserCheck}
      busy={act.busy}
      error={act.error}
      disabledReason={closedWords(prints.data, chosen.length, hasMismatch)}
      footerStart={`Recorded as “confirmed user” (1501)${isOne ? '' : ' for each'}, under your name.`}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>
        Confirming hands over the key that opens every name and value this person may reach. It is wrapped
        here, in your browser, for the public key that the server gives.{' '}
        <strong className="font-medium">
          Ask the person for the fingerprint phrase of the account, by phone or face to face:
        </strong>{' '}
        it stands in the account’s settings. The same five words mean the same key; other words mean that
        somebody stands in between.
      </p>
      {prints.isPending && <Skeleton className="h-10 w-full" />}
      {prints.error && (
        <Callout
          tone="danger"
          role="alert"
          title="The public keys could not be read"
          actions={
            <Button size={28} busy={prints.isFetching} onClick={() => void prints.refetch()}>
              Try again
            </Button>
          }
        >
          {actErrorWords(prints.error)}
        </Callout>
      )}
      {prints.data && (
        <FingerprintList
          members={members}
          prints={prints.data}
          leftOut={leftOut}
          onLeaveOut={isOne ? null : setLeftOut}
        />
      )}
      {closed.length > 0 && (
        <p className="text-muted">
          {membersOf(closed.length)} of your selection {closed.length === 1 ? 'is' : 'are'} left alone: only
          who has accepted and waits can be confirmed.
        </p>
      )}
      {isOne && first && phrases.has(first.id) && !hasMismatch && (
        <div>
          <Button size={28} onClick={() => setMismatch(true)}>
            The words differ
          </Button>
        </div>
      )}
      {hasMismatch && first && <Mismatch member={first} onRemove={() => onMismatch(first)} />}
    </ConfirmDialog>
  )
}

function Mismatch({ member, onRemove }: { member: MemberRow; onRemove: () => void }) {
  return (
    <Callout
      tone="danger"
      role="alert"
      title="Do not confirm"
      actions={
        <Button size={28} variant="danger" onClick={onRemove}>
          Remove {shownName(member)} from the organization
        </Button>
      }
    >
      Nothing was handed over. Either the words are those of another account, or the server gives a key that
      is not the person’s. Compare once more; if they still differ, remove the row, and tell whoever runs the
      server.
    </Callout>
  )
}

const phrasesOf = (prints: readonly MemberFingerprint[]): ReadonlyMap<string, string> =>
  new Map(prints.flatMap((print) => (print.status === 'read' ? [[print.id, print.phrase] as const] : [])))

function closedWords(
  prints: readonly MemberFingerprint[] | undefined,
  chosen: number,
  hasMismatch: boolean,
): string | false {
  if (hasMismatch) return 'The words differ, so this is not the key of the person.'
  if (!prints) return 'The public keys are being read.'
  return chosen === 0 && 'There is nobody whose key can be used.'
}
