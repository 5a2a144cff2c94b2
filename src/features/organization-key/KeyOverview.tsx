import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Eye, FlaskConical, RotateCw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { publicKeyDate } from '#/data/organization-key'
import { peopleQuery } from '#/data/people'
import { useSettings } from '#/data/settings'
import { absoluteTime } from '#/domain/time-words'
import type { OrganizationView } from '#/session/protocol'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { FactList } from '#/ui/FactList'
import { IdText } from '#/ui/IdText'
import { linkClass } from '#/ui/link-class'
import { KeyDialog } from './KeyDialog'
import { clientIdOf } from './key-words'
import type { KeyRotationState } from './use-key-rotation'

const OTHERS = [
  {
    type: 2,
    label: 'SCIM key',
    what: 'For provisioning by an identity provider. Not touched by a rotation here.',
  },
  { type: 1, label: 'Billing sync key', what: 'Between a self-hosted organization and its cloud plan.' },
]

/** What can be known of the key without it, and its three acts. */
export function KeyOverview({
  organization,
  state,
}: {
  organization: OrganizationView
  state: KeyRotationState
}) {
  const { timeZone } = useSettings()
  const [intent, setIntent] = useState<'view' | 'test' | null>(null)
  const people = useQuery(peopleQuery(organization.id))
  const owners = people.data?.filter(({ isOwner }) => isOwner) ?? null
  const { data } = state.dates
  const date = publicKeyDate(data)
  return (
    <div className="flex max-w-240 flex-col gap-6 p-4">
      <KeyActs state={state} onAsk={setIntent} />
      <FactList
        facts={[
          { label: 'client_id', value: <IdText id={clientIdOf(organization.id)} of="key" /> },
          {
            label: 'client_secret',
            value: date === null ? 'None yet' : 'Behind your master password or a mailed code',
            note: 'The key itself. It can be viewed again at any time.',
          },
          { label: 'scope', value: <span className="font-mono text-meta">api.organization</span> },
          {
            label: 'Who may',
            value: owners
              ? owners.map(({ name, email }) => name ?? email).join(', ') || 'Nobody'
              : 'Owners; their names are not known here',
            note: 'Owners alone. The server answers “not found” to everybody else.',
          },
          ...OTHERS.map(({ type, label, what }) => {
            const other = data?.find((key) => key.type === type)
            return {
              label,
              value: other ? `Since ${absoluteTime(other.changedAt, timeZone)}` : data ? 'None' : 'Not known',
              note: what,
            }
          }),
          {
            label: 'Description',
            value: (
              <Link
                to="/orgs/$orgId/organization/api"
                params={{ orgId: organization.id }}
                className={linkClass}
              >
                Endpoints of the Public API
              </Link>
            ),
            note: 'What programs can do with this key, as this server describes it.',
          },
          {
            label: 'Recorded',
            value: 'Nothing',
            note: 'Viewing, testing and rotating leave no event. What is done with the key does, without a name; reading with it does not.',
          },
        ]}
      />
      {intent && (
        <KeyDialog
          organization={organization}
          intent={intent}
          isFirst={date === null}
          onClose={() => setIntent(null)}
        />
      )}
    </div>
  )
}

interface ActsProps {
  state: KeyRotationState
  onAsk: (intent: 'view' | 'test') => void
}

function KeyActs({ state, onAsk }: ActsProps) {
  const covered = useCoveredReason()
  const rotateButton = useRef<HTMLButtonElement>(null)
  const { isOwn } = state
  useEffect(() => {
    // The rotation that ended took the focus with it.
    if (isOwn) rotateButton.current?.focus()
  }, [isOwn])
  const closed =
    covered || (publicKeyDate(state.dates.data) === undefined && 'Whether there is a key is not known yet.')
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={Eye} disabledReason={closed} onClick={() => onAsk('view')}>
        View key
      </Button>
      <Button icon={FlaskConical} disabledReason={closed} onClick={() => onAsk('test')}>
        Test key
      </Button>
      <Button
        ref={rotateButton}
        variant="solid"
        icon={RotateCw}
        disabledReason={closed}
        onClick={state.start}
      >
        Rotate key
      </Button>
    </div>
  )
}
