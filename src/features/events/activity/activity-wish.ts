import { absoluteTime, type TimeZoneChoice } from '#/domain/time-words'
import type { EventNames } from '#/domain/events/names'
import type { ExportWish } from '#/features/events/export/export-wish'
import { spanWordsOf } from '#/features/events/view/span-words'
import { unplacedWords } from '#/features/events/status-words'
import type { LogTarget } from '#/session/object-log-types'
import type { ObjectLog } from './use-object-log'

const DAY = 86_400_000
const KINDS = { secret: 'secret', project: 'project', machine: 'machine account', member: 'member' } as const

export type ActivityTarget = Extract<LogTarget, { id: string }>

interface Shown {
  organizationId: string
  target: ActivityTarget
  log: ObjectLog
  days: number
  names: EventNames
  isSettling: boolean
  timeZone: TimeZoneChoice
}

/** The rows of one object's log that the tab shows. */
export function wishOfActivity({
  organizationId,
  target,
  log,
  days,
  names,
  isSettling,
  timeZone,
}: Shown): ExportWish {
  const range = { from: log.readAt - days * DAY, to: log.readAt }
  const kind = KINDS[target.kind]
  return {
    ...{ names, isSettling },
    count: log.rows.length,
    request: {
      ...{ organizationId, range, timeZone, brush: null, filter: { choice: {}, terms: [] } },
      given: {
        log: { kind, id: target.id },
        rows: log.rows,
        reachesTo: log.isWhole ? null : log.reachesTo,
        ...{ crowded: log.crowded, unplaced: log.unplaced },
      },
    },
    what: `Events of this ${kind}, newest first: ${spanWordsOf(range, timeZone)} ${timeZone === 'utc' ? 'UTC' : 'local time'}.`,
    isLoading: log.isMore,
    missing: missingOf(log, timeZone),
  }
}

function missingOf({ isWhole, reachesTo, crowded, unplaced }: ObjectLog, timeZone: TimeZoneChoice) {
  if (!isWhole && reachesTo !== null)
    return `The log was read down to ${absoluteTime(reachesTo, timeZone)}: load older events first, or export what is here.`
  const [first] = crowded
  if (first !== undefined)
    return `There may be more than 50 events at ${absoluteTime(first, timeZone)}, and the server gives out no others.`
  return unplaced > 0 ? unplacedWords(unplaced) : null
}
