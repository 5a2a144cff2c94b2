import { useState, type FormEvent } from 'react'
import { fieldText, momentOf, SERVER_DAYS, urlMoment } from '#/domain/events/range'
import type { TimeZoneChoice } from '#/domain/time-words'
import type { TimeSpan } from '#/session/event-types'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { TextField } from '#/ui/TextField'

interface Props {
  span: TimeSpan
  zone: TimeZoneChoice
  now: number
  onChoose: (range: { from: string; to: string }) => void
  onClose: () => void
}

const DAY = 86_400_000

/** A range of one's own: by the calendar of the browser, or typed. */
export default function RangeDialog({ span, zone, now, onChoose, onClose }: Props) {
  const [from, setFrom] = useState(fieldText(span.from, zone))
  const [to, setTo] = useState(fieldText(Math.min(span.to, now), zone))
  const [isTried, setTried] = useState(false)
  const start = momentOf(from, zone, now, false)
  const end = momentOf(to, zone, now, true)
  const wrongEnd =
    'wrong' in end
      ? end.wrong
      : 'at' in start && end.at < start.at
        ? 'The end lies before the start.'
        : undefined
  const days = 'at' in start && 'at' in end ? Math.ceil((end.at - start.at) / DAY) : 0

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if ('at' in start && 'at' in end && !wrongEnd)
      onChoose({ from: urlMoment(start.at), to: urlMoment(end.at) })
  }

  return (
    <Dialog
      title="Range of events"
      description={zone === 'utc' ? 'Times are in UTC.' : 'Times are in the zone of this machine.'}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="solid" type="submit" form="event-range">
            Show this range
          </Button>
        </>
      }
    >
      <form id="event-range" noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
        <TextField
          label="From"
          type="datetime-local"
          value={from}
          error={isTried && 'wrong' in start ? start.wrong : undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label="To"
          type="datetime-local"
          value={to}
          error={isTried ? wrongEnd : undefined}
          onChange={(event) => setTo(event.target.value)}
        />
        {days > SERVER_DAYS && (
          <p className="text-meta text-muted">
            {days.toLocaleString('en-GB')} days. The server gives out {SERVER_DAYS} at once, so they are read
            in {Math.ceil(days / (SERVER_DAYS - 1))} parts and joined.
          </p>
        )}
      </form>
    </Dialog>
  )
}
