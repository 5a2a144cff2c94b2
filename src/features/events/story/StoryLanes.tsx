import { monthsBetween } from '#/domain/events/story-axis'
import type { EventNames } from '#/domain/events/names'
import { shownActor } from '#/domain/events/names'
import { daysWords, type SecretStory, type StoryReader } from '#/domain/events/secret-story'
import type { EventRow } from '#/domain/events/row'
import { actorKey, actorOf } from '#/domain/events/actor'
import type { TimeZoneChoice } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { cx } from '#/ui/cx'

interface Props {
  story: SecretStory
  rows: readonly EventRow[]
  names: EventNames
  timeZone: TimeZoneChoice
  chosen: number
  onChoose: (value: number) => void
  isMore: boolean
  onMore: () => void
}

const HALF_WEEK = 3.5 * 86_400_000
const MOST_READERS = 6
const hatch =
  'bg-[repeating-linear-gradient(135deg,transparent_0_5px,var(--line-strong)_5px_6px)] forced-colors:bg-none'

/** Places on the axis that all lanes share. */
function axisOf(story: SecretStory) {
  const span = Math.max(1, story.to - story.from)
  return {
    left: (at: number) => `${Math.min(100, Math.max(0, ((at - story.from) / span) * 100))}%`,
    width: (from: number, to: number) =>
      `${(Math.max(0, Math.min(to, story.to) - Math.max(from, story.from)) / span) * 100}%`,
  }
}

type Axis = ReturnType<typeof axisOf>

/** All lanes over one axis of time. The table below says the same in words; this is its picture. */
export function StoryLanes(props: Props) {
  const { story, rows, names, timeZone } = props
  const axis = axisOf(story)
  return (
    <div className="px-4 pt-3 pb-3 max-sm:hidden">
      <Lane>
        {monthsBetween(story.from, story.to, timeZone).map(({ at, label }) => (
          <span
            key={at}
            className="absolute bottom-0 border-l border-line-strong pl-1 text-meta whitespace-nowrap text-muted"
            style={{ left: axis.left(at) }}
          >
            {label}
          </span>
        ))}
      </Lane>
      <ValueLane {...props} axis={axis} />
      <ReadsLane {...props} axis={axis} />
      <ExposureLane story={story} axis={axis} />
      {story.readers.slice(0, MOST_READERS).map((reader) => (
        <ReaderLane key={reader.key} {...{ story, rows, reader, names, axis }} />
      ))}
      {story.readers.length > MOST_READERS && (
        <p className="pl-28 text-meta text-muted">
          And {story.readers.length - MOST_READERS} more, in the list of each value
        </p>
      )}
    </div>
  )
}

function ValueLane({ story, chosen, onChoose, axis }: Props & { axis: Axis }) {
  return (
    <Lane label="Value" height="h-10">
      {story.values.map((one) => {
        const from = one.from ?? one.entry.fromAtEarliest ?? story.from
        const to = one.until ?? one.entry.untilAtLatest ?? story.to
        return (
          <button
            key={one.number}
            type="button"
            aria-pressed={one.number === chosen}
            className={cx(
              'absolute inset-y-0 overflow-hidden rounded-control border px-1 text-left text-meta leading-4 whitespace-nowrap focus-visible:-outline-offset-2',
              one.number === chosen
                ? 'z-1 border-2 border-accent bg-selection'
                : one.entry.isCurrent
                  ? 'border-good-line bg-good-soft'
                  : 'border-line-strong bg-chrome',
            )}
            style={{ left: axis.left(from), width: `max(6px, ${axis.width(from, to)})` }}
            onClick={() => onChoose(one.number)}
          >
            <span className="sr-only">{`Value ${one.number}${one.entry.isCurrent ? ', now' : ''},`}</span>
            <span aria-hidden className="font-medium">
              {one.number}
              {one.entry.isCurrent && ', now'}
            </span>
            <span className="block text-muted">{daysWords(from, to)}</span>
          </button>
        )
      })}
    </Lane>
  )
}

