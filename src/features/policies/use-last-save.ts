import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { policyTypesQuery } from '#/data/event-names'
import { objectLogQuery } from '#/data/object-log'
import { peopleQuery } from '#/data/people'
import { mayReadEvents } from '#/domain/rights'
import { personName } from '#/session/person-name'
import type { OrganizationView } from '#/session/protocol'

/** The row is written right after the policy is, by the same server. */
const AROUND = 60_000

type Author =
  | { state: 'looking' | 'closed' | 'no row' | 'no person' }
  | { state: 'found'; name: string }
  | { state: 'failed'; message: string }

type LastSave =
  | { state: 'looking' | 'unknown' }
  | { state: 'failed'; message: string }
  | { state: 'known'; at: number; author: Author }

/**
 * When a policy was saved last, and by whom. Its own list tells neither: the date is in what every member syncs, the
 * author in the organization's log at that moment, so that one page of it is enough.
 */
export function useLastSave(organization: OrganizationView, type: number) {
  const { id: organizationId } = organization
  const mayRead = mayReadEvents(organization) === true
  const types = useQuery(policyTypesQuery(organizationId))
  const policy = types.data?.find((one) => one.type === type)
  const at = policy?.saved ?? null
  const people = useQuery({ ...peopleQuery(organizationId), enabled: mayRead })
  const log = useInfiniteQuery({
    ...objectLogQuery({
      organizationId,
      target: { kind: 'policy', policyId: policy?.id ?? '' },
      from: (at ?? 0) - AROUND,
      to: (at ?? 0) + AROUND,
      mayReadLog: true,
    }),
    enabled: mayRead && at !== null,
  })

  function author(): Author {
    const part = log.data?.pages[0]
    if (!mayRead || part?.status === 'refused') return { state: 'closed' }
    if (log.error) return { state: 'failed', message: log.error.message }
    if (!part || people.isLoading) return { state: 'looking' }
    const [row] = part.rows
    if (!row) return { state: 'no row' }
    // What the organization API key saves names nobody.
    if (row.actingUserId === null) return { state: 'no person' }
    const person = people.data?.find(({ userId }) => userId === row.actingUserId)
    return {
      state: 'found',
      name: person
        ? personName(person, person.memberId)
        : `account ${row.actingUserId.slice(0, 8)}, no member now`,
    }
  }

  function found(): LastSave {
    if (at !== null) return { state: 'known', at, author: author() }
    if (types.error) return { state: 'failed', message: types.error.message }
    return { state: types.data ? 'unknown' : 'looking' }
  }

  return {
    ...found(),
    isReading: log.isFetching || types.isFetching,
    onAgain: () => void (types.error ? types.refetch() : log.refetch()),
  }
}
