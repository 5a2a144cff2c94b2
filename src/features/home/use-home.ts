import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { organizationCountsQuery } from '#/data/counts'
import { machineListQuery } from '#/data/machine-accounts'
import { memberListQuery } from '#/data/members'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import { useServerNow } from '#/data/server-now'
import { tokenEndsQuery } from '#/data/token-ends'
import { isLive } from '#/domain/token-expiry'
import { useOpenSession } from '#/session/use-session'
import { needsOf } from './needs'

/** Tokens are one request for each machine account: beyond that many they are left to the page of machine accounts. */
const MOST_MACHINES = 60
/** A link of an invitation is good for days. */
const OLD_INVITATION = 14 * 24 * 60 * 60_000

/** All that Home shows of one organization, from lists that the pages behind it use too. */
export function useHome(orgId: string) {
  const now = useServerNow()
  const secrets = useQuery(secretListQuery(orgId))
  const projects = useQuery(projectListQuery(orgId))
  const machines = useQuery(machineListQuery(orgId))
  const counts = useQuery(organizationCountsQuery(orgId))
  const members = useWaitingMembers(orgId, now)
  const isTooMany = (machines.data?.length ?? 0) > MOST_MACHINES
  const tokens = useQuery(tokenEndsQuery(orgId, machines.data && !isTooMany ? machines.data : null))
  const found = useMemo(
    () => ({
      spoiledSecrets: secrets.data ? marked(secrets.data.spoiled) : null,
      duplicates: secrets.data ? marked(secrets.data.duplicate) : null,
      spoiledProjects: projects.data ? projects.data.filter(({ name }) => !name.ok).length : null,
    }),
    [secrets.data, projects.data],
  )
  const live = tokens.data?.tokens.filter((token) => isLive(token.expiresAt, now)) ?? null
  const failed = [
    secrets.error && 'secrets',
    projects.error && 'projects',
    machines.error && 'machine accounts',
    (tokens.error ?? tokens.data?.failed) && 'access tokens',
    members.error && 'members',
  ].filter((what) => typeof what === 'string')
  return {
    now,
    secrets: secrets.data ?? null,
    projects: projects.data ?? null,
    machines: machines.data ?? null,
    counts: counts.data ?? null,
    isCounting: counts.isPending,
    liveTokens: live && (tokens.data?.failed === 0 ? live.length : null),
    needs: needsOf({ ...found, ...members.waiting, tokens: live }, now),
    /** Names what was asked for and did not come: nothing is said of it. */
    failed,
    isTooMany,
    /** What was looked at, for who wants to know how much "nothing" means. */
    lookedAt: [
      'names',
      'doubles',
      ...(isTooMany ? [] : ['ends of access tokens']),
      ...(members.isAsked ? ['members'] : []),
    ],
    isLooking:
      secrets.isPending || projects.isPending || machines.isPending || tokens.isLoading || members.isLoading,
    checkedAt: Math.max(secrets.dataUpdatedAt, tokens.dataUpdatedAt),
    retry: () => {
      for (const query of [secrets, projects, machines, tokens, counts])
        if (query.error || query === tokens) void query.refetch()
      if (members.error) members.retry()
    },
  }
}

/** Who waits for somebody to act; asked of those alone who surely may. */
function useWaitingMembers(orgId: string, now: number) {
  const organization = useOpenSession()?.organizations.find(({ id }) => id === orgId)
  const manages = organization?.role === 'owner' || organization?.role === 'admin'
  const list = useQuery({ ...memberListQuery(orgId), enabled: manages })
  const count = (isOne: (member: NonNullable<typeof list.data>[number]) => boolean) =>
    list.data ? list.data.filter(isOne).length : null
  return {
    waiting: {
      toConfirm: count(({ status }) => status === 'accepted'),
      oldInvitations: count(
        ({ status, since }) => status === 'invited' && since !== null && now - since > OLD_INVITATION,
      ),
    },
    isAsked: manages,
    isLoading: list.isLoading,
    error: list.error,
    retry: () => void list.refetch(),
  }
}

export type HomeFacts = ReturnType<typeof useHome>

function marked(marks: Uint8Array): number {
  let count = 0
  for (const mark of marks) count += mark
  return count
}
