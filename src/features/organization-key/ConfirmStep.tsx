import { useState } from 'react'
import { recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { useSettings } from '#/data/settings'
import { absoluteTime, clockTime } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Checkbox } from '#/ui/Checkbox'
import { isAnswerLost } from './key-words'
import { ProofForm } from './ProofForm'
import type { KeyRotationState } from './use-key-rotation'

/** Password or code, and what comes of it. From here on the old key is refused. */
export function ConfirmStep({ state, formId }: { state: KeyRotationState; formId: string }) {
  const [withOld, setWithOld] = useState(true)
  const [kind, setKind] = useState<'password' | 'code'>('password')
  const { asking, answer } = state
  const error = asking.error && !isAnswerLost(asking.error) ? asking.error : null
  return (
    <>
      <Lost state={state} />
      {answer?.kind !== 'lost-unknown' && (
        <>
          <Callout tone="warning" title="The old key stops working at once.">
            New token exchanges with it are refused from then on. Tokens that were issued before go on working
            for up to an hour: nothing can end them.{' '}
            <TraceLink act="rotateOrganizationKey">{recordedAs('rotateOrganizationKey')}</TraceLink>.
          </Callout>
          <ProofForm
            formId={formId}
            busy={state.isAsking}
            error={error}
            codeNote="A code works once: that the old key is refused cannot be shown with it."
            onChange={setKind}
            onProof={(proof) => state.ask(proof, withOld && proof.kind === 'password')}
          />
          {kind === 'password' && (
            <Checkbox
              label="Afterwards show that the old key is refused"
              hint="Reads the old key first, into the memory of this page alone."
              checked={withOld}
              disabled={state.isAsking}
              onChange={({ target }) => setWithOld(target.checked)}
            />
          )}
        </>
      )}
    </>
  )
}

/** A request whose answer did not come: the date of the key tells what became of it. */
function Lost({ state }: { state: KeyRotationState }) {
  const { timeZone } = useSettings()
  const { answer, rotation, dates } = state
  if (state.isAsking || !rotation?.askedAt) return null
  const asked = clockTime(rotation.askedAt, timeZone)
  if (answer?.kind === 'lost-old')
    return (
      <Callout role="status" title="The old key still holds: nothing was changed.">
        The server’s answer to the request of {asked} was lost, but the date of the key has not moved. Rotate
        it again when you are ready.
      </Callout>
    )
  if (answer?.kind === 'lost-unknown')
    return (
      <Callout
        tone="warning"
        role="alert"
        title="Not known whether the key is new."
        actions={
          <Button size={28} busy={dates.isFetching} onClick={() => void dates.refetch()}>
            Find out
          </Button>
        }
      >
        The answer to the request of {asked} was lost, and the date of the key could not be read
        {dates.error ? `: ${dates.error.message}` : '.'} Until it is known, do not rotate again: it would make
        one more key.
        {rotation.oldChangedAt !== null &&
          ` The old key is of ${absoluteTime(rotation.oldChangedAt, timeZone)}.`}
      </Callout>
    )
  return null
}
