import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { FilePen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorReport } from '#/api/error-report'
import { secretEditQuery } from '#/data/secrets'
import { draftQuery } from '#/forms/draft-query'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { EditForm } from './EditForm'
import { FormSkeleton } from './FormSkeleton'
import { GoneSecret } from './GoneSecret'
import { readSecretDraft } from './secret-draft'
import { SecretNotWritable } from './SecretNotWritable'
import { UnknownSecretPage } from '#/features/secrets/UnknownSecretPage'
import { useSecretRow } from '#/features/secrets/use-secret-row'

const route = getRouteApi('/open/orgs/$orgId/secrets/$secretId/edit')

/** The list says first whether it is there and may be written; only then it is read, which the server records. */
export function SecretEditPage() {
  const { orgId, secretId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const row = useSecretRow(orgId, secretId)
  const title = <title>{`Edit secret ${secretId.slice(0, 8)} · Strongroom`}</title>
  // What was found once stays open: an edit outlives the moment in which the secret leaves the list.
  const [found, setFound] = useState<string | null>(null)
  const isFound = row.status === 'found' && row.secret.canWrite
  if (isFound && found !== secretId) setFound(secretId)

  if (organization && (isFound || found === secretId)) {
    return (
      <>
        {title}
        <ReadAndEdit key={secretId} organization={organization} secretId={secretId} />
      </>
    )
  }
  if (row.status === 'failed') {
    return (
      <>
        {title}
        <ErrorPanel
          level={1}
          title="The secret could not be opened for editing"
          text={row.error.message}
          details={errorReport(row.error)}
          onRetry={row.retry}
          retryBusy={row.isRetrying}
        />
      </>
    )
  }
  if (row.status === 'unknown') {
    const unknown = <UnknownSecretPage id={secretId} onRefresh={row.refresh} isBusy={row.isRefreshing} />
    return organization ? (
      <DraftOfGone organization={organization} secretId={secretId}>
        {unknown}
      </DraftOfGone>
    ) : (
      unknown
    )
  }
  if (row.status === 'found') {
    return (
      <>
        {title}
        <SecretNotWritable orgId={orgId} secretId={secretId} />
      </>
    )
  }
  return (
    <>
      {title}
      <FormSkeleton label="Loading the secret" />
    </>
  )
}

interface GoneProps {
  organization: OrganizationView
  secretId: string
  children: ReactNode
}

/** What is not in the list may still have a draft here: that is told first. */
function DraftOfGone({ organization, secretId, children }: GoneProps) {
  const place = `/orgs/${organization.id}/secrets/${secretId}/edit`
  const waiting = useQuery(draftQuery(place))
  const draft = readSecretDraft(waiting.data)
  if (waiting.isPending) return <FormSkeleton label="Looking for a draft" />
  if (!draft?.content.base) return children
  return (
    <>
      <title>{`Draft of secret ${secretId.slice(0, 8)} · Strongroom`}</title>
      <GoneSecret {...{ organization, secretId, place, draft }} />
    </>
  )
}

function ReadAndEdit({ organization, secretId }: { organization: OrganizationView; secretId: string }) {
  const place = `/orgs/${organization.id}/secrets/${secretId}/edit`
  const [isDraftOnly, setDraftOnly] = useState(false)
  const read = useQuery(secretEditQuery(organization.id, secretId))
  const waiting = useQuery(draftQuery(place))
  const found = readSecretDraft(waiting.data)
  const draft = found?.content.base ? found : null

  // Where storage is refused there is no draft to wait for; the form says so as soon as something is typed.
  if (waiting.isPending || read.isPending) return <FormSkeleton label="Reading the secret" />
  if (read.data || (isDraftOnly && draft))
    return <EditForm {...{ organization, secretId, place, draft }} read={read.data ?? null} />
  return (
    <ErrorPanel
      level={1}
      title="The secret could not be read"
      text={read.error?.message ?? ''}
      advice={draft ? 'Your draft of this edit is kept, sealed on this device.' : undefined}
      details={errorReport(read.error)}
      onRetry={() => void read.refetch()}
      retryBusy={read.isFetching}
      actions={
        draft && (
          <Button icon={FilePen} onClick={() => setDraftOnly(true)}>
            Open the draft alone
          </Button>
        )
      }
    />
  )
}
