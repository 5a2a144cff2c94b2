import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { memberListQuery } from '#/data/members'
import { Activity } from './Activity'
import { useActivityPlace } from './use-activity-place'

export function ProjectActivityTab() {
  const { projectId = '' } = useParams({ strict: false })
  const { organization, ...range } = useActivityPlace()
  if (!organization) return null
  return (
    <>
      <title>{`Activity of project ${projectId.slice(0, 8)} · Strongroom`}</title>
      <Activity
        key={projectId}
        {...range}
        organization={organization}
        target={{ kind: 'project', id: projectId }}
        noun="project"
        note="Opened, created, renamed, deleted. Its secrets have logs of their own."
      />
    </>
  )
}

export function MachineActivityTab() {
  const { machineId = '' } = useParams({ strict: false })
  const { organization, ...range } = useActivityPlace()
  if (!organization) return null
  return (
    <>
      <title>{`Activity of machine account ${machineId.slice(0, 8)} · Strongroom`}</title>
      <Activity
        key={machineId}
        {...range}
        organization={organization}
        target={{ kind: 'machine', id: machineId }}
        noun="machine account"
        note="What it did and what was done to it. Which of its tokens was used is not in the log."
      />
    </>
  )
}

export function MemberActivityTab() {
  const { orgId = '', memberId = '' } = useParams({ strict: false })
  const { organization, ...range } = useActivityPlace()
  const userId = useQuery({
    ...memberListQuery(orgId),
    select: (members) => members.find(({ id }) => id === memberId)?.userId ?? null,
  })
  if (!organization || userId.isPending) return null
  return (
    <>
      <title>{`Activity of member ${memberId.slice(0, 8)} · Strongroom`}</title>
      <Activity
        key={memberId}
        {...range}
        organization={organization}
        target={{ kind: 'member', id: memberId, userId: userId.data ?? null }}
        noun="member"
        note="What the person did, and what was done to the member. Looked for in the whole log, as the server’s own list leaves out what people do with secrets."
      />
    </>
  )
}
