import { Ban, Check, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { MachineToken } from '#/data/machine-accounts'
import { useSettings } from '#/data/settings'
import { clockTime, dayOf, spanWords } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { linkClass } from '#/ui/link-class'
import { useMachinePage } from './machine-context'
import { shownName, shownToken } from './machine-row'
import { UsedFromList } from './UsedFromList'
import { useReadsSince, type RotationState } from './use-rotation'

interface Props {
  state: RotationState
  tokens: readonly MachineToken[]
  onCreate: () => void
  onRevoke: (token: MachineToken) => void
}

const order = ['create', 'store', 'wait', 'revoke', 'done'] as const

/** A rotation that is under way: four steps, of which the server knows the first and the last. */
export function RotationPanel({ state, tokens, onCreate, onRevoke }: Props) {
  const { timeZone } = useSettings()
  const { rotation, step } = state
  const [hasUse, setUse] = useState(false)
  if (!rotation || !step) return null
  const old = tokens.find(({ id }) => id === rotation.oldTokenId)
  const fresh = tokens.find(({ id }) => id === rotation.newTokenId)
  const oldName = old ? shownToken(old) : `token ${rotation.oldTokenId.slice(0, 8)}`
  const at = order.indexOf(step)
  const mark = (i: number) => ({ number: i + 1, isDone: at > i, isNow: at === i })
  return (
    <section
      aria-label="Rotation"
      className="max-h-[60dvh] shrink-0 max-sm:max-h-[38dvh] overflow-y-auto border-b border-line-strong bg-chrome px-4 py-3"
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="text-section font-semibold wrap-anywhere">Rotating {oldName}</h2>
        <span className="text-meta text-muted">
          Started {dayOf(rotation.startedAt, timeZone)}, {clockTime(rotation.startedAt, timeZone)}
        </span>
        <span className="ml-auto flex flex-wrap gap-2">
          <Button onClick={state.end}>{step === 'done' ? 'Finish' : 'Stop and keep both'}</Button>
          {old && (
            <Button
              variant="danger"
              icon={Ban}
              disabledReason={
                step !== 'revoke' && 'Open once the machine has read again, or that is skipped.'
              }
              onClick={() => onRevoke(old)}
            >
              Revoke {oldName}
            </Button>
          )}
        </span>
      </div>
      <ol className="grid gap-4 max-sm:gap-2 sm:grid-cols-2 xl:grid-cols-4">
        <CreateStep {...mark(0)} {...{ state, fresh, onCreate }} />
        <StoreStep {...mark(1)} {...{ state, fresh, onRevoke }} />
        <WaitStep state={state} {...mark(2)} />
        <Step {...mark(3)} title={step === 'done' ? 'The old token is revoked' : 'Revoke the old token'}>
          {step === 'done'
            ? 'Whoever still uses it is refused at the next sign-in.'
            : step === 'revoke'
              ? 'A session that is open with it lives out its hour.'
              : 'Open once step 3 is seen or skipped'}
        </Step>
      </ol>
      <p className="mt-3 text-meta text-muted">
        Kept sealed on this device for 7 days after the last step: leave and come back.{' '}
        <button type="button" aria-expanded={hasUse} className={linkClass} onClick={() => setUse(!hasUse)}>
          {hasUse ? 'Hide where it is used' : 'Where is it used?'}
        </button>
      </p>
      {state.error && (
        <p role="alert" className="mt-1 text-meta text-danger">
          This step could not be kept on the device: {state.error.message}
        </p>
      )}
      {hasUse && (
        <div className="mt-3 max-w-160">
          <UsedFromList />
        </div>
      )}
    </section>
  )
}

type Marks = Pick<StepProps, 'number' | 'isDone' | 'isNow'>

interface CreateProps extends Marks {
  state: RotationState
  fresh: MachineToken | undefined
  onCreate: () => void
}

function CreateStep({ state, fresh, onCreate, ...mark }: CreateProps) {
  const { timeZone } = useSettings()
  const { rotation, step } = state
  return (
    <Step {...mark} title={step === 'create' ? 'Create the new token' : 'New token created'}>
      {fresh ? (
        `${shownToken(fresh)}, ${fresh.expiresAt === null ? 'never expires' : `until ${dayOf(fresh.expiresAt, timeZone)}`}`
      ) : step === 'create' ? (
        <>
          {rotation?.newTokenId ? 'The one that was made is gone. ' : ''}
          One that was made and never shown stays in the list below: revoke it.
          <Act>
            <Button size={28} icon={Plus} onClick={onCreate}>
              Create new token
            </Button>
          </Act>
        </>
      ) : null}
    </Step>
  )
}

interface StoreProps extends Marks {
  state: RotationState
  fresh: MachineToken | undefined
  onRevoke: (token: MachineToken) => void
}

function StoreStep({ state, fresh, onRevoke, ...mark }: StoreProps) {
  const { timeZone } = useSettings()
  const { rotation, step } = state
  const storedAt = rotation?.storedAt ?? null
  return (
    <Step {...mark} title={step === 'store' ? 'Store it where the old one is' : 'Stored'}>
      {storedAt !== null
        ? `You ticked it at ${clockTime(storedAt, timeZone)}`
        : step === 'store' && (
            <>
              It was shown once. If it is stored nowhere, revoke it and create another.
              <Act>
                <Button size={28} onClick={state.stored}>
                  I have stored it
                </Button>
                {fresh && (
                  <Button size={28} onClick={() => onRevoke(fresh)}>
                    Revoke the new one
                  </Button>
                )}
              </Act>
            </>
          )}
    </Step>
  )
}

const Act = ({ children }: { children: ReactNode }) => (
  <span className="mt-2 flex flex-wrap gap-2 text-text">{children}</span>
)

interface StepProps {
  number: number
  isDone: boolean
  isNow: boolean
  title: string
  children: ReactNode
}

function Step({ number, isDone, isNow, title, children }: StepProps) {
  return (
    <li className="flex min-w-0 gap-3" aria-current={isNow ? 'step' : undefined}>
      <span
        aria-hidden
        className={cx(
          'flex size-6 shrink-0 items-center justify-center rounded-full border text-meta',
          isDone && 'border-good-line bg-good-soft text-good',
          isNow && 'border-transparent bg-accent text-on-accent',
          !isDone && !isNow && 'border-control text-muted',
        )}
      >
        {isDone ? <Icon of={Check} size={14} /> : number}
      </span>
      <div className="min-w-0">
        <p className={cx('font-medium', !isDone && !isNow && 'text-muted')}>
          {title}
          <span className="sr-only">{isDone ? ', done' : isNow ? ', now' : ', later'}</span>
        </p>
        {/* On a phone the list of tokens below needs the room. */}
        <div className={cx('text-meta wrap-anywhere text-muted', !isNow && 'max-sm:hidden')}>{children}</div>
      </div>
    </li>
  )
}

function WaitStep({ state, ...mark }: { state: RotationState } & Marks) {
  const { organization, machine, now } = useMachinePage()
  const { timeZone } = useSettings()
  const { rotation, step } = state
  const [isStopped, setStopped] = useState(false)
  const isWatching = step === 'wait' && !isStopped && organization.useEvents
  const log = useReadsSince(rotation, isWatching, state.seen)
  const name = shownName(machine)
  const waited = spanWords(now - (rotation?.storedAt ?? now))
  const skip = (
    <Button size={28} onClick={state.skip}>
      Skip waiting
    </Button>
  )
  return (
    <Step {...mark} title={`${name} reads again`}>
      {rotation?.readAt
        ? `It read at ${clockTime(rotation.readAt, timeZone)}. The log does not say with which token: see that the old one is out of use.`
        : rotation?.isSkipped
          ? 'You skipped it: whether it reads with the new token is not known.'
          : step === 'wait' &&
            (organization.useEvents ? (
              <>
                <span role="status">
                  {isStopped
                    ? 'Not watched.'
                    : `Waiting${waited === 'just now' ? '' : ` ${waited}`}, asked every 15 s.`}
                </span>{' '}
                The log does not say which token was used, so the old one must be out of use first. A sync
                that finds nothing new leaves no trace: let it read a secret.
                {log.error && <span className="block text-danger">{log.error.message}</span>}
                <Act>
                  <Button size={28} onClick={() => setStopped(!isStopped)}>
                    {isStopped ? 'Watch again' : 'Stop watching'}
                  </Button>
                  {skip}
                </Act>
              </>
            ) : (
              <>
                Not known: this organization keeps no event log. See it in the machine’s own log.
                <Act>{skip}</Act>
              </>
            ))}
    </Step>
  )
}
