import type { CollectionRight } from '#/domain/collection-rights'
import type { GroupState, RightEntry } from '#/session/organization-types'

/** What was read, and what it shall be. Sealed as a draft while it waits. */
export interface GroupEdit {
  base: GroupState
  wanted: GroupState
}

export const untouched = (base: GroupState): GroupEdit => ({ base, wanted: base })

/** How many members and rights differ. */
export function changesOf({ base, wanted }: GroupEdit): { joined: string[]; left: string[]; rights: number } {
  const was = new Set(base.members)
  const is = new Set(wanted.members)
  const before = new Map(base.collections)
  const after = new Map(wanted.collections)
  const ids = new Set([...before.keys(), ...after.keys()])
  return {
    joined: wanted.members.filter((id) => !was.has(id)),
    left: base.members.filter((id) => !is.has(id)),
    rights: [...ids].filter((id) => before.get(id) !== after.get(id)).length,
  }
}

export function isTouched(edit: GroupEdit): boolean {
  const { joined, left, rights } = changesOf(edit)
  return joined.length + left.length + rights > 0 || edit.base.name !== edit.wanted.name
}

export const withMembers = (edit: GroupEdit, ids: readonly string[]): GroupEdit => ({
  ...edit,
  wanted: { ...edit.wanted, members: [...new Set([...edit.wanted.members, ...ids])] },
})

export const withoutMember = (edit: GroupEdit, id: string): GroupEdit => ({
  ...edit,
  wanted: { ...edit.wanted, members: edit.wanted.members.filter((other) => other !== id) },
})

export function withRight(edit: GroupEdit, id: string, right: CollectionRight | null): GroupEdit {
  const others = edit.wanted.collections.filter(([other]) => other !== id)
  const collections: RightEntry[] = right === null ? others : [...others, [id, right]]
  return { ...edit, wanted: { ...edit.wanted, collections } }
}

/** The edit after somebody else's save: seen is what is now, the changes stay. */
export function rebased(edit: GroupEdit, now: GroupState): GroupEdit {
  const { joined, left } = changesOf(edit)
  const before = new Map(edit.base.collections)
  const after = new Map(edit.wanted.collections)
  const rights = new Map(now.collections)
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const right = after.get(id)
    if (right === before.get(id)) continue
    if (right === undefined) rights.delete(id)
    else rights.set(id, right)
  }
  const members = [...now.members.filter((id) => !left.includes(id)), ...joined]
  return {
    base: now,
    wanted: {
      name: edit.wanted.name === edit.base.name ? now.name : edit.wanted.name,
      members: [...new Set(members)],
      collections: [...rights],
    },
  }
}
