import { foldName, parseTerms, type Term } from '#/domain/search'
import { compareNames } from '#/domain/sort'
import type { RosterMember } from '#/session/organization-types'
import type { GroupFacts, GroupGrants } from './use-groups'

export type GroupSort = 'name' | 'members' | 'collections'
export type GroupFilter = 'empty' | 'grantless'

interface Wish {
  text: string
  sort: GroupSort
  direction: 'asc' | 'desc'
  filter: GroupFilter | undefined
}

interface Known {
  people: ReadonlyMap<string, RosterMember>
  grants: GroupGrants
}

/** Groups that hold all words, in order. `member:` looks among members, `grants:` among projects. */
export function shownGroups(
  groups: readonly GroupFacts[],
  { text, sort, direction, filter }: Wish,
  known: Known,
): { rows: GroupFacts[]; terms: readonly Term[] } {
  const words = text.split(/\s+/).filter(Boolean)
  const keyed = words.filter((word) => /^(?:member|grants):/i.test(word))
  const terms = parseTerms(words.filter((word) => !keyed.includes(word)).join(' '))
  const sign = direction === 'asc' ? 1 : -1
  const rows = groups
    .filter((group) => isKept(group, filter, known.grants))
    .filter((group) => keyed.every((word) => hasWord(group, word, known)))
    .filter(({ id, name }) => {
      const folded = foldName(name)
      return terms.every(
        ({ text: wanted, isExcluded }) => (folded.includes(wanted) || id.startsWith(wanted)) !== isExcluded,
      )
    })
    .toSorted((a, b) => {
      if (sort === 'members')
        return sign * ((a.members?.length ?? -1) - (b.members?.length ?? -1)) || compareNames(a.name, b.name)
      if (sort === 'collections')
        return sign * (a.collections.length - b.collections.length) || compareNames(a.name, b.name)
      return sign * compareNames(a.name, b.name)
    })
  return { rows, terms }
}

/** What is not known is kept: it may be so. */
function isKept(group: GroupFacts, filter: GroupFilter | undefined, grants: GroupGrants): boolean {
  if (filter === 'empty') return group.members === null || group.members.length === 0
  if (filter === 'grantless') return group.collections.length === 0 && !grants.byGroup.has(group.id)
  return true
}

function hasWord(group: GroupFacts, word: string, { people, grants }: Known): boolean {
  const wanted = foldName(word.slice(word.indexOf(':') + 1))
  if (wanted === '') return true
  if (/^grants:/i.test(word))
    return grants.byGroup.get(group.id)?.some(({ name }) => foldName(name).includes(wanted)) ?? false
  return (
    group.members?.some((id) => {
      const person = people.get(id)
      return foldName(`${person?.name ?? ''} ${person?.email ?? ''}`).includes(wanted)
    }) ?? true
  )
}
