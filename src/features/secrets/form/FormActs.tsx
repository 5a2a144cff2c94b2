import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import type { DraftState } from '#/forms/draft-keeper'
import { Button } from '#/ui/Button'
import { ArrivalCheck } from './ArrivalCheck'
import { SAVING } from './closed-reason'
import { DiscardDialog } from './DiscardDialog'
import { DraftHint } from './DraftHint'
import type { SaveFailure } from './save-failure'
import { SaveFailureCallout } from './SaveFailureCallout'

interface Props {
  noun: string
  saveLabel: string
  backLabel: string
  /** Where the secret is gone: what was typed may become a new one. */
  onCreateAnew?: () => void
  form: {
    failure: SaveFailure | null
    draft: { state: DraftState }
    isDirty: boolean
    isSaving: boolean
    /** Why saving is closed. */
    closed: string | false
    save: () => void
    /** Drops what was typed, and goes. */
    leave: () => void
    lookWhetherItArrived: () => Promise<string>
  }
}

/** Save and Discard, with what happened to the last try and to the draft. */
export function FormActs({ noun, saveLabel, backLabel, onCreateAnew, form }: Props) {
  const [isDiscarding, setDiscarding] = useState(false)
  return (
    <>
      {form.failure && (
        <SaveFailureCallout
          failure={form.failure}
          actions={
            form.failure.isUnsure ? (
              <ArrivalCheck look={form.lookWhetherItArrived} />
            ) : (
              form.failure.isGone &&
              onCreateAnew && (
                <Button size={28} icon={FilePlus2} onClick={onCreateAnew}>
                  Create a new secret from it
                </Button>
              )
            )
          }
        />
      )}
      <DraftHint state={form.draft.state} />
      <div className="flex items-center justify-between gap-2">
        <Button
          disabledReason={form.isSaving && SAVING}
          onClick={() => (form.isDirty ? setDiscarding(true) : form.leave())}
        >
          {form.isDirty ? 'Discard' : backLabel}
        </Button>
        <Button
          variant="solid"
          keyCap="Ctrl ↵"
          busy={form.isSaving}
          disabledReason={form.closed}
          onClick={form.save}
        >
          {saveLabel}
        </Button>
      </div>
      {isDiscarding && (
        <DiscardDialog noun={noun} onClose={() => setDiscarding(false)} onConfirm={form.leave} />
      )}
    </>
  )
}
