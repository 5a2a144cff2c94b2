import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import type { QueryScope, Understood } from '#/domain/query/secret-query'
import { parseTerms } from '#/domain/search'
import type { OrganizationView } from '#/session/protocol'
import { useNow } from '#/ui/use-now'
import { narrowed, type SecretFilter } from './list-view'
import type { RowFacts } from './row-test'
import { useQueryTools } from './use-query-tools'

const BY_ROLE = 'Owners and admins read every secret by their role, so what was shared cannot be told.'

const isAdmin = ({ role }: OrganizationView) => role === 'owner' || role === 'admin'

/** What the box of the list means: its words, and its operators together with those in the URL. */
export function useFinder(
  organization: OrganizationView,
  projectId: string | null,
  text: string,
  filter: SecretFilter,
) {
  const { timeZone } = useSettings()
  const now = useNow()
  const [wasFocused, setFocused] = useState(false)
  const hasTokens = [filter.project, filter.is, filter.age, filter.changed].some((list) => list !== null)
  const tools = useQueryTools(wasFocused || text !== '' || (hasTokens && projectId === null))
  const columns = useQuery(secretListQuery(organization.id)).data
  const projects = useQuery(projectListQuery(organization.id)).data

  const scope = useMemo(
    (): QueryScope => ({
      projects: columns?.projects ?? [],
      hasProject: projectId === null,
      noDirect: isAdmin(organization) ? BY_ROLE : null,
    }),
    [columns, projectId, organization],
  )
  // Typing stays quick: the rows may come a moment after the letter.
  const typed = useDeferredValue(text)
  const understood = useMemo(
    (): Understood =>
      tools?.understand(typed, scope) ?? { parts: [], terms: parseTerms(typed), operators: {}, marks: [] },
    [tools, typed, scope],
  )
  const { project, access, is, age, changed } = filter
  const chosen = useMemo(() => ({ project, access, is, age, changed }), [project, access, is, age, changed])
  // With the text: what moves from there to the filter changes no row.
  const settled = useDeferredValue(chosen)
  const wanted = useMemo(
    () => narrowed({ ...settled, project: projectId ?? settled.project }, understood.operators),
    [settled, projectId, understood],
  )
  const facts = useMemo(
    (): RowFacts => ({
      now,
      isLocal: timeZone === 'local',
      ownProjects: isAdmin(organization) || !projects ? null : new Set(projects.map(({ id }) => id)),
    }),
    [now, timeZone, organization, projects],
  )
  const marksId = useId()
  return { tools, marksId, scope, understood, wanted, facts, onFocus: () => setFocused(true) }
}

export type Finder = ReturnType<typeof useFinder>
