import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { projectReachQuery } from '#/data/projects'
import { TabNav, tabClass } from '#/ui/TabNav'
import type { ProjectFacts } from './use-projects'

export function ProjectTabs({ orgId, project }: { orgId: string; project: ProjectFacts }) {
  const params = { orgId, projectId: project.id }
  // People and machine accounts count as zero to those who may only read: no number is better.
  const reach = useQuery({ ...projectReachQuery(orgId, project.id), enabled: project.canWrite })
  return (
    <TabNav label="Project">
      <Link
        to="/orgs/$orgId/projects/$projectId"
        params={params}
        activeOptions={{ exact: true }}
        className={tabClass}
      >
        Secrets <Count of={project.secrets} />
      </Link>
      <Link to="/orgs/$orgId/projects/$projectId/machine-accounts" params={params} className={tabClass}>
        Machine accounts <Count of={reach.data?.machines} />
      </Link>
      <Link to="/orgs/$orgId/projects/$projectId/access" params={params} className={tabClass}>
        Access
      </Link>
      <Link to="/orgs/$orgId/projects/$projectId/at" params={params} className={tabClass}>
        At a date
      </Link>
      <Link to="/orgs/$orgId/projects/$projectId/activity" params={params} className={tabClass}>
        Activity
      </Link>
    </TabNav>
  )
}

function Count({ of }: { of: number | null | undefined }) {
  if (of === null || of === undefined) return null
  return <span className="font-normal text-muted tabular-nums">{of.toLocaleString('en-GB')}</span>
}
