import { lowerFirst, recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { keySteps, type KeyStep } from '#/domain/key-rotation'
import { Button } from '#/ui/Button'
import type { KeyRotationState } from './use-key-rotation'

interface Props {
  state: KeyRotationState
  step: KeyStep
  /** The form of the third step, which the button here sends. */
  formId: string
  /** Stop or finish, after a question. */
  onEnd: () => void
}

/** Back and on; the one button that changes something at the server is red. */
export function RotationFooter({ state, step, formId, onEnd }: Props) {
  const { rotation, answer } = state
  const at = keySteps.indexOf(step)
  const isAsked = rotation?.askedAt !== null && answer?.kind !== 'lost-old'
  const go = (to: KeyStep | undefined) => to && state.change({ step: to })
  const wait = state.isAsking && 'Wait for the answer.'
  return (
    <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line-strong bg-chrome px-4 py-2.5">
      <p className="mr-auto text-meta text-muted max-sm:hidden">
        Viewing or rotating this key{' '}
        <TraceLink act="rotateOrganizationKey">{lowerFirst(recordedAs('rotateOrganizationKey'))}</TraceLink>.
        The receipt is the only record.
      </p>
      {!isAsked && (
        <Button disabledReason={wait} onClick={onEnd}>
          Stop rotation
        </Button>
      )}
      <Button disabledReason={noWayBack(step) || wait} onClick={() => go(keySteps[at - 1])}>
        Back
      </Button>
      {step === 'confirm' ? (
        <Button
          type="submit"
          form={formId}
          variant="danger-solid"
          busy={state.isAsking}
          disabledReason={answer?.kind === 'lost-unknown' && 'First find out whether the key is new.'}
        >
          Rotate key now
        </Button>
      ) : step === 'receipt' ? (
        <Button variant="solid" onClick={() => (rotation?.savedAt === null ? onEnd() : state.end())}>
          Finish rotation
        </Button>
      ) : (
        <Button variant="solid" onClick={() => go(keySteps[at + 1])}>
          {step === 'proof' ? 'Continue to receipt' : 'Continue'}
        </Button>
      )}
    </footer>
  )
}

function noWayBack(step: KeyStep): string | false {
  if (step === 'use') return 'This is the first step.'
  return step === 'proof' && 'The key is new: there is no way back.'
}
