import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { createProject, renameProject } from '#/data/projects'
import { NameDialog } from '#/forms/NameDialog'
import { showToast } from '#/ui/toast-store'
import { newProjectPlace, renamePlace } from './dialog-places'
import { useProjects, type ProjectFacts } from './use-projects'
import { recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'

interface CreateProps {
  orgId: string
  onClose: () => void
}

export function CreateProjectDialog({ orgId, onClose }: CreateProps) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { projects } = useProjects(orgId)
  const create = useMutation(createProject(client, orgId))
  return (
    <NameDialog
      field="project"
      noun="project"
      place={newProjectPlace(orgId)}
      title="New project"
      description="A project holds secrets and says which people and machine accounts may read or write them. You can read and write it from the start."
      initial=""
      confirmLabel="Create project"
      recorded={<TraceLink act="createProject">{recordedAs('createProject')}</TraceLink>}
      others={projects?.map((p) => p.name) ?? []}
      busy={create.isPending}
      error={create.error?.message}
      onClose={onClose}
      onConfirm={(name) =>
        create.mutateAsync(name, {
          onSuccess: ({ id }) => {
            onClose()
            showToast('Project created')
            void navigate({ to: '/orgs/$orgId/projects/$projectId', params: { orgId, projectId: id } })
          },
        })
      }
    />
  )
}

interface RenameProps {
  orgId: string
  project: ProjectFacts
  onClose: () => void
}

export function RenameProjectDialog({ orgId, project, onClose }: RenameProps) {
  const client = useQueryClient()
  const { projects } = useProjects(orgId)
  const rename = useMutation(renameProject(client, orgId))
  return (
    <NameDialog
      field="project"
      noun="project"
      place={renamePlace(orgId, project.id)}
      title="Rename project"
      description={
        project.name === null
          ? 'Its name cannot be decrypted. A new name replaces the spoiled one; its secrets are not touched.'
          : 'Its secrets and who may read them stay as they are.'
      }
      initial={project.name ?? ''}
      confirmLabel="Rename project"
      recorded={
        <>
          <TraceLink act="renameProject">{recordedAs('renameProject')}</TraceLink>, without the names
        </>
      }
      others={projects?.map((p) => p.name) ?? []}
      busy={rename.isPending}
      error={rename.error?.message}
      onClose={onClose}
      onConfirm={(name) =>
        rename.mutateAsync(
          { id: project.id, name },
          {
            onSuccess: () => {
              onClose()
              showToast('Project renamed')
            },
          },
        )
      }
    />
  )
}
