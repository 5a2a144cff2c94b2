import { useQuery } from '@tanstack/react-query'
import { machineNamesQuery, peopleQuery } from '#/data/people'
import { recentOriginsQuery } from '#/data/secrets'

/** The log is written a moment before or after the row. */
const NEAR = 5_000

/** Who made the change of this moment, where this account may read the log; otherwise null. */
export function useAuthor(organizationId: string, secretId: string, revision: string): string | null {
  const at = Date.parse(revision)
  const origins = useQuery(recentOriginsQuery(organizationId, secretId, at))
  const people = useQuery(peopleQuery(organizationId))
  const machines = useQuery(machineNamesQuery(organizationId))
  const origin = origins.data?.entries.find((entry) => Math.abs(Date.parse(entry.date) - at) < NEAR)
  if (!origin) return null
  if (origin.userId) {
    const person = people.data?.find((entry) => entry.userId === origin.userId)
    return person ? (person.name ?? person.email) : null
  }
  const machine = machines.data?.find((entry) => entry.id === origin.machineId)
  return machine?.name.ok ? machine.name.text : null
}
