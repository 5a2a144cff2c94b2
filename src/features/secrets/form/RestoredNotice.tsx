import { Eraser, FilePen } from 'lucide-react'
import { useState } from 'react'
import { useSettings } from '#/data/settings'
import { absoluteTime } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { SAVING } from './closed-reason'
import { DiscardDialog } from './DiscardDialog'

interface Props {
  startedAt: number
  /** A new secret: whether a save that was under way arrived cannot be told from the draft. */
  isNew?: boolean
  isSaving: boolean
  onDiscard: () => void
}

/** A draft that waited here was put back into every field. */
export function RestoredNotice({ startedAt, isNew = false, isSaving, onDiscard }: Props) {
  const { timeZone } = useSettings()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Callout
        role="status"
        icon={FilePen}
        title={`Draft from ${absoluteTime(startedAt, timeZone)} restored.`}
        actions={
          <Button size={28} icon={Eraser} disabledReason={isSaving && SAVING} onClick={() => setAsking(true)}>
            Discard the draft
          </Button>
        }
      >
        Every field is as you typed it; nothing is sent until you save.
        {isNew && ' If you had already pressed “Create secret”, look in the list first: it may be there.'}
      </Callout>
      {isAsking && <DiscardDialog noun="the draft" onClose={() => setAsking(false)} onConfirm={onDiscard} />}
    </>
  )
}
