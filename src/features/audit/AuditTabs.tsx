import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import {
  auditCollectionsQuery,
  auditGroupMembersQuery,
  auditGroupsQuery,
  auditMembersQuery,
  auditPoliciesQuery,
} from '#/data/audit'
import type { CallResult } from '#/session/call-types'
import { Button } from '#/ui/Button'
import { IdText } from '#/ui/IdText'
import { Truncate } from '#/ui/Truncate'
import type { AuditColumn } from './AuditRows'
import { AuditTable, Short } from './AuditTable'
import { policyWords, rightWords, roleWords, statusWords } from './audit-words'

const route = getRouteApi('/open/orgs/$orgId')

type Member = CallResult<'listAuditMembers'>[number]
type Group = CallResult<'listAuditGroups'>[number]
type Collection = CallResult<'listAuditCollections'>[number]
type Policy = CallResult<'listAuditPolicies'>[number]

const NAMES_STAY = 'Names of collections are encrypted, and this key opens nothing: ids stand in their place.'

/** Its end tells more than its middle; a dash where there is none. */
const ExternalId = ({ id }: { id: string | null | undefined }) =>
  id ? <Truncate keepsEnd>{id}</Truncate> : '–'

const memberColumns: AuditColumn<Member>[] = [
  {
    label: 'Name',
    cell: ({ name, email }) => (
      <>
        <bdi>{name ?? email}</bdi>
        {name !== null && (
          <bdi className="block text-meta text-muted sm:hidden">
            {email.split('@')[0]}@<wbr />
            {email.split('@')[1]}
          </bdi>
        )}
      </>
    ),
    isLong: true,
    share: 1.9,
  },
  { label: 'E-mail', cell: ({ email }) => <Truncate>{email}</Truncate>, isExtra: true, share: 2.6 },
  { label: 'Role', cell: ({ type }) => roleWords(type), share: 1.2 },
  { label: 'Status', cell: ({ status }) => statusWords(status), share: 1.5 },
  {
    label: 'Second factor',
    cell: ({ twoFactorEnabled, userId }) =>
      userId === null ? 'No account yet' : twoFactorEnabled ? 'On' : 'Off',
    isExtra: true,
    share: 1.3,
  },
  { label: 'Collections', cell: ({ collections }) => collections?.length ?? 0, isExtra: true, share: 1.4 },
  {
    label: 'External id',
    cell: ({ externalId }) => <ExternalId id={externalId} />,
    isExtra: true,
    share: 1.4,
  },
  { label: 'Id', cell: ({ id }) => <IdText id={id} isShort of="member" />, isExtra: true, share: 1.7 },
]

export function AuditMembersTab() {
  const { orgId } = route.useParams()
  return (
    <AuditTable
      noun="members"
      query={useQuery(auditMembersQuery(orgId))}
      columns={memberColumns}
      keyOf={({ id }) => id}
      textOf={({ name, email, externalId }) => `${name ?? ''} ${email} ${externalId ?? ''}`}
      note={`The Public API does not tell who has Secrets Manager, nor when somebody joined. ${NAMES_STAY}`}
    />
  )
}

const groupColumns = (orgId: string): AuditColumn<Group>[] => [
  { label: 'Name', cell: ({ name }) => <bdi>{name}</bdi>, isLong: true },
  {
    label: 'Collections',
    isLong: true,
    cell: ({ collections }) => <Rights of={collections ?? []} />,
    isExtra: true,
  },
  { label: 'External id', cell: ({ externalId }) => <ExternalId id={externalId} />, isExtra: true },
  { label: 'Id', cell: ({ id }) => <IdText id={id} isShort of="group" />, isExtra: true },
  {
    label: 'Members',
    cell: ({ id, name }) => <GroupMembers orgId={orgId} id={id} name={name} />,
    isLong: true,
  },
]

export function AuditGroupsTab() {
  const { orgId } = route.useParams()
  return (
    <AuditTable
      noun="groups"
      query={useQuery(auditGroupsQuery(orgId))}
      columns={groupColumns(orgId)}
      keyOf={({ id }) => id}
      textOf={({ name, externalId }) => `${name} ${externalId ?? ''}`}
      note={`Members of a group are asked for one group at a time. ${NAMES_STAY}`}
    />
  )
}

function GroupMembers({ orgId, id, name }: { orgId: string; id: string; name: string }) {
  const [isAsked, setAsked] = useState(false)
  const members = useQuery(auditMembersQuery(orgId))
  const ids = useQuery({ ...auditGroupMembersQuery(orgId, id), enabled: isAsked })
  if (ids.data) {
    const byId = new Map(members.data?.map((member) => [member.id, member.name ?? member.email]))
    return ids.data.length === 0
      ? 'Nobody'
      : ids.data.map((one) => byId.get(one) ?? one.slice(0, 8)).join(', ')
  }
  return (
    <Button size={28} busy={ids.isFetching} onClick={() => (isAsked ? void ids.refetch() : setAsked(true))}>
      {ids.error ? 'Try again' : 'Show members'}
      <span className="sr-only">of {name}</span>
    </Button>
  )
}

function Rights({
  of,
}: {
  of: { id: string; readOnly: boolean; hidePasswords: boolean; manage: boolean }[]
}) {
  return of.map((right, i) => (
    <span key={right.id}>
      {i > 0 && ', '}
      <Short id={right.id} /> {rightWords(right)}
    </span>
  ))
}

const collectionColumns = (nameOf: ReadonlyMap<string, string>): AuditColumn<Collection>[] => [
  { label: 'Id', cell: ({ id }) => <IdText id={id} of="collection" />, isLong: true },
  { label: 'External id', cell: ({ externalId }) => <ExternalId id={externalId} />, isExtra: true },
  {
    label: 'Groups',
    isLong: true,
    cell: ({ groups: rights }) =>
      (rights ?? [])
        .map((right) => `${nameOf.get(right.id) ?? right.id.slice(0, 8)}: ${rightWords(right)}`)
        .join(', '),
  },
]

export function AuditCollectionsTab() {
  const { orgId } = route.useParams()
  const groups = useQuery(auditGroupsQuery(orgId))
  const nameOf = new Map(groups.data?.map(({ id, name }) => [id, name]))
  return (
    <AuditTable
      noun="collections"
      query={useQuery(auditCollectionsQuery(orgId))}
      columns={collectionColumns(nameOf)}
      keyOf={({ id }) => id}
      textOf={({ id, externalId }) => `${id} ${externalId ?? ''}`}
      note={`${NAMES_STAY} Collections that are a member’s own are not told.`}
    />
  )
}

const policyColumns: AuditColumn<Policy>[] = [
  { label: 'Policy', cell: ({ type }) => policyWords(type) },
  { label: 'State', cell: ({ enabled }) => (enabled ? 'On' : 'Off') },
  {
    label: 'Settings',
    isLong: true,
    cell: ({ data }) => data && <code className="font-mono text-meta">{JSON.stringify(data)}</code>,
    isExtra: true,
  },
  { label: 'Type', cell: ({ type }) => type, isExtra: true },
]

export function AuditPoliciesTab() {
  const { orgId } = route.useParams()
  return (
    <AuditTable
      noun="policies"
      query={useQuery(auditPoliciesQuery(orgId))}
      columns={policyColumns}
      keyOf={({ id }) => id}
      textOf={({ type }) => policyWords(type)}
      note="Policies that were never saved are not told: they are off."
    />
  )
}
