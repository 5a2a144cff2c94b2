import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Activity, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deleteMachine, machineQuery, SEEN_DAYS, type MachineFacts } from '#/data/machine-accounts'
import { useServerNow } from '#/data/server-now'
import { oneEvent } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { agoWords } from '#/domain/time-words'
import { isLive } from '#/domain/token-expiry'
import type { OrganizationView } from '#/session/protocol'
import { Callout } from '#/ui/Callout'
import { Checkbox } from '#/ui/Checkbox'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { Skeleton } from '#/ui/Skeleton'
import { counted } from '#/lib/counted'
import { shownName, shownToken, type MachineRow } from './machine-row'

interface Props {
  organization: OrganizationView
  machine: Pick<MachineRow, 'id' | 'name' | 'secrets'>
  onClose: () => void
  onDeleted: () => void
}

const MONTH = 30 * 24 * 60 * 60_000

/** Reads anew what it could read and which tokens die, in that order; then the name is typed. */
export function DeleteMachineDialog({ organization, machine, onClose, onDeleted }: Props) {
  const client = useQueryClient()
  const now = useServerNow()
  const [isTicked, setTicked] = useState(false)
  const facts = useQuery({ ...machineQuery(organization.id, machine.id, now), staleTime: 0 })
  const remove = useMutation(deleteMachine(client, organization.id))
  const isReading = facts.isFetching && !facts.data
  const seen = facts.data?.lastSeen.ok ? facts.data.lastSeen.value : null
  const isInUse = seen !== null && now - seen < MONTH
  const tokens = liveTokens(facts.data, now)
  return (
    <ConfirmDialog
      title={`Delete machine account ${shownName(machine)}`}
      description="At once and for good: machine accounts have no trash. No secret is deleted."
      isDanger
      width={640}
      confirmLabel={
        tokens && tokens.length > 0
          ? `Delete machine account and ${counted(tokens.length, 'live token')}`
          : 'Delete machine account'
      }
      confirmIcon={Trash2}
      expected={machine.name ?? machine.id.slice(0, 8)}
      expectedLabel={
        machine.name === null
          ? `Type the beginning of its id, ${machine.id.slice(0, 8)}, to delete it`
          : 'Type the machine account’s name to delete it'
      }
      disabledReason={
        (isReading && 'Its tokens and projects are being read.') ||
        (isInUse && !isTicked && 'Tick that whatever still reads with it may stop.')
      }
      busy={remove.isPending}
      error={remove.error?.message}
      onClose={onClose}
      onConfirm={() => {
        // By the promise: its page takes the dialog away before the callbacks of a mutation run.
        void remove.mutateAsync(machine.id).then(onDeleted, () => undefined)
      }}
    >
      {isReading ? (
        <div role="status" aria-label="Reading" className="flex flex-col gap-2">
          <Skeleton className="h-4 w-72" />
          <Skeleton className="h-4 w-96" />
          <Skeleton className="h-4 w-64" />
        </div>
      ) : (
        <dl className="flex flex-col gap-4">
          <Part
            title={`${counted(machine.secrets, 'secret')} ${machine.secrets === 1 ? 'is' : 'are'} no longer read by it`}
            text={projectsText(facts.data)}
          />
          <Part title={tokensTitle(tokens)} text={tokensText(tokens)} />
          <Part title={seenTitle(facts.data, organization.useEvents, now)} text={SIGNED_IN} />
        </dl>
      )}
      {isInUse && (
        <Checkbox
          checked={isTicked}
          onChange={(event) => setTicked(event.target.checked)}
          label={`It has read within 30 days, last ${agoWords(now - seen)}. Whatever reads with it may stop.`}
        />
      )}
      {facts.error && (
        <Callout tone="warning" title="Not all of it could be read.">
          {facts.error.message}
        </Callout>
      )}
      <Callout icon={Activity}>
        Recorded as one <TraceLink act="deleteMachine">{oneEvent('deleteMachine')}</TraceLink>. It names
        neither its tokens nor what it read.
      </Callout>
    </ConfirmDialog>
  )
}

const SIGNED_IN =
  'A machine that is signed in right now keeps its session for up to an hour, and finds nothing in it.'

function Part({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <dt className="font-medium">{title}</dt>
      <dd className="wrap-anywhere text-muted">{text}</dd>
    </div>
  )
}

/** Null where its tokens are not known. */
function liveTokens(facts: MachineFacts | undefined, now: number): string[] | null {
  if (!facts?.tokens.ok) return null
  return facts.tokens.value.filter((token) => isLive(token.expiresAt, now)).map(shownToken)
}

function projectsText(facts: MachineFacts | undefined): string {
  if (!facts?.projects.ok) return 'Through which projects is not known.'
  const names = facts.projects.value.map(({ id, name }) =>
    name.ok ? name.text : `Project ${id.slice(0, 8)}`,
  )
  return names.length === 0
    ? 'No project is shared with it. Grants on single secrets go too.'
    : `Through ${names.join(', ')}. Grants on single secrets go too.`
}

function tokensTitle(tokens: string[] | null): string {
  if (!tokens) return 'How many access tokens end is not known'
  return tokens.length === 0 ? 'No live access token ends' : `${counted(tokens.length, 'access token')} end`
}

const tokensText = (tokens: string[] | null): string =>
  tokens && tokens.length > 0
    ? `${tokens.join(', ')}. The next sign-in with one of them is refused.`
    : 'Expired ones go with it.'

function seenTitle(facts: MachineFacts | undefined, hasLog: boolean, now: number): string {
  if (!hasLog || !facts?.lastSeen.ok) return 'When it read last is not known'
  const at = facts.lastSeen.value
  return at === null ? `It has read nothing in ${SEEN_DAYS} days` : `It was seen last ${agoWords(now - at)}`
}
