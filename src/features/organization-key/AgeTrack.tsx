import { cx } from '#/ui/cx'

const DAY = 24 * 60 * 60_000
const SCALE = 455
const TICKS = [90, 180, 270, 365]
const YEAR = 365

export const daysOf = (ms: number): number => Math.max(0, Math.floor(ms / DAY))

const at = (days: number): string => `${(Math.min(days, SCALE) / SCALE) * 100}%`

/** Days since the key was made, against a year. `was`: how old the one before had become. */
export function AgeTrack({ days, was }: { days: number; was: number | null }) {
  return (
    <div className="relative mx-4 h-10 min-w-40 flex-1" aria-hidden>
      <span className="absolute inset-x-0 top-5 h-px bg-control" />
      <span
        className="absolute top-3 h-2 border-b-2 border-warning-icon bg-warning-soft"
        style={{ left: at(YEAR), right: 0 }}
      />
      <Tick days={0} word="New" isNear={days < 45} />
      {TICKS.map((tick) => (
        <Tick key={tick} days={tick} word={String(tick)} isNear={Math.abs(days - tick) < 12} />
      ))}
      {was !== null && (
        <span
          className="absolute top-1 h-4 w-0 border-l-2 border-dashed border-warning-icon"
          style={{ left: at(was) }}
        />
      )}
      <span
        className={cx('absolute top-0.5 h-4.5 w-1', days > YEAR ? 'bg-warning-icon' : 'bg-accent')}
        style={{ left: `calc(${at(days)} - 2px)` }}
      />
    </div>
  )
}

function Tick({ days, word, isNear }: { days: number; word: string; isNear: boolean }) {
  return (
    <>
      <span className="absolute top-3.5 h-3 w-px bg-control" style={{ left: at(days) }} />
      <span
        className={cx(
          'absolute top-7 -translate-x-1/2 text-meta whitespace-nowrap',
          isNear ? 'font-medium text-text' : 'text-muted',
        )}
        style={{ left: at(days) }}
      >
        {word}
      </span>
    </>
  )
}
