import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Activity, FolderInput, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deleteProject } from '#/data/projects'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Checkbox } from '#/ui/Checkbox'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { Skeleton } from '#/ui/Skeleton'
import { MachineLosses, PeopleLosses, SecretLosses } from './DeleteLosses'
import { saveLosses } from './losses-csv'
import { useLosses } from './use-losses'
import { shownName, type ProjectFacts } from './use-projects'
import { oneEvent } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'

interface Props {
  organization: OrganizationView
  project: ProjectFacts
  onClose: () => void
  onDeleted: () => void
}

/** Counts before it asks, in the order of harm: secrets, machine accounts, people. Then the name is typed. */
export function DeleteProjectDialog({ organization, project, onClose, onDeleted }: Props) {
  const client = useQueryClient()
  const losses = useLosses(organization.id, project)
  const remove = useMutation(deleteProject(client, organization.id))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { secrets, isCounting } = losses
  const unticked = losses.stopping.filter(({ id }) => !ticked.has(id))
  return (
    <ConfirmDialog
      title={`Delete project ${shownName(project)}`}
      description="At once and for good: projects have no trash. Its secrets are not deleted."
      isDanger
      width={640}
      confirmLabel={
        secrets.count
          ? `Delete project, keep ${secrets.count.toLocaleString('en-GB')} ${secrets.count === 1 ? 'secret' : 'secrets'}`
          : 'Delete project'
      }
      confirmIcon={Trash2}
      expected={project.name ?? project.id.slice(0, 8)}
      expectedLabel={
        project.name === null
          ? `Type the beginning of its id, ${project.id.slice(0, 8)}, to delete it`
          : 'Type the project’s name to delete it'
      }
      disabledReason={
        isCounting
          ? 'Secrets, machine accounts and people are being counted.'
          : unticked.length > 0 && 'Tick first what may stop working.'
      }
      busy={remove.isPending}
      footerStart={secrets.count ? <MoveFirst orgId={organization.id} projectId={project.id} /> : undefined}
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
        <>
          <SecretLosses losses={losses} organization={organization} />
          <MachineLosses losses={losses} />
          <PeopleLosses losses={losses} />
        </>
      )}
      {losses.error && (
        <Callout tone="warning" title="Not all of it could be counted.">
          {losses.error.message}
        </Callout>
      )}
      {losses.stopping.map(({ id, name }) => (
        <Checkbox
          key={id}
          checked={ticked.has(id)}
          onChange={(event) => {
            const next = new Set(ticked)
            if (event.target.checked) next.add(id)
            else next.delete(id)
            setTicked(next)
          }}
          label={
            <>
              <b className="font-medium">{name}</b> may stop working
            </>
          }
        />
      ))}
      <Callout
        icon={Activity}
        actions={
          !isCounting && (
            <Button size={28} onClick={() => saveLosses(project, losses)}>
              Save who loses it as CSV
            </Button>
          )
        }
      >
        Recorded as one <TraceLink act="deleteProject">{oneEvent('deleteProject')}</TraceLink>. It names
        neither the secrets nor who lost them: save the list if you need proof. The file holds names in the
        clear.
      </Callout>
    </ConfirmDialog>
  )
}

/** To the page that moves them: this one stands there as A. */
function MoveFirst({ orgId, projectId }: { orgId: string; projectId: string }) {
  const navigate = useNavigate()
  return (
    <Button
      icon={FolderInput}
      onClick={() =>
        void navigate({ to: '/orgs/$orgId/projects/compare', params: { orgId }, search: { a: projectId } })
      }
    >
      Move secrets first
    </Button>
  )
}
