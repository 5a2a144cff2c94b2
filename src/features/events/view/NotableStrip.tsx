import { amount } from '#/lib/amount'
import { Layers2, Sparkle } from 'lucide-react'
import { memo, useState } from 'react'
import { burstWords, type Burst } from '#/domain/events/bursts'
import { actorOf } from '#/domain/events/actor'
import { shownActor, type EventNames } from '#/domain/events/names'
import { absoluteTime, type TimeZoneChoice } from '#/domain/time-words'
import { burstTail, burstText } from '#/features/events/marks-words'
import type { EventAnswer } from '#/session/event-types'
import { Dialog } from '#/ui/Dialog'
import { Icon } from '#/ui/Icon'
import { linkClass } from '#/ui/link-class'
import { cx } from '#/ui/cx'

interface Props {
  answer: EventAnswer | null
  /** The range was read to its end. */
  isWhole: boolean
  names: EventNames
  zone: TimeZoneChoice
  onBurst: (burst: Burst) => void
  onFirst: () => void
}

/** Between histogram and table, always as high as now, so that rows do not move when something is found. */
export const NotableStrip = memo(function NotableStrip({
  answer,
  isWhole,
  names,
  zone,
  onBurst,
  onFirst,
}: Props) {
  const [isListed, setListed] = useState(false)
  const bursts = answer?.bursts
  const first = answer?.facets.is.values.find(({ key }) => key === 'first-seen')?.count ?? 0
  const [largest] = bursts?.largest ?? []
  return (
    <section
      aria-label="Bursts and what is seen first"
      className="flex h-9 shrink-0 items-center gap-x-4 border-b border-line-strong px-4 text-meta max-sm:h-12"
    >
      {largest && bursts ? (
        <span className="flex min-w-0 items-center gap-1.5">
          <Icon of={Layers2} size={14} className="text-muted" />
          <button
            type="button"
            title={burstText(largest, names)}
            onClick={() => onBurst(largest)}
            className={cx(linkClass, 'min-w-0 truncate max-sm:h-11')}
          >
            <BurstSentence burst={largest} names={names} />
          </button>
          {bursts.total > 1 && (
            <button
              type="button"
              onClick={() => setListed(true)}
              className={cx(linkClass, 'shrink-0 max-sm:h-11')}
            >
              All {amount(bursts.total)} bursts
            </button>
          )}
        </span>
      ) : (
        <span className="truncate text-muted">
          {bursts === null
            ? 'Bursts are looked for when the range is loaded.'
            : isWhole
              ? 'No bursts among these events.'
              : 'No bursts in what is loaded.'}
        </span>
      )}
      <span className="ml-auto flex shrink-0 items-center gap-1.5">
        {first > 0 && (
          <>
            <Icon of={Sparkle} size={14} className="text-muted" />
            <button type="button" onClick={onFirst} className={cx(linkClass, 'max-sm:h-11')}>
              {amount(first)} first seen
            </button>
          </>
        )}
      </span>
      {isListed && bursts && (
        <BurstsDialog
          {...{ bursts, names, zone }}
          onClose={() => setListed(false)}
          onBurst={(burst) => {
            setListed(false)
            onBurst(burst)
          }}
        />
      )}
    </section>
  )
})

function BurstSentence({ burst, names }: { burst: Burst; names: EventNames }) {
  const actor = shownActor(actorOf(burst.row), names)
  return (
    <>
      {burstWords(burst)} <bdi className="font-medium">{actor.text}</bdi> {burstTail(burst)}
    </>
  )
}

interface ListProps extends Pick<Props, 'names' | 'zone' | 'onBurst'> {
  bursts: NonNullable<EventAnswer['bursts']>
  onClose: () => void
}

function BurstsDialog({ bursts, names, zone, onBurst, onClose }: ListProps) {
  const { total, largest } = bursts
  return (
    <Dialog
      title={`${amount(total)} bursts`}
      description={`Ten or more events of one kind by one actor from one address, each within a second of the next. ${
        total > largest.length ? `The ${largest.length} largest of ${amount(total)}` : 'The largest'
      } first; each opens its events.`}
      width={640}
      onClose={onClose}
    >
      <ul className="flex flex-col">
        {largest.map((burst) => (
          <li key={`${burst.from} ${burst.row.type} ${burst.count}`} className="border-t border-line py-1.5">
            <button
              type="button"
              onClick={() => onBurst(burst)}
              className={cx(linkClass, 'text-left wrap-anywhere max-sm:min-h-11')}
            >
              <BurstSentence burst={burst} names={names} />
            </button>
            <div className="text-meta text-muted tabular-nums">{absoluteTime(burst.from, zone)}</div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
