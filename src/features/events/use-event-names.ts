import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { directoryQuery } from '#/data/access'
import { collectionListQuery } from '#/data/collections'
import { formerNamesQuery, policyTypesQuery } from '#/data/event-names'
import { groupListQuery } from '#/data/groups'
import { machineNamesQuery, peopleQuery } from '#/data/people'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import { trashQuery } from '#/data/trash'
import { joinNames } from '#/domain/events/join-names'
import type { Listed } from '#/domain/events/join-names'
import type { EventNames, NamedKind } from '#/domain/events/names'
import { policyOfType } from '#/domain/policy-catalog'
import { mayListGroups } from '#/domain/rights'
import type { OrganizationView } from '#/session/protocol'
import { secretId, secretName, type SecretColumns } from '#/session/secret-columns'
import { useAuditNames } from './use-audit-names'

type Opened = { ok: true; text: string } | { ok: false }

const listed = (list: readonly { id: string; name: Opened }[] | undefined): Listed[] | undefined =>
  list?.map(({ id, name }) => ({ id, name: name.ok ? name.text : null }))

const NONE_PARTIAL: ReadonlySet<NamedKind> = new Set()
const COLLECTIONS_PARTIAL: ReadonlySet<NamedKind> = new Set(['collection'])

export interface EventNamesView {
  names: EventNames
  /** Some of the lists are still on their way: names may become known. */
  isSettling: boolean
}

/**
 * Names of everybody and everything in the log that this account may know. Reading them leaves no event. `hasPolicies`:
 * rows name some, and their types are worth a request.
 */
export function useEventNames(organization: OrganizationView, hasPolicies = false): EventNamesView {
  const { id, role } = organization
  const isWhole = role === 'owner' || role === 'admin'
  const enabled = organization.accessSecretsManager
  const isAudit = role === 'audit'
  const audit = useAuditNames(id, isAudit)
  const people = useQuery({ ...peopleQuery(id), enabled: !isAudit })
  const machines = useQuery({ ...machineNamesQuery(id), enabled })
  const projects = useQuery({ ...projectListQuery(id), enabled })
  const secrets = useQuery({ ...secretListQuery(id), enabled })
  const trash = useQuery({ ...trashQuery(id), enabled: enabled && isWhole })
  const directory = useQuery({ ...directoryQuery(id), enabled })
  const mayList = mayListGroups(organization) === true
  const groups = useQuery({ ...groupListQuery(id), enabled: mayList })
  const collections = useQuery({ ...collectionListQuery(id), enabled: !isAudit })
  const policies = useQuery({ ...policyTypesQuery(id), enabled: hasPolicies && !isAudit })
  // After the lists: they tell what is gone.
  const areListed = !enabled || (!secrets.isPending && !projects.isPending && !machines.isPending)
  const former = useQuery({
    ...formerNamesQuery(id, secrets.dataUpdatedAt + projects.dataUpdatedAt + machines.dataUpdatedAt),
    enabled: areListed && !isAudit,
  })

  const names = useMemo(
    () =>
      joinNames({
        people: people.data,
        lists: {
          machine: listed(machines.data),
          project: listed(projects.data),
          group: mayList && groups.data ? groups.data : directory.data?.groups,
          collection: listed(collections.data),
          policy: policies.data?.map(({ id: policyId, type }) => ({
            id: policyId,
            name: policyOfType(type)?.title ?? `of type ${type}`,
            pageId: String(type),
          })),
        },
        secretName: secrets.data && lookUp(secrets.data),
        trash: listed(trash.data),
        former: former.data ?? [],
        isWhole,
        partial: organization.adminsHaveAllCollections ? NONE_PARTIAL : COLLECTIONS_PARTIAL,
      }),
    [
      people.data,
      machines.data,
      projects.data,
      directory.data,
      mayList,
      groups.data,
      collections.data,
      policies.data,
      organization.adminsHaveAllCollections,
      secrets.data,
      trash.data,
      former.data,
      isWhole,
    ],
  )
  const lists = [people, machines, projects, secrets, trash, directory, groups, collections, policies]
  const isSettling = lists.some((query) => query.isLoading)
  return { names: isAudit ? audit.names : names, isSettling }
}

/** By id; the index is made with the first question, as most pages ask for few. */
function lookUp(columns: SecretColumns): (id: string) => string | null | undefined {
  let rows: Map<string, number> | null = null
  return (id) => {
    rows ??= new Map(Array.from({ length: columns.count }, (_, row) => [secretId(columns, row), row]))
    const row = rows.get(id)
    return row === undefined ? undefined : secretName(columns, row)
  }
}
