import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { directoryQuery } from '#/data/access'
import { collectionListQuery } from '#/data/collections'
import { groupListQuery } from '#/data/groups'
import { machineNamesQuery, peopleQuery } from '#/data/people'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import { mayListGroups } from '#/domain/rights'
import type { Named } from '#/domain/events/choices'
import { EVENT_CODES } from '#/domain/events/codes'
import { UNNAMED_PERSON } from '#/domain/events/public-row'
import { useAuditNames } from '#/features/events/use-audit-names'
import type { Term } from '#/domain/search'
import type { TextTerm } from '#/domain/events/filter'
import { foldName } from '#/domain/search'
import type { OrganizationView } from '#/session/protocol'
import { secretId, secretName } from '#/session/secret-columns'

export interface Entities {
  actors: readonly Named[]
  objects: readonly Named[]
}

const SYSTEM: readonly Named[] = [
  { key: 'system:1', name: 'SCIM' },
  { key: 'system:2', name: 'Domain verification' },
  { key: 'system:3', name: 'Public API' },
  { key: 'nobody', name: 'Organization API key' },
  { key: 'outside', name: 'Someone outside' },
]

/** Whoever and whatever can be written in a query by name: what this account may know. */
export function useEntities(organization: OrganizationView): Entities {
  const { id, accessSecretsManager: enabled } = organization
  const isAudit = organization.role === 'audit'
  const { book } = useAuditNames(id, isAudit)
  const people = useQuery({ ...peopleQuery(id), enabled: !isAudit }).data
  const machines = useQuery({ ...machineNamesQuery(id), enabled }).data
  const projects = useQuery({ ...projectListQuery(id), enabled }).data
  const secrets = useQuery({ ...secretListQuery(id), enabled }).data
  const directory = useQuery({ ...directoryQuery(id), enabled }).data?.groups
  const groupList = useQuery({ ...groupListQuery(id), enabled: mayListGroups(organization) === true }).data
  const groups = groupList ?? directory
  const collections = useQuery({ ...collectionListQuery(id), enabled: !isAudit }).data
  return useMemo(() => {
    if (isAudit) return publicEntities(book)
    const opened = (
      kind: string,
      list: readonly { id: string; name: { ok: true; text: string } | { ok: false } }[] = [],
    ) => list.flatMap((one) => (one.name.ok ? [{ key: `${kind}:${one.id}`, name: one.name.text }] : []))
    const machineNames = opened('machine', machines)
    const accounts = (people ?? []).flatMap(({ userId, name, email }) =>
      userId === null ? [] : [{ key: `account:${userId}`, name: name || email }],
    )
    const members = (people ?? []).map(({ memberId, name, email }) => ({
      key: `member:${memberId}`,
      name: name || email,
    }))
    const secretNames = secrets
      ? Array.from({ length: secrets.count }, (_, row) => ({
          key: `secret:${secretId(secrets, row)}`,
          name: secretName(secrets, row) ?? '',
        })).filter(({ name }) => name !== '')
      : []
    return {
      actors: [...accounts, ...machineNames, ...SYSTEM],
      objects: [
        ...secretNames,
        ...opened('project', projects),
        ...machineNames,
        ...members,
        ...opened('collection', collections),
        ...(groups ?? []).map((group) => ({ key: `group:${group.id}`, name: group.name })),
      ],
    }
  }, [isAudit, book, people, machines, projects, secrets, groups, collections])
}

/** What the Public API names, and whom it does not. */
function publicEntities(book: ReadonlyMap<string, string>): Entities {
  const named = [...book].map(([key, name]) => ({ key, name }))
  return {
    actors: [
      ...named.filter(({ key }) => key.startsWith('account:')),
      { key: `account:${UNNAMED_PERSON}`, name: 'A person, not named' },
      { key: 'nobody', name: 'Not named by this API' },
    ],
    objects: named.filter(({ key }) => !key.startsWith('account:')),
  }
}

/** More would cost more to send than to tell. */
const MOST_KEYS = 20_000

/** Words of free text with what they may mean: names, which the worker does not know, and what codes say. */
export function useTextTerms(terms: readonly Term[], { actors, objects }: Entities): TextTerm[] {
  const folded = useMemo(
    () => [...actors, ...objects].map(({ key, name }) => ({ key, name: foldName(name) })),
    [actors, objects],
  )
  return useMemo(
    () =>
      terms.map(({ text, isExcluded }) => ({
        text,
        isExcluded,
        keys: [
          ...CODES.flatMap(({ key, name }) => (name.includes(text) ? [key] : [])),
          ...folded.flatMap(({ key, name }) => (name.includes(text) ? [key] : [])),
        ].slice(0, MOST_KEYS),
      })),
    [terms, folded],
  )
}

const CODES = EVENT_CODES.map(({ code, sentence, name }) => ({
  key: `type:${code}`,
  name: foldName(`${sentence.replaceAll(/\{\w+\}/g, '')} ${name}`),
}))
