import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { auditGroupsQuery, auditMembersQuery, auditPoliciesQuery } from '#/data/audit'
import type { EventNames, KnownName } from '#/domain/events/names'
import { UNNAMED_PERSON } from '#/domain/events/public-row'
import { policyOfType } from '#/domain/policy-catalog'

const UNNAMED: KnownName = { name: 'A person, not named by this API', state: 'live' }

/** Names that the Public API tells: of members, groups and policies. Nothing of it leads to a page. */
export function useAuditNames(organizationId: string, enabled: boolean) {
  const members = useQuery({ ...auditMembersQuery(organizationId), enabled }).data
  const groups = useQuery({ ...auditGroupsQuery(organizationId), enabled }).data
  const policies = useQuery({ ...auditPoliciesQuery(organizationId), enabled }).data
  return useMemo(() => {
    const book = new Map<string, string>()
    for (const { id, userId, name, email } of members ?? []) {
      book.set(`member:${id}`, name || email)
      if (userId !== null) book.set(`account:${userId}`, name || email)
    }
    for (const { id, name } of groups ?? []) book.set(`group:${id}`, name)
    for (const { id, type } of policies ?? [])
      book.set(`policy:${id}`, policyOfType(type)?.title ?? `of type ${type}`)
    const names: EventNames = {
      get(kind, id) {
        if (id === UNNAMED_PERSON) return UNNAMED
        const name = book.get(`${kind}:${id}`)
        return name === undefined ? undefined : { name, state: 'live' }
      },
      whyNameless: (kind) => (kind === 'account' || kind === 'member' ? 'deleted' : 'never named'),
      nobody: 'Not named by this API',
    }
    return { names, book }
  }, [members, groups, policies])
}
