import { amount } from '#/lib/amount'
import { CircleCheck, CircleDashed, LoaderCircle, TriangleAlert } from 'lucide-react'
import type { TimeZoneChoice } from '#/domain/time-words'
import type { EventLoadState } from '#/session/event-types'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { KeysButton } from '#/ui/KeysButton'
import { StatusLine } from '#/ui/StatusLine'
import type { Fill } from './view/use-fill'
import { missingWords, newestWords } from './status-words'

interface Props {
  state: EventLoadState | null
  matched: number | null
  inRange: number | null
  /** The rows that are shown are all that were read: an answer may still be on its way. */
  isShown: boolean
  /** New ones wait until the pointer leaves the rows. */
  isHeld: boolean
  now: number
  timeZone: TimeZoneChoice
  onStop: () => void
  onResume: () => void
  /** For moments that hold more than the server gives out. */
  fill: Fill | null
}

/** Always in view: how many match, and whether that is all. It says complete only when the pager has proved it. */
export function EventStatus({
  state,
  matched,
  inRange,
  isShown,
  isHeld,
  now,
  timeZone,
  onStop,
  onResume,
  fill,
}: Props) {
  return (
    <StatusLine
      end={
        <>
          {typeof state?.newest === 'number' && (
            <span>{newestWords(state.newest, now)}; clients report every 60 s</span>
          )}
          <KeysButton />
        </>
      }
    >
      <strong className="font-medium text-text tabular-nums">
        {matched === null || inRange === null || (inRange === 0 && isUnderWay(state))
          ? 'Not known yet'
          : matched === inRange
            ? `${amount(matched)} ${matched === 1 ? 'event' : 'events'}`
            : `${amount(matched)} of ${amount(inRange)} match`}
      </strong>
      {state && <Completeness {...{ state, timeZone, onStop, onResume, isShown, isHeld, fill }} />}
    </StatusLine>
  )
}

const isUnderWay = (state: EventLoadState | null) =>
  state?.status === 'loading' || state?.status === 'waiting'

function Completeness({
  state,
  timeZone,
  onStop,
  onResume,
  isShown,
  isHeld,
  fill,
}: Pick<Props, 'timeZone' | 'onStop' | 'onResume' | 'isShown' | 'isHeld' | 'fill'> & {
  state: EventLoadState
}) {
  const { status, doubles, rows } = state
  if (isUnderWay(state)) {
    return (
      <span className="inline-flex items-center gap-2">
        <Icon of={LoaderCircle} size={14} className="animate-spin" />
        {status === 'waiting'
          ? `${amount(rows)} loaded, asked again in a few seconds`
          : `${amount(rows)} loaded, still loading`}
        <Button size={28} variant="ghost" onClick={onStop}>
          Stop loading
        </Button>
      </span>
    )
  }
  const missing = missingWords(state, timeZone)
  if (missing !== null) {
    return (
      <span className="inline-flex min-w-0 items-center gap-x-2 max-sm:flex-wrap">
        <Icon
          of={status === 'failed' ? TriangleAlert : CircleDashed}
          size={14}
          className="text-warning-icon"
        />
        <span className="min-w-0 max-sm:flex-1 max-sm:basis-64">{missing}</span>
        {state.missing.length > 0 && (
          <Button size={28} variant="ghost" onClick={onResume}>
            Load the rest
          </Button>
        )}
        {state.missing.length === 0 && fill && (
          <Button size={28} variant="ghost" busy={fill.isBusy} onClick={fill.run}>
            Ask {amount(fill.count)} logs of objects and members
          </Button>
        )}
        {fill?.error && <span role="alert">{fill.error.message}</span>}
      </span>
    )
  }
  if (!isShown && isHeld) return <span>New events wait until the pointer leaves the rows</span>
  if (!isShown) return <span>{amount(rows)} loaded, being counted</span>
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon of={CircleCheck} size={14} className="text-good" />
      Range complete{doubles > 0 && `, ${amount(doubles)} ${doubles === 1 ? 'double' : 'doubles'} removed`}
    </span>
  )
}
