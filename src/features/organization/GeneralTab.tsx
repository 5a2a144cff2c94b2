import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Check, LockKeyhole, Minus } from 'lucide-react'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import { rosterQuery } from '#/data/groups'
import { organizationFactsQuery } from '#/data/organization'
import { mayListGroups } from '#/domain/rights'
import type { OrganizationFacts, Roster } from '#/session/organization-types'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { Callout } from '#/ui/Callout'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { FactList } from '#/ui/FactList'
import { Icon } from '#/ui/Icon'
import { IdText } from '#/ui/IdText'
import { SkeletonRows } from '#/ui/Skeleton'
import { canChangeOrganization } from './can'
import { CollectionRulesForm } from './CollectionRulesForm'
import { Part } from './Part'

const route = getRouteApi('/open/orgs/$orgId/organization/')

const roles: Record<string, string> = { owner: 'Owner', admin: 'Admin', user: 'User', custom: 'Custom role' }

/** What the organization is, has, and how its collections are governed. */
export function GeneralTab() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const verdict = organization ? canChangeOrganization(organization) : true
  const facts = useQuery({ ...organizationFactsQuery(orgId), enabled: verdict === true })
  const mayCount = organization !== undefined && mayListGroups(organization) === true
  const roster = useQuery({ ...rosterQuery(orgId), enabled: mayCount })
  if (!organization) return null
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-8">
      <title>Organization · Strongroom</title>
      <General organization={organization} facts={facts.data ?? null} />
      {verdict !== true && (
        <Callout
          icon={LockKeyhole}
          title="The server tells the rest to owners alone."
          className="mt-6 max-w-160"
        >
          {verdict.no} Plan, seats and what is switched on are not known to you.
        </Callout>
      )}
      {facts.data === null && (
        <Callout tone="warning" title="The server refused to tell the rest." className="mt-6 max-w-160">
          Your role may have been changed since you signed in. Sign in again to see what it is now.
        </Callout>
      )}
      {facts.data && (
        <Owned orgId={orgId} facts={facts.data} roster={roster.data ?? null} mayCount={mayCount} />
      )}
      {verdict === true && facts.isPending && <SkeletonRows rows={6} label="Loading the organization" />}
      {facts.error && !facts.data && (
        <ErrorPanel
          title="The organization could not be loaded"
          text={`${facts.error.message} Its plan and seats are not known right now.`}
          request={[`GET /api/organizations/${orgId.slice(0, 8)}…`, howItEnded(facts.error)]}
          details={errorReport(facts.error)}
          onRetry={() => void facts.refetch()}
          retryBusy={facts.isFetching}
        />
      )}
    </div>
  )
}

function General({
  organization,
  facts,
}: {
  organization: OrganizationView
  facts: OrganizationFacts | null
}) {
  return (
    <Part title="General">
      <FactList
        facts={[
          { label: 'Name', value: organization.name },
          { label: 'Id', value: <IdText id={organization.id} of="organization" /> },
          { label: 'Your role', value: roles[organization.role] ?? organization.role },
          ...(facts
            ? [
                { label: 'Billing e-mail', value: facts.email ?? '–' },
                {
                  label: 'Plan',
                  value: facts.plan ?? 'Not told',
                  note: facts.isSelfHosted
                    ? 'Self-hosted: name, e-mail and plan come from the licence file and are changed there.'
                    : undefined,
                },
              ]
            : []),
        ]}
      />
    </Part>
  )
}

interface OwnedProps {
  orgId: string
  facts: OrganizationFacts
  roster: Roster | null
  mayCount: boolean
}

const TAKES_SEAT = [0, 1, 2]

function Owned({ orgId, facts, roster, mayCount }: OwnedProps) {
  const taken = roster?.members.filter(({ status }) => TAKES_SEAT.includes(status)).length
  return (
    <>
      <Part title="Seats">
        <FactList
          facts={[
            {
              label: 'Members',
              value: seatWords(taken, facts.seats),
              note: mayCount
                ? 'Invited, accepted and confirmed members take a seat, revoked ones do not.'
                : 'How many are taken is not known to you.',
            },
            { label: 'Secrets Manager', value: seatWords(undefined, facts.secretsSeats) },
            { label: 'Machine accounts', value: seatWords(undefined, facts.machineSeats) },
            { label: 'Collections', value: facts.maxCollections ?? 'No limit' },
            { label: 'Storage', value: facts.storageGb === null ? 'Not told' : `${facts.storageGb} GB` },
          ]}
        />
      </Part>
      <Part title="What is switched on">
        <ul className="grid max-w-160 grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-4 gap-y-1.5">
          {facts.has.map(({ part, isOn }) => (
            <li key={part} className="flex items-center gap-2">
              <Icon of={isOn ? Check : Minus} size={14} className={isOn ? 'text-good' : 'text-muted'} />
              <span className={isOn ? undefined : 'text-muted'}>{part}</span>
              <span className="sr-only">{isOn ? 'is on' : 'is off'}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Who governs collections">
        <CollectionRulesForm key={JSON.stringify(facts.rules)} orgId={orgId} rules={facts.rules} />
      </Part>
    </>
  )
}

function seatWords(taken: number | undefined, seats: number | null): string {
  const of = seats === null ? 'no limit' : seats.toLocaleString('en-GB')
  if (taken === undefined) return seats === null ? 'No limit' : of
  return `${taken.toLocaleString('en-GB')} of ${of}`
}
