import { Download } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { counted } from '#/lib/counted'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import type { ExportWish } from './export-wish'

const ExportDialog = lazy(() => import('./ExportDialog'))

interface Props {
  wish: ExportWish
  isClosed: boolean
  size?: 28
}

export function ExportButton({ wish, isClosed, size }: Props) {
  const [isOpen, setOpen] = useState(false)
  const covered = useCoveredReason()
  const { count } = wish
  const closed = isClosed
    ? 'This account may not read the log.'
    : count === 0 && 'No event is shown: there is nothing to save.'
  return (
    <>
      <Button
        {...(size && { size })}
        icon={Download}
        disabledReason={covered || closed}
        onClick={() => setOpen(true)}
      >
        <span className={size ? undefined : 'max-sm:sr-only'}>
          {count > 0 ? `Export ${counted(count, 'event')}` : 'Export events'}
        </span>
      </Button>
      {isOpen && (
        <Suspense>
          <ExportDialog wish={wish} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
