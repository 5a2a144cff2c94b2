/** A right on a collection, by the wire's three switches: read only, passwords hidden, manage. */
export interface CollectionFlags {
  readOnly: boolean
  hidePasswords: boolean
  manage: boolean
}

/** The five that people know. Weakest first. */
export const COLLECTION_RIGHTS = ['viewHidden', 'view', 'editHidden', 'edit', 'manage'] as const
export type CollectionRight = (typeof COLLECTION_RIGHTS)[number]

/** `manage` wins over the others, which some endpoints let stand beside it (organization-api.md 2.1). */
export function rightOfFlags({ readOnly, hidePasswords, manage }: CollectionFlags): CollectionRight {
  if (manage) return 'manage'
  if (readOnly) return hidePasswords ? 'viewHidden' : 'view'
  return hidePasswords ? 'editHidden' : 'edit'
}

/** The switches of a right; `manage` alone, since the server refuses it together with the others. */
export function flagsOfRight(right: CollectionRight): CollectionFlags {
  return {
    readOnly: right === 'view' || right === 'viewHidden',
    hidePasswords: right === 'viewHidden' || right === 'editHidden',
    manage: right === 'manage',
  }
}

export const collectionRightWords: Record<CollectionRight, string> = {
  viewHidden: 'View, no passwords',
  view: 'Can view',
  editHidden: 'Edit, no passwords',
  edit: 'Can edit',
  manage: 'Can manage',
}

/** By grantee id, or by collection id in the rights of a group. */
export type RightById = ReadonlyMap<string, CollectionRight>

export interface CollectionHolders {
  users: RightById
  groups: RightById
}

export interface EffectiveHolder {
  memberId: string
  right: CollectionRight
  /** Null: a right of one's own. */
  through: readonly string[] | null
}

/**
 * Who can open a collection, and how. A right of one's own replaces those of groups; among groups each switch counts
 * as the most generous group has it (the server's `UserCollectionDetails`). Members of groups that are not known are left out.
 */
export function effectiveHolders(
  { users, groups }: CollectionHolders,
  groupMembers: ReadonlyMap<string, readonly string[]>,
): EffectiveHolder[] {
  const through = new Map<string, string[]>()
  for (const groupId of groups.keys())
    for (const memberId of groupMembers.get(groupId) ?? [])
      if (!users.has(memberId)) through.set(memberId, [...(through.get(memberId) ?? []), groupId])
  return [
    ...Array.from(users, ([memberId, right]) => ({ memberId, right, through: null })),
    ...Array.from(through, ([memberId, ids]) => ({
      memberId,
      right: joined(ids.flatMap((id) => groups.get(id) ?? [])),
      through: ids,
    })),
  ]
}

function joined(rights: readonly CollectionRight[]): CollectionRight {
  const flags = rights.map(flagsOfRight)
  return rightOfFlags({
    readOnly: flags.every(({ readOnly, manage }) => readOnly && !manage),
    hidePasswords: flags.every(({ hidePasswords }) => hidePasswords),
    manage: flags.some(({ manage }) => manage),
  })
}
