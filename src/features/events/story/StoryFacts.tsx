import { Link } from '@tanstack/react-router'
import { ArrowDown, ArrowUp, ShieldAlert } from 'lucide-react'
import { useState } from 'react'
import { shownActor, type EventNames } from '#/domain/events/names'
import { daysWords, type Exposure, type SecretStory, type StoryValue } from '#/domain/events/secret-story'
import { absoluteTime, dayOf, type TimeZoneChoice } from '#/domain/time-words'
import { Callout } from '#/ui/Callout'
import { FactList } from '#/ui/FactList'
import { IconButton } from '#/ui/IconButton'
import { cx } from '#/ui/cx'
import { linkClass } from '#/ui/link-class'
import { Author } from './Author'
import { spanWords } from './StoryTable'

interface Props {
  orgId: string
  secretId: string
  story: SecretStory
  value: StoryValue
  names: EventNames
  timeZone: TimeZoneChoice
  onChoose: (value: number) => void
}

const FEW = 6

/** Everything about one value; the arrows move from value to value. */
export function StoryFacts({ orgId, secretId, story, value, names, timeZone, onChoose }: Props) {
  const { number, entry, readers } = value
  const params = { orgId, secretId }
  return (
    <section
      aria-labelledby="story-value"
      className="shrink-0 p-4 max-xl:border-t max-xl:border-line-strong xl:w-80 xl:overflow-y-auto xl:border-l xl:border-line-strong"
    >
      <div className="flex items-center gap-1">
        <h2 id="story-value" className="flex-1 text-section font-semibold">
          Value {number}
          {entry.isCurrent && ', now'}
        </h2>
        <IconButton
          size={28}
          icon={ArrowUp}
          label="Newer value"
          disabledReason={number === story.values.length && 'It is the newest.'}
          onClick={() => onChoose(number + 1)}
        />
        <IconButton
          size={28}
          icon={ArrowDown}
          label="Older value"
          disabledReason={number === 1 && 'It is the oldest that is known.'}
          onClick={() => onChoose(number - 1)}
        />
      </div>
      <FactList
        className="mt-3"
        facts={[
          { label: 'Set by', value: <Author author={entry.author} names={names} /> },
          { label: 'Valid', value: spanWords(value, timeZone) },
          { label: 'Reads', value: readsWords(value) },
          ...(entry.isCurrent
            ? []
            : [{ label: 'Replaced', value: <Author author={entry.endedBy} names={names} /> }]),
        ]}
      />
      {value.exposure && (
        <Exposed {...{ value, names, timeZone, now: story.to }} exposure={value.exposure}>
          {entry.isCurrent && (
            <Link to="/orgs/$orgId/secrets/$secretId/edit" params={params} className={linkClass}>
              Change the value
            </Link>
          )}
        </Exposed>
      )}
      <Readers key={number} value={value} names={names} timeZone={timeZone} />
      <div className="mt-4 flex flex-col items-start gap-1">
        <Link
          to="/orgs/$orgId/secrets/$secretId/activity"
          params={params}
          search={{ face: 'events', range: '366' }}
          className={linkClass}
        >
          Show the events
        </Link>
        <Link to="/orgs/$orgId/secrets/$secretId/access" params={params} className={linkClass}>
          Who can read it now
        </Link>
      </div>
      <p className="mt-3 text-meta text-muted">
        Who could read it at an earlier time is not in any log: grants leave no event. Known are those who did
        {readers && ` (${readers.length})`}.
      </p>
    </section>
  )
}

function readsWords({ reads, readers, isAtLeast }: StoryValue): string {
  if (reads === null || readers === null)
    return 'Not known: not loaded, or the span of the value is not known'
  const machines = readers.filter(({ actor }) => actor.kind === 'machine').length
  const people = readers.length - machines
  const by = [
    machines > 0 && `${machines} ${machines === 1 ? 'machine' : 'machines'}`,
    people > 0 && `${people} ${people === 1 ? 'person' : 'people'}`,
  ].filter(Boolean)
  const count = `${isAtLeast ? 'At least ' : ''}${reads.toLocaleString('en-GB')}`
  return by.length === 0 ? count : `${count} by ${by.join(', ')}`
}

interface ExposedProps {
  exposure: Exposure
  names: EventNames
  timeZone: TimeZoneChoice
  now: number
  children: React.ReactNode
}

function Exposed({ exposure, names, timeZone, now, children }: ExposedProps) {
  const { from, until, by } = exposure
  const title =
    from === null
      ? 'Exposed since a day that is not known'
      : `Exposed for ${daysWords(from, until ?? now)}${until === null ? ', and still' : ''}`
  return (
    <Callout tone="danger" icon={ShieldAlert} className="mt-4" title={title}>
      <ul className="mt-1 flex flex-col gap-1">
        {by.map(({ reader, departure }) => (
          <li key={reader.key}>
            <bdi className="font-medium">{shownActor(reader.actor, names).text}</bdi> read it, last on{' '}
            {dayOf(reader.last, timeZone)}, and {departure.what}
            {departure.at !== null && ` on ${dayOf(departure.at, timeZone)}`}.
          </li>
        ))}
        {until !== null && <li>The value changed on {dayOf(until, timeZone)}.</li>}
      </ul>
      <p className="mt-1 text-meta text-muted">
        Ends with a new value, not with a removed right. Counted from the log; grants taken away and copies
        outside are not known.
      </p>
      {children}
    </Callout>
  )
}

function Readers({
  value,
  names,
  timeZone,
}: {
  value: StoryValue
  names: EventNames
  timeZone: TimeZoneChoice
}) {
  const [most, setMost] = useState(FEW)
  const readers = value.readers ?? []
  if (readers.length === 0) return null
  return (
    <>
      <h3 className="mt-5 mb-1 font-medium">Who read it</h3>
      <ul>
        {readers.slice(0, most).map((reader) => (
          <li key={reader.key} className="flex min-h-8 items-center gap-2 border-b border-line">
            <bdi className="min-w-0 flex-1 truncate">{shownActor(reader.actor, names).text}</bdi>
            <span
              className="text-meta text-muted tabular-nums"
              title={`Last ${absoluteTime(reader.last, timeZone)}`}
            >
              {reader.reads.toLocaleString('en-GB')}
            </span>
          </li>
        ))}
      </ul>
      {readers.length > most && (
        <button
          type="button"
          className={cx(linkClass, 'min-h-6 max-sm:min-h-11')}
          onClick={() => setMost(readers.length)}
        >
          Show {readers.length - most} more
        </button>
      )}
    </>
  )
}
