import { Download } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { EventsView } from '#/features/events/view/use-events-view'
import { counted } from '#/lib/counted'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'

const ExportDialog = lazy(() => import('./ExportDialog'))

export function ExportButton({ view }: { view: EventsView }) {
  const [isOpen, setOpen] = useState(false)
  const covered = useCoveredReason()
  const { answer, verdict } = view
  const matched = answer?.matched ?? 0
  const closed =
    verdict !== true
      ? 'This account may not read the log.'
      : matched === 0 && 'No event is shown: there is nothing to save.'
  return (
    <>
      <Button icon={Download} disabledReason={covered || closed} onClick={() => setOpen(true)}>
        {matched > 0 ? `Export ${counted(matched, 'event')}` : 'Export events'}
      </Button>
      {isOpen && (
        <Suspense>
          <ExportDialog view={view} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
