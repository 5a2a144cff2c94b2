import { UsersRound } from 'lucide-react'
import type { Pickable } from '#/forms/PickDialog'
import { personName } from '#/session/person-name'
import { Avatar } from '#/ui/Avatar'
import { Icon } from '#/ui/Icon'
import type { Grantees } from './collection-bulk'
import type { CollectionsData } from './use-collections'

type Known = Pick<CollectionsData, 'people' | 'groups'>

export function GroupMark() {
  return (
    <span className="inline-flex size-5 shrink-0 items-center justify-center rounded-chip bg-pressed">
      <Icon of={UsersRound} size={12} className="text-muted" />
    </span>
  )
}

/** Everybody who can be given a right, groups first. */
export function pickableGrantees({ people, groups }: Known): Pickable[] {
  return [
    ...[...groups.values()].map(({ id, name }) => ({ id, name, detail: 'Group', mark: <GroupMark /> })),
    ...[...people.values()].map((person) => {
      const name = personName(person, person.id)
      return { id: person.id, name, detail: person.email, mark: <Avatar name={name} /> }
    }),
  ]
}

export const granteesOf = (ids: readonly string[], { groups }: Known): Grantees => ({
  groups: ids.filter((id) => groups.has(id)),
  users: ids.filter((id) => !groups.has(id)),
})
