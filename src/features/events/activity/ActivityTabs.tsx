import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { memberListQuery } from '#/data/members'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { Activity, type ActivityRange } from './Activity'

/** The tabs are children of other nouns' pages; what they are about stands in the path. */
function useActivityPlace(): {
  organization: OrganizationView | undefined
  range: ActivityRange
  onRange: (range: ActivityRange) => void
} {
  const { orgId } = useParams({ strict: false })
  const { range = '30' } = useSearch({ strict: false })
  const navigate = useNavigate()
  return {
    organization: useOpenSession()?.organizations.find(({ id }) => id === orgId),
    range,
    onRange: (next) =>
      void navigate({
        to: '.',
        search: (old) => ({ ...old, range: next === '30' ? undefined : next }),
        replace: true,
      }),
  }
}

export function SecretActivityTab() {
  const { secretId = '' } = useParams({ strict: false })
  const { organization, ...range } = useActivityPlace()
  if (!organization) return null
  return (
    <>
      <title>{`Activity of secret ${secretId.slice(0, 8)} · Strongroom`}</title>
      <Activity
        key={secretId}
        {...range}
        organization={organization}
        target={{ kind: 'secret', id: secretId }}
        noun="secret"
        note="Every read and change. Looks at its versions and changes of who may read it through a project are not recorded."
      />
    </>
  )
}

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
