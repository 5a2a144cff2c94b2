import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { FolderLock } from 'lucide-react'
import { errorReport } from '#/api/error-report'
import { slotQuery } from '#/data/drafts'
import { projectListQuery } from '#/data/projects'
import { mayLeaveWithoutProject } from '#/domain/rights'
import { draftQuery } from '#/forms/draft-query'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { buttonClass } from '#/ui/button-class'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { FormSkeleton } from './FormSkeleton'
import { NewForm } from './NewForm'
import { newSecretPlace } from './new-secret-place'
import { readSecretDraft } from './secret-draft'

const route = getRouteApi('/open/orgs/$orgId/secrets/new')

export function SecretNewPage() {
  const { orgId } = route.useParams()
  const { project, draft = '' } = route.useSearch()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return (
    <>
      <title>New secret · Strongroom</title>
      {organization && (
        <Prepared key={draft} organization={organization} wanted={project ?? null} slot={draft} />
      )}
    </>
  )
}

interface PreparedProps {
  organization: OrganizationView
  wanted: string | null
  slot: string
}

/** The projects decide what may be chosen, so the form waits for them and for a draft. */
function Prepared({ organization, wanted, slot }: PreparedProps) {
  const place = newSecretPlace(organization.id, slot)
  const projects = useQuery(projectListQuery(organization.id))
  const waiting = useQuery(draftQuery(place))
  const isOwn = useQuery(slotQuery(place))

  // The same address in two tabs, as a browser's "Duplicate" makes it: the second begins with a slot of its own.
  if (isOwn.data === false) {
    const search = wanted ? { project: wanted } : {}
    return (
      <Navigate to="/orgs/$orgId/secrets/new" params={{ orgId: organization.id }} search={search} replace />
    )
  }
  if (projects.isPending || waiting.isPending || isOwn.isPending)
    return <FormSkeleton label="Loading the projects" />
  if (!projects.data) {
    return (
      <ErrorPanel
        level={1}
        title="A new secret cannot be prepared"
        text={`The projects could not be read. ${projects.error?.message ?? ''}`}
        details={errorReport(projects.error)}
        onRetry={() => void projects.refetch()}
        retryBusy={projects.isFetching}
      />
    )
  }
  const writable = projects.data.filter((project) => project.canWrite)
  if (writable.length === 0 && mayLeaveWithoutProject(organization) !== true)
    return <NoProjectToWrite orgId={organization.id} />
  const preset = writable.some((project) => project.id === wanted) ? wanted : null
  return (
    <NewForm
      organization={organization}
      place={place}
      slot={slot}
      projectId={preset}
      draft={readSecretDraft(waiting.data)}
    />
  )
}

function NoProjectToWrite({ orgId }: { orgId: string }) {
  return (
    <EmptyState
      level={1}
      icon={FolderLock}
      title="There is no project that you can write to"
      text="A secret of yours has to stand in a project, and you can read projects at most. Owners and admins can give you “can read and write” on one; only they may keep a secret without a project."
      actions={
        <Link to="/orgs/$orgId/secrets" params={{ orgId }} className={buttonClass()}>
          Back to the secrets
        </Link>
      }
    />
  )
}
