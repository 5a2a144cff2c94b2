import { useQuery } from '@tanstack/react-query'
import { Bot, Folder, KeyRound, UserRound } from 'lucide-react'
import { useMemo } from 'react'
import { machineNamesQuery, peopleQuery } from '#/data/people'
import { projectListQuery } from '#/data/projects'
import type { Visit } from '#/data/recent'
import { secretListQuery } from '#/data/secrets'
import { rankFew, rankNames } from '#/domain/rank'
import type { Term } from '#/domain/search'
import { rowOfSecret, secretId, secretName, secretProject } from '#/session/secret-columns'
import type { PaletteItem, PaletteSection } from './palette-items'

const AT_MOST = 5

/** Secrets, projects, people and machines that the terms find. Nothing of it reads a value. */
export function useObjects(orgId: string, isPermitted: boolean, hasPage: (path: string) => boolean) {
  const secrets = useQuery({ ...secretListQuery(orgId), enabled: isPermitted }).data
  const projects = useQuery({ ...projectListQuery(orgId), enabled: isPermitted }).data
  const machines = useQuery({ ...machineNamesQuery(orgId), enabled: isPermitted }).data
  const people = useQuery(peopleQuery(orgId))
  const base = `/orgs/${orgId}`

  return useMemo(() => {
    const secretAt = (row: number): PaletteItem => {
      const id = secrets ? secretId(secrets, row) : ''
      return {
        key: `secret ${id}`,
        icon: KeyRound,
        name: (secrets && secretName(secrets, row)) ?? `Secret ${id.slice(0, 8)}, name cannot be decrypted`,
        isMono: true,
        hint: (secrets && secretProject(secrets, row)?.name) ?? undefined,
        path: `${base}/secrets/${id}`,
      }
    }
    const projectItems = (projects ?? []).map(({ id, name }) => ({
      key: `project ${id}`,
      icon: Folder,
      name: name.ok ? name.text : `Project ${id.slice(0, 8)}, name cannot be decrypted`,
      path: `${base}/projects/${id}`,
      hint: undefined,
    }))
    const machineItems = (machines ?? []).map(({ id, name }) => ({
      key: `machine ${id}`,
      icon: Bot,
      name: name.ok ? name.text : `Machine account ${id.slice(0, 8)}, name cannot be decrypted`,
      path: `${base}/machine-accounts/${id}`,
      hint: undefined,
    }))
    const personItems = (people.data ?? []).map(({ memberId, name, email }) => ({
      key: `member ${memberId}`,
      icon: UserRound,
      name: name ?? email,
      hint: name ? email : undefined,
      ...(hasPage('/orgs/$orgId/members/$memberId')
        ? { path: `${base}/members/${memberId}` }
        : { closed: 'This console has no page of people yet; the web vault does.' }),
    }))
    const few = (title: string, items: readonly PaletteItem[], terms: readonly Term[]): PaletteSection => {
      const found = rankFew(items, (item) => `${item.name} ${item.hint ?? ''} ${item.key.slice(-36)}`, terms)
      return { title, items: found.slice(0, AT_MOST), of: found.length }
    }

    return {
      find(terms: readonly Term[], isPeople: boolean): PaletteSection[] {
        const persons: PaletteSection[] = [
          few('Machine accounts', machineItems, terms),
          people.data === null
            ? { title: 'People', items: [], note: 'This account may not list members.' }
            : few('People', personItems, terms),
        ]
        if (isPeople) return persons
        const ranked = secrets ? rankNames(secrets.search, terms, secrets.spoiled, AT_MOST) : null
        return [
          {
            title: ranked?.isLoose ? 'Secrets, similar names' : 'Secrets',
            items: (ranked?.rows ?? []).map(secretAt),
            of: ranked?.count,
            note: isPermitted && !secrets ? 'Names are still being decrypted.' : undefined,
          },
          few('Projects', projectItems, terms),
          ...persons.filter(({ items }) => items.length > 0),
        ]
      },
      recent(visits: readonly Visit[]): PaletteItem[] {
        const known = new Map<string, PaletteItem>(
          [...projectItems, ...machineItems].map((item) => [item.key.slice(-36), item]),
        )
        return visits.flatMap(({ kind, id }) => {
          if (kind !== 'secrets') return known.get(id) ?? []
          const row = secrets ? rowOfSecret(secrets, id) : -1
          return row === -1 ? [] : secretAt(row)
        })
      },
    }
  }, [secrets, projects, machines, people.data, base, isPermitted, hasPage])
}
