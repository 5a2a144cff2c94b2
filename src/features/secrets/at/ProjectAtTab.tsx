import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { History, Info, Square } from 'lucide-react'
import { useMemo, useState } from 'react'
import { lowerFirst, oneEvent, recordsOne } from '#/domain/coverage/traces'
import { errorReport } from '#/api/error-report'
import { secretListQuery } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import { valueAt } from '#/domain/value-at'
import { secretAt } from '#/features/secrets/secret-row'
import type { SecretFacts } from '#/features/secrets/use-secret-row'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import { useKeptFocus } from '#/ui/use-kept-focus'
import { atWords } from './at-words'
import { MomentField } from './MomentField'
import { SecretAtRow } from './SecretAtRow'
import { useProjectAt, type PastOfSecret } from './use-project-at'

const route = getRouteApi('/open/orgs/$orgId/projects/$projectId/at')
/** Reads a minute that a cloud server takes. */
const RATE = 200

/** A project as it was at a moment: only to look at, and with what cannot be known said. */
export function ProjectAtTab() {
  const { orgId, projectId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const list = useQuery(secretListQuery(orgId))
  const secrets = useMemo(() => {
    const { data } = list
    if (!data) return null
    return Array.from({ length: data.count }, (_, row) => row)
      .filter((row) => data.projects[data.project[row] ?? -1]?.id === projectId)
      .map((row) => secretAt(data, row))
  }, [list, projectId])
  if (list.error && !secrets) {
    return (
      <ErrorPanel
        title="The secrets of this project could not be listed"
        text={list.error.message}
        details={errorReport(list.error)}
        onRetry={() => void list.refetch()}
        retryBusy={list.isFetching}
      />
    )
  }
  if (!secrets || !organization) return <SkeletonRows rows={6} label="Loading the secrets" />
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <title>{`Project ${projectId.slice(0, 8)} at a date · Strongroom`}</title>
      {secrets.length === 0 ? (
        <EmptyState
          icon={History}
          title="No secret stands in this project today"
          text="What stood in it at another time is not known: the server keeps no history of projects."
        />
      ) : (
        <ProjectAt key={projectId} organization={organization} secrets={secrets} />
      )}
    </div>
  )
}

function ProjectAt({ organization, secrets }: { organization: OrganizationView; secrets: SecretFacts[] }) {
  const { at } = route.useSearch()
  const navigate = useNavigate()
  const [now] = useState(() => Date.now())
  const { past, progress, read, cancel } = useProjectAt(organization)
  const kept = useKeptFocus()
  const left = secrets.filter(({ id }) => past.get(id)?.state !== 'read')
  const moment = at ? Date.parse(at) : null
  const unclear = secrets.filter((secret) => {
    const known = past.get(secret.id)
    if (known?.state !== 'read' || known.hasLog || moment === null) return false
    return valueAt(known.history, { at: moment, now, createdAt: secret.created }).kind === 'not known'
  })
  return (
    <div className="flex max-w-240 flex-col gap-4 p-4">
      <MomentField
        moment={at}
        onChange={(next) =>
          void navigate({ to: '.', search: (old) => ({ ...old, at: next }), replace: true })
        }
      />
      <Callout icon={Info} title="What this cannot know.">
        It looks at the secrets that stand in this project today: what was moved away, moved in or deleted
        since is not told. The server keeps 10 versions of a secret, versions can be deleted, and a value that
        was changed without saying so was never recorded.
      </Callout>
      <div {...kept} className="flex flex-wrap items-center gap-3">
        {progress ? (
          <>
            <span role="status">
              {progress.done} of {progress.of} read
            </span>
            <Button icon={Square} onClick={cancel}>
              Stop reading
            </Button>
          </>
        ) : (
          left.length > 0 && (
            <>
              <Button
                variant="solid"
                icon={History}
                disabledReason={moment === null && 'Choose a date first.'}
                onClick={() => read(left, false)}
              >
                Read {left.length === 1 ? '1 version list' : `${left.length} version lists`}
              </Button>
              <span className="text-meta text-muted">{costWords(left.length)}</span>
            </>
          )
        )}
        {!progress && unclear.length > 0 && organization.canReadEvents && (
          <>
            <Button onClick={() => read(unclear, true)}>
              Read the log of{' '}
              {unclear.length === 1 ? '1 unclear secret' : `${unclear.length} unclear secrets`}
            </Button>
            <span className="text-meta text-muted">
              At least one request each, {lowerFirst(recordsOne('readVersions'))}.
            </span>
          </>
        )}
      </div>
      <AtTable {...{ organization, secrets, past, moment, now }} />
    </div>
  )
}

interface TableProps {
  organization: OrganizationView
  secrets: SecretFacts[]
  past: ReadonlyMap<string, PastOfSecret>
  moment: number | null
  now: number
}

function AtTable({ organization, secrets, past, moment, now }: TableProps) {
  const { timeZone } = useSettings()
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">
        {secrets.length} secrets of this project, each with the value that was live then
      </caption>
      <thead>
        <tr className="border-b border-line-strong text-left text-meta text-muted">
          <th scope="col" className="py-1.5 pr-3 font-normal">
            Secret
          </th>
          <th scope="col" className="py-1.5 pr-3 font-normal">
            Live then
          </th>
          <th scope="col" className="w-10 py-1.5 font-normal">
            <span className="sr-only">Value</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {secrets.map((secret) => {
          const found = foundAt(past.get(secret.id), secret, moment, now)
          return (
            <SecretAtRow
              key={secret.id}
              orgId={organization.id}
              secret={secret}
              versionId={found?.kind === 'known' ? found.entry.versionId : null}
              words={found ? atWords(found, timeZone) : pastWords(past.get(secret.id), moment)}
            />
          )
        })}
      </tbody>
    </table>
  )
}

function costWords(count: number): string {
  const minutes = count / RATE
  const time = minutes < 1 ? 'less than a minute' : `about ${Math.ceil(minutes)} minutes`
  return `One request for each secret, ${time} at ${RATE} a minute. Servers of 2026.8 record nothing of it; later ones record one ${oneEvent('readSecret')} for each under your name.`
}

function foundAt(past: PastOfSecret | undefined, secret: SecretFacts, at: number | null, now: number) {
  if (at === null) return null
  if (at < secret.created) return { kind: 'not created' } as const
  return past?.state === 'read' ? valueAt(past.history, { at, now, createdAt: secret.created }) : null
}

function pastWords(past: PastOfSecret | undefined, at: number | null): string {
  if (at === null) return 'No date chosen'
  if (!past) return '? Not read yet'
  if (past.state === 'failed') return `? Could not be read: ${past.message}`
  return '? This server offers no versions of this secret'
}
