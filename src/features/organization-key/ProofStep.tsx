import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useId } from 'react'
import { publicUseQuery } from '#/data/organization-key'
import { useServerNow } from '#/data/server-now'
import { useSettings } from '#/data/settings'
import { isOvertaken } from '#/domain/key-rotation'
import { keySnippets } from '#/domain/key-snippets'
import { clockTime } from '#/domain/time-words'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { SnippetBox } from '#/ui/SnippetBox'
import { CheckRows, OLD_KEY, testChecks, type Check } from './CheckRows'
import { KeyBox } from './KeyBox'
import { PlacesList } from './PlacesStep'
import { ProofForm } from './ProofForm'
import type { KeyRotationState } from './use-key-rotation'
import { useMemberCount } from './use-member-count'
import { useProof } from './use-proof'

const HOUR = 60 * 60_000

interface Props {
  organization: OrganizationView
  state: KeyRotationState
}

/** The new key, what shows that it works, and where it must go. */
export function ProofStep({ organization, state }: Props) {
  const { timeZone } = useSettings()
  const { rotation, keys, answer } = state
  if (!rotation || (answer?.kind !== 'known' && answer?.kind !== 'lost-new')) return null
  const { changedAt } = answer
  const done = rotation.places.filter(({ doneAt }) => doneAt !== null).length
  return (
    <>
      <p className="text-muted">
        The old key stopped working at {clockTime(changedAt, timeZone)}. Whatever still holds it fails until
        you update it; tokens issued before that last until {clockTime(changedAt + HOUR, timeZone)} at most.
      </p>
      {answer.kind === 'lost-new' && (
        <Callout tone="warning" role="status" title="The key is new, but the server’s answer was lost.">
          The date of the key has moved since you asked. Show the new key now: the old one is refused.
        </Callout>
      )}
      {isOvertaken(rotation, state.date) && (
        <Callout tone="danger" role="alert" title="Somebody rotated the key again since.">
          What stands below is of the key between. Finish this rotation and begin with the key that holds now.
        </Callout>
      )}
      {keys.fresh ? (
        <>
          <KeyBox organizationId={organization.id} secret={keys.fresh.key} />
          <Checks organization={organization} state={state} />
          <SnippetBox
            label="How programs take the key"
            snippets={keySnippets({ origin: location.origin, organizationId: organization.id })}
          />
        </>
      ) : (
        <ShowAgain state={state} />
      )}
      <section aria-label="Where it must go">
        <h3 className="mb-2 flex flex-wrap items-baseline gap-x-2 font-semibold">
          Where it must go
          <span className="font-normal text-muted">
            {rotation.places.length === 0
              ? 'no place was listed'
              : `${done} of ${rotation.places.length} updated`}
          </span>
        </h3>
        <PlacesList
          places={rotation.places}
          now={state.serverNow}
          onChange={(places) => state.change({ places })}
        />
        <UseSince organization={organization} since={changedAt} />
      </section>
    </>
  )
}

/** After a reload or a lock the key is not in this page any more; the server shows it again. */
function ShowAgain({ state }: { state: KeyRotationState }) {
  const formId = useId()
  return (
    <section aria-label="Show the new key">
      <Callout className="mb-4">
        The new key is not in this page: it is kept nowhere on this device. The server shows it again. That
        the old key is refused can no longer be shown, since that one is gone.
      </Callout>
      <ProofForm
        formId={formId}
        busy={state.viewing.isPending}
        error={state.viewing.error}
        onProof={state.show}
      />
      <Button type="submit" form={formId} busy={state.viewing.isPending}>
        Show new key
      </Button>
    </section>
  )
}

function Checks({ organization, state }: Props) {
  const { timeZone } = useSettings()
  const proof = useProof(organization.id, state)
  const members = useMemberCount(organization.id)
  const { old } = state.keys
  const oldExchange = proof.old?.exchange
  const oldCheck: Check = {
    ...OLD_KEY,
    state: proof.isOldRunning
      ? 'running'
      : !oldExchange
        ? 'waiting'
        : !oldExchange.ok && oldExchange.isRefused
          ? 'passed'
          : 'failed',
    words: !old
      ? 'Cannot be shown: the old key was not read before.'
      : !oldExchange
        ? ''
        : oldExchange.ok
          ? `Still taken at ${clockTime(proof.old?.at ?? 0, timeZone)}. ${proof.isWaiting ? 'Tried again every 15 s: a server may keep a key for five minutes.' : 'Look whether the server runs more than one machine.'}`
          : oldExchange.isRefused
            ? `${oldExchange.status} invalid_client, as it should be`
            : oldExchange.message,
  }
  const checks = [...testChecks(proof.fresh, proof.isRunning, members), oldCheck]
  const passed = checks.filter((check) => check.state === 'passed').length
  return (
    <section aria-label="Checks">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h3 className="font-semibold">Checks</h3>
        <span role="status" className="flex-1 text-muted">
          {proof.fresh ? `${passed} of ${checks.length} passed` : 'not run yet; you can go on without'}
        </span>
        {proof.isWaiting && (
          <Button size={28} onClick={proof.stop}>
            Stop trying the old key
          </Button>
        )}
        <Button size={28} icon={RefreshCw} busy={proof.isRunning} onClick={proof.run}>
          {proof.fresh ? 'Check again' : 'Run 3 checks'}
        </Button>
      </div>
      <CheckRows checks={checks} />
      <p className="mt-1 text-meta text-muted">
        Each exchange that works issues a token that lives for an hour. This page forgets it at once.
      </p>
      {proof.error && (
        <Callout tone="danger" role="alert" className="mt-2">
          {proof.error.message}
        </Callout>
      )}
    </section>
  )
}

function UseSince({ organization, since }: { organization: OrganizationView; since: number }) {
  const now = useServerNow()
  const { timeZone } = useSettings()
  const use = useQuery({ ...publicUseQuery(organization.id, now), enabled: organization.canReadEvents })
  if (!use.data) return null
  const acts = use.data.acts.filter(({ at }) => at > since)
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3 text-meta text-muted">
      <p role="status" className="min-w-0 flex-1">
        {acts.length === 0
          ? 'No act through the Public API since the rotation. Reading leaves none.'
          : `${acts.length} ${acts.length === 1 ? 'act' : 'acts'} through the Public API since the rotation, the last at ${clockTime(Math.max(...acts.map(({ at }) => at)), timeZone)}. The log does not say which program acted.`}
      </p>
      <Button size={28} busy={use.isFetching} onClick={() => void use.refetch()}>
        Read the log again
      </Button>
    </div>
  )
}
