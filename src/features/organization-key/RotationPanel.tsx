import { useEffect, useId, useRef, useState } from 'react'
import { useSettings } from '#/data/settings'
import { keySteps, type KeyStep } from '#/domain/key-rotation'
import { absoluteTime } from '#/domain/time-words'
import type { OrganizationView } from '#/session/protocol'
import { Callout } from '#/ui/Callout'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { ConfirmStep } from './ConfirmStep'
import { PlacesStep } from './PlacesStep'
import { ProofStep } from './ProofStep'
import { ReceiptStep } from './ReceiptStep'
import { RotationFooter } from './RotationFooter'
import { RotationSteps, stepTitles } from './RotationSteps'
import { UseStep } from './UseStep'
import type { KeyRotationState } from './use-key-rotation'

const SCIM = 2

interface Props {
  organization: OrganizationView
  state: KeyRotationState
  now: number
}

/** A guided rotation: five steps, of which the server knows the third. */
export function RotationPanel({ organization, state, now }: Props) {
  const { timeZone } = useSettings()
  const { rotation, answer } = state
  const formId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [isEnding, setEnding] = useState(false)
  // A lost answer that turned out well goes on by itself.
  const step: KeyStep =
    rotation?.step === 'confirm' && answer?.kind === 'lost-new' ? 'proof' : (rotation?.step ?? 'use')
  const shown = useRef(state.isOwn ? null : step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    heading.current?.focus({ preventScroll: true })
  }, [step])
  if (!rotation) return null
  const at = keySteps.indexOf(step)
  const isAsked = rotation.askedAt !== null && answer?.kind !== 'lost-old'
  return (
    <section aria-label="Rotation" className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
        <RotationSteps rotation={rotation} step={step} />
        <div className="min-w-0 flex-1 p-4 lg:overflow-y-auto">
          <div className="flex max-w-240 flex-col gap-4">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <h2
                ref={heading}
                tabIndex={-1}
                className="flex-1 text-section font-semibold outline-none max-sm:basis-full"
              >
                {stepTitles[step]}
              </h2>
              <span className="text-muted">
                Step {at + 1} of {keySteps.length}, begun {absoluteTime(rotation.startedAt, timeZone)}
              </span>
            </div>
            {state.keepError && (
              <Callout tone="warning" role="alert">
                Where the rotation stands could not be kept on this device: it lasts as long as this page.
              </Callout>
            )}
            <StepBody organization={organization} state={state} now={now} step={step} formId={formId} />
          </div>
        </div>
      </div>
      <RotationFooter state={state} step={step} formId={formId} onEnd={() => setEnding(true)} />
      {isEnding && (
        <ConfirmDialog
          title={isAsked ? 'Finish without saving the receipt?' : 'Stop this rotation?'}
          description={
            isAsked
              ? 'It is the only record of this rotation, and cannot be made again afterwards.'
              : 'Nothing was changed at the server. The list of places is thrown away.'
          }
          isDanger
          confirmLabel={isAsked ? 'Finish without receipt' : 'Stop rotation'}
          onConfirm={() => {
            setEnding(false)
            state.end()
          }}
          onClose={() => setEnding(false)}
        />
      )}
    </section>
  )
}

function StepBody({ organization, state, now, step, formId }: Props & { step: KeyStep; formId: string }) {
  switch (step) {
    case 'use':
      return <UseStep organization={organization} now={now} />
    case 'places':
      return (
        <PlacesStep
          places={state.rotation?.places ?? []}
          hasScimKey={state.dates.data?.some(({ type }) => type === SCIM)}
          onChange={(places) => state.change({ places })}
        />
      )
    case 'confirm':
      return <ConfirmStep state={state} formId={formId} />
    case 'proof':
      return <ProofStep organization={organization} state={state} />
    case 'receipt':
      return <ReceiptStep organization={organization} state={state} />
  }
}
