import { isMasked } from '#/lib/mask'
import { foldName } from '#/domain/search'
import type { MemberView } from '#/session/member-types'

export interface MemberRow extends MemberView {
  /** Name and address as a search looks through them. */
  folded: string
  groupNames: readonly string[]
}

/** Groups by name, in the order of names; null where they are not told. */
export type GroupNames = ReadonlyMap<string, string> | null

export function memberRows(members: readonly MemberView[], groups: GroupNames): MemberRow[] {
  return members.map((member) => ({
    ...member,
    folded: foldName(`${member.name ?? ''} ${member.email}`),
    groupNames: member.groups.map((id) => groups?.get(id) ?? `Group ${id.slice(0, 8)}`).toSorted(),
  }))
}

export const shownName = ({ name, email }: Pick<MemberView, 'name' | 'email'>): string => name ?? email

export const membersOf = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'member' : 'members'}`

/** For the queue, which keeps names sealed: a name that a shared screen hides is not the true one, and is left out. */
export function jobItem(member: Pick<MemberView, 'id' | 'name' | 'email'>) {
  const name = shownName(member)
  return { id: member.id, label: isMasked(name) ? null : name }
}
