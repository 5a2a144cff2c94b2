import { useQuery } from '@tanstack/react-query'
import { Folder } from 'lucide-react'
import { projectListQuery } from '#/data/projects'
import { mayLeaveWithoutProject } from '#/domain/rights'
import type { SecretTexts } from '#/domain/secret-conflict'
import { useField, type FormControl } from '#/forms/use-typed-form'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { Select } from '#/ui/Select'
import { projectChoices } from './project-choices'

interface Props {
  control: FormControl<SecretTexts>
  isSaving: boolean
  organization: OrganizationView
  /** Where the secret is now; undefined for a new one. */
  was?: { id: string; name: string | null } | null
}

export function ProjectField({ control, isSaving, organization, was }: Props) {
  const { ref, value, onChange, error } = useField(control, 'projectId')
  const projects = useQuery(projectListQuery(organization.id))
  const mayHaveNone = mayLeaveWithoutProject(organization) === true || was === null
  const choices = projectChoices(projects.data ?? [], was ?? null, value, mayHaveNone)
  const hint = projects.error ? (
    <span className="flex flex-wrap items-center gap-2 text-warning">
      The projects could not be read: {projects.error.message}
      <Button size={28} busy={projects.isFetching} onClick={() => void projects.refetch()}>
        Read them again
      </Button>
    </span>
  ) : (
    projects.isPending && 'Reading the projects'
  )
  return (
    <Select
      ref={ref}
      className="max-w-80"
      label="Project"
      icon={Folder}
      options={choices}
      value={value ?? (mayHaveNone ? 'none' : '')}
      placeholder="Choose a project"
      error={error}
      hint={hint}
      // Not `disabled`, which would drop the focus; a select knows no readonly.
      aria-disabled={isSaving || undefined}
      onChange={(id) => !isSaving && onChange(id === 'none' ? null : id)}
    />
  )
}