function ReadsLane({ story, chosen, isMore, onMore, axis }: Props & { axis: Axis }) {
  const most = Math.max(1, ...story.weeks.map((count) => count ?? 0))
  const value = story.values.find(({ number }) => number === chosen)
  const isChosen = (at: number) =>
    value !== undefined &&
    value.from !== null &&
    at >= value.from - HALF_WEEK &&
    at < (value.until ?? story.to)
  return (
    <Lane label="Reads a week" height="h-20" className="border-b border-line-strong">
      {story.since > story.from + 2 * HALF_WEEK && (
        <span
          className={cx('absolute inset-y-0 flex items-center justify-center', hatch)}
          style={{ left: 0, width: `max(9rem, ${axis.width(story.from, story.since)})` }}
        >
          <span className="flex flex-col items-center gap-1 bg-surface px-2 text-meta">
            Not loaded, {daysWords(story.from, story.since)}
            <Button size={28} busy={isMore} onClick={onMore}>
              Load older reads
            </Button>
          </span>
        </span>
      )}
      {story.weeks.map((count, week) => {
        const at = story.from + week * 2 * HALF_WEEK
        return count === null || count === 0 ? null : (
          <span
            key={at}
            title={`${count} ${count === 1 ? 'read' : 'reads'}`}
            className={cx(
              'absolute bottom-0 rounded-t-[2px] forced-colors:bg-[CanvasText]',
              isChosen(at) ? 'bg-accent' : 'bg-control',
            )}
            style={{
              left: axis.left(at),
              width: `max(2px, calc(${axis.width(at, at + 2 * HALF_WEEK)} - 1px))`,
              height: `${(count / most) * 100}%`,
            }}
          />
        )
      })}
    </Lane>
  )
}

function ExposureLane({ story, axis }: { story: SecretStory; axis: Axis }) {
  return (
    <Lane label="Exposure" height="h-7">
      <span aria-hidden className="absolute inset-x-0 top-1/2 border-t border-line" />
      {story.values.map(({ number, exposure }) => {
        if (!exposure) return null
        const from = exposure.from ?? exposure.until ?? story.to
        return (
          <span
            key={number}
            title={`Value ${number} exposed`}
            className="absolute inset-y-1 min-w-1.5 rounded-chip border border-danger bg-[repeating-linear-gradient(135deg,var(--danger-soft)_0_3px,var(--danger)_3px_4px)]"
            style={{
              left: `min(${axis.left(from)}, calc(100% - 6px))`,
              width: axis.width(from, exposure.until ?? story.to),
            }}
          />
        )
      })}
    </Lane>
  )
}

function Lane({
  label,
  height = 'h-5',
  className,
  children,
}: {
  label?: string
  height?: string
  className?: string
  children: React.ReactNode
}) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] items-center py-0.5">
      <span className="truncate pr-2 text-meta text-muted">{label}</span>
      <div className={cx('relative overflow-hidden', height, className)}>{children}</div>
    </div>
  )
}

interface ReaderProps {
  story: SecretStory
  rows: readonly EventRow[]
  reader: StoryReader
  names: EventNames
  axis: Axis
}

function ReaderLane({ story, rows, reader, names, axis }: ReaderProps) {
  const cells = new Map<number, number>()
  for (const row of rows) {
    if (row.type !== 2100 || actorKey(actorOf(row)) !== reader.key) continue
    const cell = Math.floor((row.at - story.from) / HALF_WEEK)
    cells.set(cell, (cells.get(cell) ?? 0) + 1)
  }
  const most = Math.max(1, ...cells.values())
  return (
    <Lane label={shownActor(reader.actor, names).text} height="h-4">
      <span aria-hidden className="absolute inset-x-0 top-1/2 border-t border-line" />
      {[...cells].map(([cell, count]) => (
        <span
          key={cell}
          className="absolute inset-y-0.5 w-[3px] bg-text forced-colors:bg-[CanvasText]"
          style={{ left: axis.left(story.from + cell * HALF_WEEK), opacity: 0.3 + (0.6 * count) / most }}
        />
      ))}
    </Lane>
  )
}
