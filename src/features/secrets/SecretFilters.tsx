import { useNavigate } from '@tanstack/react-router'
import { ChevronDown, FolderSearch, ListFilter } from 'lucide-react'
import { useMemo } from 'react'
import { compareNames } from '#/domain/sort'
import type { SecretColumns } from '#/session/secret-columns'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { Menu, type MenuItem } from '#/ui/Menu'
import { useMedia } from '#/ui/use-media'
import { firstDirection, type Direction, type SecretFilter, type SortColumn } from './list-view'

export interface SecretFiltersProps {
  orgId: string
  columns: SecretColumns | null
  filter: SecretFilter
  onFilter: (change: Partial<SecretFilter>) => void
  sort: SortColumn
  direction: Direction
  onSort: (id: string, direction: Direction) => void
  hasProject: boolean
  /** Nothing is known that could be filtered. */
  isClosed: boolean
}

const CLOSED = 'The list is not loaded, so nothing can be filtered.'

interface Facet {
  label: string
  /** Words of what is chosen, or null. */
  chosen: string | null
  items: MenuItem[]
}

const conditions = {
  unassigned: 'Unassigned',
  duplicate: 'Duplicate name',
  spoiled: 'Name cannot be decrypted',
}
const rights = { write: 'Can read and write', read: 'Can read' }
const orders: Record<SortColumn, string> = { name: 'Name', project: 'Project', changed: 'Last change' }

/** One button a facet from 1200 px up, one for all below. Without a header (below 640 px) it also holds the order. */
export function SecretFilters(props: SecretFiltersProps) {
  const isRoomy = useMedia('(width >= 75rem)')
  const isNarrow = useMedia('(width < 40rem)')
  const facets = useFacets(props)
  if (isRoomy) {
    return facets.map((facet) => <FacetButton key={facet.label} {...facet} isClosed={props.isClosed} />)
  }
  const count = facets.filter((facet) => facet.chosen !== null).length
  // Projects can be many: they come last, so that the rest need not be scrolled to.
  const items = [...(isNarrow ? [orderFacet(props)] : []), ...facets.toReversed()].flatMap((facet, i) =>
    facet.items.map((item, at) => (at === 0 ? { ...item, heading: facet.label, lineBefore: i > 0 } : item)),
  )
  const button = (
    <Button
      size={28}
      icon={ListFilter}
      aria-label={count > 0 ? `Filter, ${count} chosen` : 'Filter'}
      disabledReason={props.isClosed && CLOSED}
    >
      <span className="max-sm:sr-only">Filter</span>
      {count > 0 && <span className="text-accent-text">{count}</span>}
      <Icon of={ChevronDown} size={14} className="text-muted max-sm:hidden" />
    </Button>
  )
  return props.isClosed ? button : <Menu trigger={button} items={items} />
}

function FacetButton({ label, chosen, items, isClosed }: Facet & { isClosed: boolean }) {
  const button = (
    <Button
      size={28}
      className={cx('max-w-56', chosen !== null && 'border-accent-line')}
      disabledReason={isClosed && CLOSED}
    >
      <span className="truncate">{chosen === null ? label : `${label}: ${chosen}`}</span>
      <Icon of={ChevronDown} size={14} className="text-muted" />
    </Button>
  )
  return isClosed ? button : <Menu trigger={button} items={items} />
}

function useFacets({ orgId, columns, filter, onFilter, hasProject }: SecretFiltersProps): Facet[] {
  const navigate = useNavigate()
  const projects = useMemo(
    () =>
      (columns?.projects ?? [])
        .map(({ id, name }) => ({ id, name: name ?? `Project ${id.slice(0, 8)}` }))
        .toSorted((a, b) => compareNames(a.name, b.name)),
    [columns],
  )
  const facets: Facet[] = []
  if (hasProject) {
    const offered = inMenu(projects, filter.project)
    const left = projects.length - offered.length
    const chosen = projects.find((p) => p.id === filter.project)
    facets.push({
      label: 'Project',
      chosen: filter.project && (chosen?.name ?? manyWords(filter.project)),
      items: [
        choice('Any project', filter.project === null, () => onFilter({ project: null })),
        ...offered.map((p) => choice(p.name, p.id === filter.project, () => onFilter({ project: p.id }))),
        ...(left > 0
          ? [
              {
                label: `${left} more, on the page of projects`,
                icon: FolderSearch,
                lineBefore: true,
                onSelect: () => void navigate({ to: '/orgs/$orgId/projects', params: { orgId } }),
              },
            ]
          : []),
      ],
    })
  }
  facets.push({
    label: 'My access',
    chosen: filter.access && rights[filter.access],
    items: [
      choice('Any access', filter.access === null, () => onFilter({ access: null })),
      ...(['write', 'read'] as const).map((access) =>
        choice(rights[access], filter.access === access, () => onFilter({ access })),
      ),
    ],
  })
  const wanted = (Object.keys(conditions) as (keyof typeof conditions)[]).filter(
    (is) => hasProject || is !== 'unassigned',
  )
  facets.push({
    label: 'Condition',
    chosen: filter.is && (conditions[filter.is as keyof typeof conditions] ?? manyWords(filter.is)),
    items: [
      choice('Any condition', filter.is === null, () => onFilter({ is: null })),
      ...wanted.map((is) => choice(conditions[is], filter.is === is, () => onFilter({ is }))),
    ],
  })
  return facets
}

/** A menu of thousands would take a second to open; who looks for another project finds it on the page of projects. */
const MOST = 100

function inMenu<P extends { id: string }>(projects: readonly P[], chosen: string | null): readonly P[] {
  return projects.filter((project, i) => i < MOST || project.id === chosen)
}

function orderFacet({ sort, direction, onSort, hasProject }: SecretFiltersProps): Facet {
  const ids = (Object.keys(orders) as SortColumn[]).filter((id) => hasProject || id !== 'project')
  const opposite = direction === 'asc' ? 'desc' : 'asc'
  return {
    label: 'Sort by',
    chosen: null,
    items: [
      ...ids.map((id) => choice(orders[id], sort === id, () => onSort(id, firstDirection[id]))),
      choice('The other way round', direction !== firstDirection[sort], () => onSort(sort, opposite)),
    ],
  }
}

/** Of the query: several, or some that are not wanted. */
const manyWords = (list: string) => `${list.split(',').length} in the query`

function choice(label: string, isChecked: boolean, onSelect: () => void): MenuItem {
  return { label, isChecked, onSelect }
}
