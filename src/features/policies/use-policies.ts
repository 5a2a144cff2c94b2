import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { rosterQuery } from '#/data/groups'
import { policyListQuery } from '#/data/policies'
import { POLICIES, POLICY_GROUPS, policyOfType, type KnownPolicy } from '#/domain/policy-catalog'
import type { JudgedMember } from '#/domain/policy-consequence'
import type { PolicyState } from '#/session/organization-types'

export interface PolicyEntry {
  type: number
  /** Null for a type that this console does not know. */
  known: KnownPolicy | null
  state: PolicyState
}

export interface PolicyGroup {
  title: string
  entries: readonly PolicyEntry[]
}

const UNKNOWN = 'Not known to this console'

/** The older policies on Sends are shown where somebody saved them; the merged one says the same. */
const OLDER = new Set([6, 7])

export function usePolicies(orgId: string, memberId: string, isOpen: boolean) {
  const list = useQuery({ ...policyListQuery(orgId), enabled: isOpen })
  const roster = useQuery({ ...rosterQuery(orgId), enabled: isOpen })
  const groups = useMemo(() => list.data && grouped(list.data), [list.data])
  const members = useMemo((): JudgedMember[] | null => {
    const { members: all, details } = roster.data ?? {}
    if (!all || !details) return null
    return all.map(({ id, name, email, role, status }) => {
      const { hasTwoFactor = false, hasMasterPassword = true, isRecoverable = false } = details.get(id) ?? {}
      const shown = name?.trim() ? name : email
      const isMe = id === memberId
      return { id, name: shown, role, status, hasTwoFactor, hasMasterPassword, isRecoverable, isMe }
    })
  }, [roster.data, memberId])
  return {
    groups: groups ?? null,
    states: list.data ?? null,
    members,
    error: list.error,
    isFetching: list.isFetching,
    loadedAt: list.dataUpdatedAt,
    retry: () => void Promise.all([list.refetch(), roster.refetch()]),
  }
}

export type PoliciesData = ReturnType<typeof usePolicies>

function grouped(saved: readonly PolicyState[]): PolicyGroup[] {
  const stateOf = (type: number): PolicyState =>
    saved.find((state) => state.type === type) ?? { type, enabled: false, data: null }
  const known = POLICY_GROUPS.map((title) => ({
    title,
    entries: POLICIES.filter(
      ({ group, type }) =>
        group === title && (!OLDER.has(type) || saved.some((state) => state.type === type)),
    ).map((policy) => ({ type: policy.type, known: policy, state: stateOf(policy.type) })),
  }))
  const unknown = saved
    .filter(({ type }) => !policyOfType(type))
    .map((state) => ({ type: state.type, known: null, state }))
  return unknown.length > 0 ? [...known, { title: UNKNOWN, entries: unknown }] : known
}

export const isOnIn =
  (states: readonly PolicyState[] | null) =>
  (type: number): boolean =>
    states?.some((state) => state.type === type && state.enabled) ?? false
