import { CircleCheck, TriangleAlert } from 'lucide-react'
import { absoluteTime, type TimeZoneChoice } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { StatusLine } from '#/ui/StatusLine'
import { unplacedWords } from '#/features/events/status-words'
import type { ObjectLog } from './use-object-log'

interface Props {
  log: ObjectLog
  timeZone: TimeZoneChoice
  isOfMember: boolean
}

/** Says complete only when it is. */
export function ActivityStatus({ log, timeZone, isOfMember }: Props) {
  if (log.status !== 'read') return <StatusLine>{null}</StatusLine>
  const count = log.rows.length.toLocaleString('en-GB')
  const isComplete = log.isWhole && log.crowded.length === 0 && log.unplaced === 0
  return (
    <StatusLine end={<span>Reading it records nothing</span>}>
      <span role="status" className="flex items-center gap-x-4">
        <strong className="font-medium text-text">
          {count} {log.rows.length === 1 ? 'event' : 'events'}
        </strong>
        {isComplete && (
          <span className="flex items-center gap-1">
            <Icon of={CircleCheck} size={14} className="text-good" />
            Range complete
          </span>
        )}
        {log.unplaced > 0 && <span>{unplacedWords(log.unplaced)}</span>}
        {!log.isWhole && log.reachesTo !== null && (
          <span>
            {isOfMember ? 'The organization’s log read down to' : 'Read down to'}{' '}
            {absoluteTime(log.reachesTo, timeZone)}
          </span>
        )}
        {log.crowded.length > 0 && (
          <span className="flex items-center gap-1 text-warning">
            <Icon of={TriangleAlert} size={14} className="text-warning-icon" />
            {log.crowded.length === 1 ? 'One moment has' : `${log.crowded.length} moments have`} as many rows
            as the server gives out: there may be more at {absoluteTime(log.crowded[0] ?? 0, timeZone)}
          </span>
        )}
      </span>
      {!log.isWhole && (
        <Button size={28} busy={log.isMore} onClick={log.more}>
          Load older events
        </Button>
      )}
    </StatusLine>
  )
}
