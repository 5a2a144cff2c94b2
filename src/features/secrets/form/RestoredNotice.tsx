import { Eraser, FilePen } from 'lucide-react'
import { useState } from 'react'
import { useSettings } from '#/data/settings'
import { absoluteTime } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { DiscardDialog } from './DiscardDialog'

/** A draft that waited here was put back into every field. */
export function RestoredNotice({ startedAt, onDiscard }: { startedAt: number; onDiscard: () => void }) {
  const { timeZone } = useSettings()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Callout
        role="status"
        icon={FilePen}
        title={`Draft from ${absoluteTime(startedAt, timeZone)} restored.`}
        actions={
          <Button size={28} icon={Eraser} onClick={() => setAsking(true)}>
            Discard the draft
          </Button>
        }
      >
        Every field is as you typed it. Nothing of it was saved.
      </Callout>
      {isAsking && <DiscardDialog noun="the draft" onClose={() => setAsking(false)} onConfirm={onDiscard} />}
    </>
  )
}
