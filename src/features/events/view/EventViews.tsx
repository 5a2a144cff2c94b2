import { useNavigate } from '@tanstack/react-router'
import { useSavedViews } from '#/data/views'
import { ViewsDialog } from '#/forms/views/ViewsDialog'
import { keptOf, type EventsSearch } from './url'

interface Props {
  orgId: string
  text: string
  onText: (text: string) => void
  search: EventsSearch
  onClose: () => void
}

/** Saved views of the log: the range, the filters and what is typed, but not the event that is open. */
export default function EventViews({ orgId, text, onText, search, onClose }: Props) {
  const navigate = useNavigate()
  const kept = useSavedViews(orgId, 'events')
  return (
    <ViewsDialog
      {...{ kept, text, onClose }}
      noun="log"
      search={keptOf(search)}
      onApply={(view) => {
        onText(view.text)
        const next = { ...view.search, tz: search.tz }
        void navigate({ to: '/orgs/$orgId/events', params: { orgId }, search: next, replace: true })
      }}
    />
  )
}
