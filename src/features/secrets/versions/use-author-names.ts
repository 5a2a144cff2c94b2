import { useQuery } from '@tanstack/react-query'
import { machineNamesQuery, peopleQuery } from '#/data/people'
import type { Author } from '#/domain/history-types'

/** Names of the people and machine accounts that a history tells of. */
export function useAuthorNames(organizationId: string) {
  const people = useQuery(peopleQuery(organizationId))
  const machines = useQuery(machineNamesQuery(organizationId))
  const members = people.data ?? []

  function nameOf(author: Author): string {
    if (author.name) return author.name
    if (author.kind === 'machine') {
      const machine = machines.data?.find((m) => m.id === author.id)
      if (machine?.name.ok) return machine.name.text
      return `Machine account ${author.id.slice(0, 8)}, ${machines.data ? 'deleted or not readable' : 'name not known'}`
    }
    const member = members.find((m) => (author.kind === 'member' ? m.memberId : m.userId) === author.id)
    if (member) return member.name || member.email
    // Without the list of members, nothing tells that somebody left.
    return `Member ${author.id.slice(0, 8)}, ${people.data ? 'no longer here' : 'name not known'}`
  }

  return { members, nameOf, isPending: people.isPending || machines.isPending }
}
