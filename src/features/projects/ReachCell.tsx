import { useQuery } from '@tanstack/react-query'
import { projectReachQuery } from '#/data/projects'
import type { ProjectFacts } from './use-projects'

interface Props {
  orgId: string
  project: ProjectFacts | undefined
  of: 'people' | 'machines'
}

/** Asked for rows in view alone: the server counts one project a request. */
export function ReachCell({ orgId, project, of }: Props) {
  const mayKnow = project?.canWrite ?? false
  const { data, error } = useQuery({
    ...projectReachQuery(orgId, project?.id ?? ''),
    // Without write access the server answers zero, which would be a lie.
    enabled: mayKnow,
    staleTime: 5 * 60_000,
  })
  if (!mayKnow) return <Unknown reason="Only who can change a project sees who reads it" />
  if (data) return <>{data[of].toLocaleString('en-GB')}</>
  if (error) return <Unknown reason={error.message} />
  return <span className="text-muted" aria-label="Counting" />
}

function Unknown({ reason }: { reason: string }) {
  return (
    <span title={reason} className="text-muted">
      ?<span className="sr-only"> {reason}</span>
    </span>
  )
}
