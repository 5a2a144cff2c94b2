import { treeRows, type TreeRow } from '#/domain/collection-tree'
import { foldName } from '#/domain/search'
import { compareNames } from '#/domain/sort'
import { personName } from '#/session/person-name'
import { type CollectionFacts, type CollectionsData } from './use-collections'

export type CollectionRowShown = TreeRow<CollectionFacts> & {
  /** Stands there for what is under it alone. */
  isContext: boolean
}

interface Wish {
  text: string
  isFlat: boolean
  filter: 'unmanaged' | 'spoiled' | undefined
  folded: ReadonlySet<string>
}

/** The rows of the page. In the tree, what matches keeps its ancestors. `who:` looks among those who can open it. */
export function collectionRows(
  collections: readonly CollectionFacts[],
  { text, isFlat, filter, folded }: Wish,
  people: CollectionsData['people'],
): { rows: CollectionRowShown[]; matches: number } {
  const words = text.split(/\s+/).filter(Boolean).map(foldName)
  const matching = collections.filter(
    (collection) => isKept(collection, filter) && words.every((word) => hasWord(collection, word, people)),
  )
  const ids = new Set(matching.map(({ id }) => id))
  if (isFlat) {
    const rows = matching
      .toSorted(
        (a, b) =>
          Number(a.name === null) - Number(b.name === null) || compareNames(a.name ?? '', b.name ?? ''),
      )
      .map((collection) => ({
        key: collection.id,
        label: collection.name?.split('/').join(' / ') ?? collection.id.slice(0, 8),
        path: null,
        depth: 0,
        collection,
        hasChildren: false,
        isContext: false,
      }))
    return { rows, matches: matching.length }
  }
  const isNarrowed = words.length > 0 || filter !== undefined
  const shown = isNarrowed ? withAncestors(collections, matching) : collections
  const rows = treeRows(shown, isNarrowed ? new Set() : folded).map((row) => ({
    ...row,
    isContext: row.collection === null || !ids.has(row.collection.id),
  }))
  return { rows, matches: matching.length }
}

function withAncestors(
  all: readonly CollectionFacts[],
  matching: readonly CollectionFacts[],
): CollectionFacts[] {
  const wanted = new Set(matching)
  return all.filter(
    (collection) =>
      wanted.has(collection) ||
      (collection.name !== null && matching.some(({ name }) => name?.startsWith(`${collection.name}/`))),
  )
}

function isKept({ isUnmanaged, name }: CollectionFacts, filter: Wish['filter']): boolean {
  if (filter === 'unmanaged') return isUnmanaged
  return filter !== 'spoiled' || name === null
}

/** A name that cannot be read may hold any word. */
function hasWord(collection: CollectionFacts, word: string, people: CollectionsData['people']): boolean {
  if (!word.startsWith('who:'))
    return (
      collection.name === null || foldName(collection.name).includes(word) || collection.id.startsWith(word)
    )
  const wanted = word.slice('who:'.length)
  return (
    wanted === '' ||
    collection.holders === null ||
    collection.holders.some(({ memberId }) => {
      const person = people.get(memberId)
      return foldName(`${personName(person, memberId)} ${person?.email ?? ''}`).includes(wanted)
    })
  )
}
