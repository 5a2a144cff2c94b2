import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Activity, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { deleteProject, projectReachQuery } from '#/data/projects'
import type { OrganizationView } from '#/session/protocol'
import { Callout } from '#/ui/Callout'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { Skeleton } from '#/ui/Skeleton'
import { shownName, type ProjectFacts } from './use-projects'

interface Props {
  organization: OrganizationView
  project: ProjectFacts
  onClose: () => void
  onDeleted: () => void
}

/** Counts before it asks, in the order of harm: secrets, machine accounts, people. Then the name is typed. */
export function DeleteProjectDialog({ organization, project, onClose, onDeleted }: Props) {
  const client = useQueryClient()
  // Counted when it opens, not as it was some time ago.
  const reach = useQuery({ ...projectReachQuery(organization.id, project.id), staleTime: 0, gcTime: 0 })
  const remove = useMutation(deleteProject(client, organization.id))
  const isCounting = reach.isFetching && !reach.data
  const secrets = reach.data?.secrets ?? project.secrets
  return (
    <ConfirmDialog
      title={`Delete project ${shownName(project)}`}
      description="At once and for good: projects have no trash. Its secrets are not deleted."
      isDanger
      width={640}
      confirmLabel={secrets ? `Delete project, keep ${counted(secrets, 'secret')}` : 'Delete project'}
      confirmIcon={Trash2}
      expected={project.name ?? project.id.slice(0, 8)}
      expectedLabel={
        project.name === null
          ? `Type the beginning of its id, ${project.id.slice(0, 8)}, to delete it`
          : 'Type the project’s name to delete it'
      }
      disabledReason={isCounting && 'Secrets, machine accounts and people are being counted.'}
      busy={remove.isPending}
      error={remove.error?.message}
      onClose={onClose}
      onConfirm={() => {
        // By the promise: a page of this project takes the dialog away before the callbacks of a mutation run.
        void remove.mutateAsync(project.id).then(onDeleted, () => undefined)
      }}
    >
      {isCounting ? (
        <div role="status" aria-label="Counting" className="flex flex-col gap-2">
          <Skeleton className="h-4 w-72" />
          <Skeleton className="h-4 w-96" />
          <Skeleton className="h-4 w-64" />
        </div>
      ) : (
        <dl className="flex flex-col gap-4">
          <Part
            title={secretsTitle(secrets, reach.data !== undefined)}
            text={secretsText(secrets, organization)}
          />
          <Part
            title={lostBy(reach.data?.machines, 'machine account', 'loses it', 'lose it')}
            text="Each reads “not found” from the next request on, for every secret that it reached through this project alone."
          />
          <Part
            title={lostBy(reach.data?.people, 'person or group', 'loses it', 'lose it', 'people and groups')}
            text="Groups are counted as one, whoever is in them."
          />
        </dl>
      )}
      {reach.error && (
        <Callout tone="warning" title="Not all of it could be counted.">
          {reach.error.message}
        </Callout>
      )}
      <Callout icon={Activity}>
        Recorded as one “deleted project” event (2203). It names neither the secrets nor who lost them.
      </Callout>
    </ConfirmDialog>
  )
}

function Part({ title, text }: { title: ReactNode; text: string }) {
  return (
    <div>
      <dt className="font-medium">{title}</dt>
      <dd className="text-muted">{text}</dd>
    </div>
  )
}

const counted = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

function secretsTitle(secrets: number | null, isExact: boolean): string {
  if (secrets === null) return 'An unknown number of secrets stays'
  if (secrets === 0) return isExact ? 'No secret is in it' : 'No secret that you can read is in it'
  return `${isExact ? '' : 'At least '}${counted(secrets, 'secret')} ${secrets === 1 ? 'stays' : 'stay'} without a project`
}

function secretsText(secrets: number | null, { role }: OrganizationView): string {
  const trash = 'Those of it in the trash lose the project too. No value changes.'
  if (secrets === 0) return trash
  const isAdmin = role === 'owner' || role === 'admin'
  return isAdmin
    ? `Only owners and admins reach them then, and who has a grant on a single one. ${trash}`
    : `Only owners and admins reach them then, and who has a grant on a single one: you may lose them yourself. ${trash}`
}

function lostBy(
  count: number | undefined,
  one: string,
  loses: string,
  lose: string,
  many = `${one}s`,
): string {
  if (count === undefined) return `How many ${many} ${lose} is not known`
  return count === 0 ? `No ${one} ${loses}` : `${counted(count, one, many)} ${count === 1 ? loses : lose}`
}
