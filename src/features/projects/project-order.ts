import { foldName, type Term } from '#/domain/search'
import { compareNames } from '#/domain/sort'
import type { ProjectFacts } from './use-projects'

export type ProjectSort = 'name' | 'access' | 'secrets' | 'changed'

/** Projects that hold all terms, in order. Names that cannot be read stay in every result and stand last. */
export function shownProjects(
  projects: readonly ProjectFacts[],
  sort: ProjectSort,
  direction: 'asc' | 'desc',
  terms: readonly Term[],
): ProjectFacts[] {
  const sign = direction === 'asc' ? 1 : -1
  return projects
    .filter((project) => matches(project, terms))
    .toSorted((a, b) => {
      if (sort === 'secrets') return sign * ((a.secrets ?? 0) - (b.secrets ?? 0)) || byName(a, b, 1)
      if (sort === 'changed') return sign * (a.changed - b.changed) || byName(a, b, 1)
      if (sort === 'access') return sign * (Number(b.canWrite) - Number(a.canWrite)) || byName(a, b, 1)
      return byName(a, b, sign)
    })
}

function byName(a: ProjectFacts, b: ProjectFacts, sign: number): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
  return sign * compareNames(a.name, b.name)
}

function matches({ id, name }: ProjectFacts, terms: readonly Term[]): boolean {
  if (name === null) return true
  const folded = foldName(name)
  return terms.every(({ text, isExcluded }) => (folded.includes(text) || id.startsWith(text)) !== isExcluded)
}
