import { Activity, LockKeyhole, SearchX } from 'lucide-react'
import type { Verdict } from '#/domain/verdict'
import { resumeEvents } from '#/data/events'
import type { FoundEvents, EventLoadState } from '#/session/event-types'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'

interface Props {
  organization: OrganizationView
  /** Under which the log is read (`logPlace`). */
  place: string
  verdict: Verdict
  state: EventLoadState | null
  answer: FoundEvents | null
  onClear?: () => void
}

/** Not permitted, failed, switched off, none and no match are different things. */
export function EventsEmpty({ organization, place, verdict, state, answer, onClear }: Props) {
  const isDenied = state?.fault?.kind === 'denied'
  if (verdict !== true || isDenied) {
    return (
      <EmptyState
        icon={LockKeyhole}
        title="You may not read the event log"
        text={verdict === true ? DENIED : verdict.no}
      />
    )
  }
  if (state?.status === 'failed' && state.rows === 0)
    return (
      <Failed state={state} orgId={organization.id} place={place} isAudit={organization.role === 'audit'} />
    )
  if (!state || !answer || state.status === 'loading' || state.status === 'waiting')
    return <SkeletonRows label="Loading events" />
  if (answer.inRange > 0 && answer.matched === 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No event matches"
        text={`None of the ${answer.inRange.toLocaleString('en-GB')} events in this range is left by what you search and filter for.`}
        actions={onClear && <Button onClick={onClear}>Clear search and filters</Button>}
      />
    )
  }
  if (!organization.useEvents) {
    return (
      <EmptyState
        icon={Activity}
        title="Event logs are switched off in this organization"
        text="Nothing that happens here is recorded: that there is no event does not mean that nothing happened. Event logs belong to the Teams and Enterprise plans; an owner can change the plan. What was recorded before a switch-off is still shown."
      />
    )
  }
  return (
    <EmptyState
      icon={Activity}
      title="Nothing was recorded in this range"
      text="The log was read to its end. Choose a longer range to look further back. Some acts leave no event, such as listing secrets or changing who can reach them."
    />
  )
}

const DENIED =
  'The server tells this account nothing of the log. Owners, admins, and members whose custom role has “access event logs” can read it; an owner or admin can give you that.'

interface FailedProps {
  state: EventLoadState
  orgId: string
  place: string
  isAudit: boolean
}

function Failed({ state, orgId, place, isAudit }: FailedProps) {
  const { fault } = state
  const text =
    fault?.kind === 'request'
      ? fault.message
      : 'The server gives the same page again and again, so that nothing older can be read.'
  const request = [
    isAudit ? 'GET /api/public/events' : `GET /api/organizations/${orgId.slice(0, 8)}…/events`,
    fault?.kind === 'request' && fault.status > 0
      ? `answered ${fault.status}`
      : 'no answer that could be used',
  ]
  return (
    <ErrorPanel
      title="Events could not be loaded"
      text={text}
      request={request}
      details={[...request, text].join('\n')}
      onRetry={() => void resumeEvents(place)}
    />
  )
}
