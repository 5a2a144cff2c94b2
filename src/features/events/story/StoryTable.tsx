import type { EventNames } from '#/domain/events/names'
import { daysWords, type SecretStory, type StoryValue } from '#/domain/events/secret-story'
import { dayOf, type TimeZoneChoice } from '#/domain/time-words'
import { cx } from '#/ui/cx'
import { Author } from './Author'

interface Props {
  story: SecretStory
  names: EventNames
  timeZone: TimeZoneChoice
  chosen: number
  onChoose: (value: number) => void
}

const head = 'px-2 py-2 text-left text-meta font-normal text-muted first:pl-4 last:pr-4'
const cell = 'px-2 py-1.5 first:pl-4 last:pr-4'

/** The values, newest first; what the picture above shows, in words. */
export function StoryTable({ story, names, timeZone, chosen, onChoose }: Props) {
  return (
    <table className="w-full border-collapse border-t border-line-strong">
      <caption className="sr-only">Values of the secret, newest first</caption>
      <thead>
        <tr className="border-b border-line-strong">
          <th className={head}>Value</th>
          <th className={head}>Set by</th>
          <th className={cx(head, 'max-sm:hidden')}>From and until</th>
          <th className={cx(head, 'text-right max-lg:hidden')}>Days</th>
          <th className={cx(head, 'text-right')}>Reads</th>
          <th className={cx(head, 'text-right max-sm:hidden')}>Readers</th>
          <th className={cx(head, 'text-right')}>Exposed</th>
        </tr>
      </thead>
      <tbody>
        {story.values.toReversed().map((value) => (
          <tr
            key={value.number}
            aria-selected={value.number === chosen}
            className={cx('border-b border-line', value.number === chosen && 'bg-selection')}
          >
            <td className={cell}>
              <button
                type="button"
                className="min-h-6 rounded-chip font-medium underline-offset-2 hover:underline max-sm:min-h-11"
                aria-pressed={value.number === chosen}
                onClick={() => onChoose(value.number)}
              >
                {value.number}
                {value.entry.isCurrent && <span className="font-normal text-muted"> now</span>}
              </button>
            </td>
            <td className={cell}>
              <Author author={value.entry.author} names={names} />
            </td>
            <td className={cx(cell, 'text-muted max-sm:hidden')}>{spanWords(value, timeZone)}</td>
            <td className={cx(cell, 'text-right tabular-nums max-lg:hidden')}>{days(value, story.to)}</td>
            <td className={cx(cell, 'text-right tabular-nums')}>{amount(value.reads, value)}</td>
            <td className={cx(cell, 'text-right tabular-nums max-sm:hidden')}>
              {amount(value.readers?.length ?? null, value)}
            </td>
            <td className={cx(cell, 'text-right')}>
              <Exposed value={value} now={story.to} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const moment = (at: number | null, timeZone: TimeZoneChoice) =>
  at === null ? 'not known' : dayOf(at, timeZone)

export const spanWords = (value: StoryValue, timeZone: TimeZoneChoice): string =>
  `${moment(value.from, timeZone)} to ${value.entry.isCurrent ? 'now' : moment(value.until, timeZone)}`

function days(value: StoryValue, now: number): string {
  const until = value.entry.isCurrent ? now : value.until
  if (value.from === null || until === null) return '?'
  return Math.round((until - value.from) / 86_400_000).toLocaleString('en-GB')
}

/** "?" was not loaded or cannot be told; it is never zero. */
const amount = (count: number | null, { isAtLeast }: StoryValue): string =>
  count === null ? '?' : `${isAtLeast ? '≥ ' : ''}${count.toLocaleString('en-GB')}`

function Exposed({ value, now }: { value: StoryValue; now: number }) {
  const { exposure } = value
  if (exposure === undefined) return '?'
  if (exposure === null) return value.isAtLeast ? '?' : <span className="text-muted">None known</span>
  const words = exposure.from === null ? 'Since ?' : daysWords(exposure.from, exposure.until ?? now)
  return <span className="font-medium text-danger">{words}</span>
}
