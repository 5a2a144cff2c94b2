import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useMemo, useState, type SyntheticEvent } from 'react'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { inviteMembers, secretsManagerSeatsQuery } from '#/data/members'
import { newAddresses, readAddresses, type KnownAddresses } from '#/domain/address-list'
import type { MemberAccess } from '#/session/member-types'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { HeldDialog } from '#/ui/HeldDialog'
import { TextArea } from '#/ui/TextArea'
import { showToast } from '#/ui/toast-store'
import { AccessFields } from './AccessFields'
import { AddressVerdicts } from './AddressVerdicts'
import { canGiveRole, type Actor } from './can'
import { actErrorWords, useStart } from './use-act'
import type { MemberList } from './use-members'

/** The server takes so many addresses in one request; more go through the queue. */
const AT_ONCE = 20

const peopleOf = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`

interface Props {
  orgId: string
  list: MemberList
  actor: Actor
  onClose: () => void
}

export function InviteDialog({ orgId, list, actor, onClose }: Props) {
  const { own } = actor
  const formId = useId()
  const [text, setText] = useState('')
  const [access, setAccess] = useState<MemberAccess>({
    role: 'user',
    permissions: [],
    hasSecretsManager: own.hasSecretsManager,
    hasPam: false,
    collections: [],
    groups: [],
  })
  const known = useKnown(list)
  const entries = useMemo(() => readAddresses(text, known), [text, known])
  const addresses = useMemo(() => newAddresses(entries), [entries])
  const sending = useInvitation(orgId, onClose)
  const left = own.seats === null ? null : own.seats - (list.counts?.seats ?? 0)
  const taken = list.counts?.secretsManagerSeats ?? 0
  const smSeats = useQuery({ ...secretsManagerSeatsQuery(orgId), enabled: own.role === 'owner' })
  const smLeft = typeof smSeats.data === 'number' ? smSeats.data - taken : null
  const closed = closedWords(addresses.length, access, { left, smLeft, isSelfHosted: own.isSelfHosted })

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    if (!closed && !sending.busy) sending.send(addresses, access)
  }

  return (
    <HeldDialog
      title="Invite people"
      description="One address a line, or separated by commas, semicolons, tabs or spaces; CSV too. Names beside addresses are dropped."
      width={720}
      loses={text.trim() !== '' && 'the list of addresses'}
      busy={sending.busy}
      onClose={onClose}
      footerStart={
        <>
          <TraceLink act="inviteMember">{recordsOne('inviteMember')}</TraceLink> for each person. Each gets a
          mail, good for 5 days unless the server says otherwise.
        </>
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="solid" busy={sending.busy} disabledReason={closed}>
            Invite {peopleOf(addresses.length)}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextArea
          label="Addresses"
          mono
          hasLineNumbers
          rows={6}
          autoComplete="off"
          value={text}
          onChange={setText}
          hintAside={seatWords(left, own.seats)}
        />
        <AddressVerdicts entries={entries} />
        <AccessFields
          orgId={orgId}
          own={own}
          access={access}
          onChange={setAccess}
          canBe={(role) => canGiveRole(own, role)}
          groups={list.groups}
          secretsManagerNote={smWords(own.hasSecretsManager, taken, smLeft)}
        />
        {sending.error && (
          <Callout tone="danger" role="alert" title="Nobody was invited">
            {sending.error} Your list and choices are still here.
          </Callout>
        )}
      </form>
    </HeldDialog>
  )
}

/** At once, or through the queue where one request does not take them all. */
function useInvitation(orgId: string, onClose: () => void) {
  const invite = useMutation(inviteMembers(useQueryClient(), orgId))
  const queue = useStart({ onClose, onStarted: () => undefined })
  return {
    busy: invite.isPending || queue.busy,
    error: invite.error ? actErrorWords(invite.error) : queue.error,
    send: (addresses: string[], access: MemberAccess) => {
      if (addresses.length > AT_ONCE) {
        void queue.start({
          kind: 'members.invite',
          organizationId: orgId,
          content: access,
          items: addresses.map((address) => ({
            id: crypto.randomUUID(),
            label: address,
            content: address,
          })),
        })
        return
      }
      invite.mutate(
        { emails: addresses, access },
        {
          onSuccess: () => {
            showToast(`Invited ${peopleOf(addresses.length)}`)
            onClose()
          },
        },
      )
    },
  }
}

function useKnown({ rows }: MemberList): KnownAddresses {
  return useMemo(
    () =>
      new Map(
        (rows ?? []).map(({ email, status }) => [
          email.toLowerCase(),
          status === 'invited' || status === 'revoked' ? status : ('member' as const),
        ]),
      ),
    [rows],
  )
}

function seatWords(left: number | null, seats: number | null): string | undefined {
  if (left === null || seats === null) return undefined
  return `${Math.max(0, left).toLocaleString('en-GB')} of ${seats.toLocaleString('en-GB')} seats left`
}

function smWords(hasProduct: boolean, taken: number, left: number | null): string {
  if (!hasProduct) return 'This organization does not have Secrets Manager'
  if (left === null) return `Takes a seat each; ${taken.toLocaleString('en-GB')} are taken`
  return `Takes a seat each; ${Math.max(0, left).toLocaleString('en-GB')} left, ${taken.toLocaleString('en-GB')} taken`
}

interface Seats {
  left: number | null
  smLeft: number | null
  isSelfHosted: boolean
}

/** A cloud server may buy seats, so only a self-hosted one is sure to refuse. */
function closedWords(
  count: number,
  { role, permissions, hasSecretsManager }: MemberAccess,
  { left, smLeft, isSelfHosted }: Seats,
): string | false {
  if (count === 0) return 'Type or paste the address of somebody who is not a member yet.'
  if (role === 'custom' && permissions.length === 0)
    return 'Tick what the custom role may do, or choose User, which may do nothing more.'
  if (!isSelfHosted) return false
  if (left !== null && count > left)
    return `${count.toLocaleString('en-GB')} people need more seats than are left, and a self-hosted server cannot buy any.`
  return (
    hasSecretsManager &&
    smLeft !== null &&
    count > smLeft &&
    'Secrets Manager has fewer seats left, and a self-hosted server cannot buy any: switch it off for this invitation, or invite fewer.'
  )
}
