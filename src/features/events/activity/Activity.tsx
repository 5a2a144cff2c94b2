import { CalendarDays, RefreshCw } from 'lucide-react'
import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import type { EventRow } from '#/domain/events/row'
import type { OrganizationView } from '#/session/protocol'
import { IconButton } from '#/ui/IconButton'
import { Select } from '#/ui/Select'
import { Toolbar } from '#/ui/Toolbar'
import { EventGrid } from '#/features/events/EventGrid'
import { EventSheet } from '#/features/events/EventSheet'
import { useEventNames } from '#/features/events/use-event-names'
import { ExportButton } from '#/features/events/export/ExportButton'
import { wishOfActivity, type ActivityTarget } from './activity-wish'
import { ActivityEmpty } from './ActivityEmpty'
import { ActivityStatus } from './ActivityStatus'
import { useObjectLog } from './use-object-log'

export type ActivityRange = '1' | '7' | '30' | '90' | '366'

const RANGES: readonly { value: ActivityRange; label: string }[] = [
  { value: '1', label: 'Last 24 hours' },
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: '366', label: 'Last 366 days' },
]

const POLICY_CHANGED = 1700

interface Props {
  organization: OrganizationView
  target: ActivityTarget
  /** "secret", for the words. */
  noun: string
  range: ActivityRange
  onRange: (range: ActivityRange) => void
  /** What this log holds and what it leaves out. */
  note: ReactNode
  /** Another face of the same tab. */
  faces?: ReactNode
}

const nothing = () => undefined
const NO_KEYS: readonly never[] = []

/** The events of one object: the same rows, sentences and sheet as in the log of the organization. */
export function Activity({ organization, target, noun, range, onRange, note, faces }: Props) {
  const { timeZone } = useSettings()
  const log = useObjectLog(organization, target, { days: Number(range) })
  const { names, isSettling } = useEventNames(
    organization,
    log.rows.some(({ type }) => type === POLICY_CHANGED),
  )
  const [cursor, setCursor] = useState(0)
  const [opened, setOpened] = useState<EventRow | null>(null)
  const { rows } = log
  const grid = useRef<HTMLDivElement>(null)
  const rowAt = useCallback((row: number) => rows[row], [rows])
  const at = opened ? rows.indexOf(opened) : -1
  const select = (row: number) => {
    setCursor(row)
    setOpened(rows[row] ?? null)
  }
  const move = (row: number) => {
    setCursor(row)
    // The sheet follows the row under the cursor.
    if (opened) setOpened(rows[row] ?? null)
  }
  return (
    <div className="flex h-full min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col pt-1.5">
        <Toolbar>
          {faces}
          <Select
            className="w-44 max-sm:w-auto max-sm:flex-1"
            size={28}
            label="Range"
            hideLabel
            icon={CalendarDays}
            options={RANGES}
            value={range}
            onChange={onRange}
          />
          <IconButton size={28} icon={RefreshCw} label="Look for new events" onClick={log.refresh} />
          <p className="min-w-0 flex-1 text-meta text-muted max-sm:basis-full">{note}</p>
          <ExportButton
            size={28}
            isClosed={log.status === 'refused'}
            wish={wishOfActivity({
              ...{ organizationId: organization.id, target, log, names, isSettling, timeZone },
              days: Number(range),
            })}
          />
        </Toolbar>
        <EventGrid
          grid={grid}
          label={`Events of the ${noun}`}
          rowCount={rows.length}
          rowAt={rowAt}
          onWindow={nothing}
          names={names}
          timeZone={timeZone}
          hasDays={range !== '1'}
          cursor={Math.min(cursor, Math.max(0, rows.length - 1))}
          onCursor={move}
          onOpen={select}
          rowKeys={NO_KEYS}
          isBusy={log.isFetching}
          whenEmpty={<ActivityEmpty organization={organization} log={log} noun={noun} />}
        />
        <ActivityStatus log={log} timeZone={timeZone} isOfMember={target.kind === 'member'} />
      </div>
      {opened && at !== -1 && (
        <EventSheet
          row={opened}
          around={rows}
          isWhole={log.isWhole}
          names={names}
          organizationId={organization.id}
          onSelect={(row) => select(rows.indexOf(row))}
          onPrevious={at > 0 ? () => select(at - 1) : undefined}
          onNext={at < rows.length - 1 ? () => select(at + 1) : undefined}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}
