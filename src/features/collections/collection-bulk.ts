import { collectionRightWords, type CollectionRight } from '#/domain/collection-rights'
import type { PreviewRow } from '#/jobs/BulkPreview'
import type { ListChange } from '#/jobs/kinds/changed-lists'
import { counted } from '#/lib/counted'
import type { CollectionRights, RightEntry } from '#/session/organization-types'
import { canDeleteCollection, canEditCollection, canLoseManager, closedReason } from './can'
import type { CollectionFacts } from './use-collections'

type Organization = Parameters<typeof canEditCollection>[0]

/** Whom a right is given, by list. */
export interface Grantees {
  groups: readonly string[]
  users: readonly string[]
}

const among = (entries: readonly RightEntry[], ids: readonly string[]): RightEntry[] =>
  entries.filter(([id]) => ids.includes(id))

/** Of the two lists, the entries concerned: as they are, and with `right`, or without any. */
export function changeOf(
  collection: CollectionRights,
  { groups, users }: Grantees,
  right: CollectionRight | null,
): ListChange<CollectionRights> {
  const given = (ids: readonly string[]): RightEntry[] => (right ? ids.map((id) => [id, right]) : [])
  return {
    base: { groups: among(collection.groups, groups), users: among(collection.users, users) },
    wanted: { groups: given(groups), users: given(users) },
  }
}

/** What setting the right changes in each collection. */
export function rightRows(
  organization: Organization,
  collections: readonly CollectionFacts[],
  grantees: Grantees,
  right: CollectionRight | null,
): PreviewRow[] {
  const ids = [...grantees.groups, ...grantees.users]
  return collections.map((collection) => {
    const before = new Map([...collection.groups, ...collection.users])
    const changed = ids.filter((id) => (before.get(id) ?? null) !== right)
    const left = [...before].filter(([id]) => !ids.includes(id)).map(([, other]) => other)
    const after = right ? [...left, right] : left
    return {
      id: collection.id,
      name: collection.name,
      change: changeWords(changed, before, right),
      skip:
        closedReason(canEditCollection(organization, collection)) ||
        (!collection.hasLists && 'Who has rights on it is not told to you') ||
        (changed.length === 0 && 'It is so already') ||
        // Where nobody manages it now, this changes nothing about that.
        (!collection.isUnmanaged && closedReason(canLoseManager(organization, after))) ||
        null,
    }
  })
}

function changeWords(
  changed: readonly string[],
  before: ReadonlyMap<string, CollectionRight>,
  right: CollectionRight | null,
): string {
  const words = (one: CollectionRight | undefined | null) => (one ? collectionRightWords[one] : 'No right')
  const [only] = changed
  if (changed.length === 1 && only !== undefined) return `${words(before.get(only))} → ${words(right)}`
  const fresh = changed.filter((id) => !before.has(id)).length
  const parts = [
    fresh > 0 && `${fresh} new`,
    changed.length > fresh && `${changed.length - fresh} changed`,
  ].filter(Boolean)
  return `${parts.join(', ')} → ${words(right)}`
}

export const deletionRows = (
  organization: Organization,
  collections: readonly CollectionFacts[],
): PreviewRow[] =>
  collections.map((collection) => ({
    id: collection.id,
    name: collection.name,
    change:
      collection.holders === null
        ? 'Who can open it is not known whole'
        : collection.holders.length === 0
          ? 'Nobody loses it'
          : `${counted(collection.holders.length, 'person loses', 'people lose')} it`,
    skip: closedReason(canDeleteCollection(organization, collection)) || null,
  }))
