import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import type { ActivityRange } from './Activity'

/** The tabs are children of other nouns' pages; what they are about stands in the path. */
export function useActivityPlace(): {
  organization: OrganizationView | undefined
  range: ActivityRange
  onRange: (range: ActivityRange) => void
} {
  const { orgId } = useParams({ strict: false })
  const { range = '30' } = useSearch({ strict: false })
  const navigate = useNavigate()
  return {
    organization: useOpenSession()?.organizations.find(({ id }) => id === orgId),
    range,
    onRange: (next) =>
      void navigate({
        to: '.',
        search: (old) => ({ ...old, range: next === '30' ? undefined : next }),
        replace: true,
      }),
  }
}
