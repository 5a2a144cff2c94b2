import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FilePen } from 'lucide-react'
import { waitingDraftsQuery } from '#/data/drafts'
import { useSettings } from '#/data/settings'
import { absoluteTime } from '#/domain/time-words'
import { Callout } from '#/ui/Callout'
import { linkClass } from '#/ui/link-class'
import { slotOf } from './new-secret-place'

/** New secrets that were begun and not saved, and are open in no tab: offered, never mixed into this one. */
export function WaitingSecrets({ orgId, slot }: { orgId: string; slot: string }) {
  const { timeZone } = useSettings()
  const { data = [] } = useQuery(waitingDraftsQuery())
  const others = data.flatMap((draft) => {
    const other = slotOf(draft.place, orgId)
    return other && other !== slot ? [{ ...draft, slot: other }] : []
  })
  if (others.length === 0) return null
  return (
    <Callout
      role="status"
      icon={FilePen}
      title={
        others.length === 1
          ? 'Another new secret was begun and not saved.'
          : `${others.length} other new secrets were begun and not saved.`
      }
    >
      <ul className="mt-1 flex flex-col gap-1">
        {others
          .toSorted((a, b) => b.startedAt - a.startedAt)
          .map((draft) => (
            <li key={draft.slot}>
              <Link
                to="/orgs/$orgId/secrets/new"
                params={{ orgId }}
                search={{ draft: draft.slot }}
                className={linkClass}
              >
                Go on with the draft from {absoluteTime(draft.startedAt, timeZone)}
              </Link>
            </li>
          ))}
      </ul>
    </Callout>
  )
}
