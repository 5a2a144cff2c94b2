import { useQuery } from '@tanstack/react-query'
import { projectListQuery } from '#/data/projects'
import { projectLabel } from './project-choices'

/** Words for a project by its id, "No project" for none. `known`: a name that came with the secret itself. */
export function useProjectNames(
  organizationId: string,
  known: { id: string; name: string | null } | null,
): (id: string | null) => string {
  const projects = useQuery(projectListQuery(organizationId))
  return (id) => {
    if (id === null) return 'No project'
    const listed = projects.data?.find((project) => project.id === id)
    if (listed) return projectLabel(id, listed.name.ok ? listed.name.text : null)
    return projectLabel(id, known?.id === id ? known.name : null)
  }
}
