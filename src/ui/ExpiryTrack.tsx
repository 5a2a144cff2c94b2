import { ChevronRight, Infinity as Loop } from 'lucide-react'
import { cx } from './cx'
import { Icon } from './Icon'

export interface TrackMark {
  key: string
  /** 0 to 1 of the scale; not for what lies past it or never comes. */
  at: number
  shape: 'diamond' | 'triangle' | 'disc' | 'past' | 'never'
  /** "pipelines, 25 Sep 2026". */
  words: string
}

type Props = {
  marks: readonly TrackMark[]
  /** Shares of the scale at which a small stroke stands. */
  ticks?: readonly number[]
}

const quarters = [0, 1 / 3, 2 / 3, 1]

/** Ends on a line: a diamond is near, a triangle soon, a disc later, an arrow past the scale, a loop never. */
export function ExpiryTrack({ marks, ticks = quarters }: Props) {
  const onScale = marks.filter(({ shape }) => shape !== 'past' && shape !== 'never')
  const past = marks.filter(({ shape }) => shape === 'past')
  const never = marks.filter(({ shape }) => shape === 'never')
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1">
      <span className="relative mx-1.5 h-4 min-w-0 flex-1">
        <span aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-line-strong" />
        {ticks.map((tick) => (
          <span
            key={tick}
            aria-hidden
            className="absolute top-1/2 h-1.5 w-px -translate-y-1/2 bg-line-strong"
            style={{ left: `${tick * 100}%` }}
          />
        ))}
        {onScale.map(({ key, at, shape, words }) => (
          <span
            key={key}
            role="img"
            aria-label={words}
            title={words}
            className="absolute top-1/2 -translate-1/2"
            style={{ left: `${at * 100}%` }}
          >
            <Mark shape={shape} />
          </span>
        ))}
      </span>
      <Beyond marks={past} icon="past" />
      <Beyond marks={never} icon="never" />
    </span>
  )
}

/** Nothing where there is none, but its room is kept: tracks of all rows have one length. */
function Beyond({ marks, icon }: { marks: readonly TrackMark[]; icon: 'past' | 'never' }) {
  const words = marks.map((mark) => mark.words).join('; ')
  return (
    <span className={cx('flex shrink-0 justify-center', icon === 'past' ? 'w-3' : 'w-4')}>
      {marks.length > 0 && (
        <span role="img" aria-label={words} title={words} className="flex">
          <Mark shape={icon} />
        </span>
      )}
    </span>
  )
}

export function Mark({ shape }: { shape: TrackMark['shape'] }) {
  switch (shape) {
    case 'diamond':
      return <span aria-hidden className="block size-2 rotate-45 bg-danger" />
    case 'triangle':
      return (
        <span
          aria-hidden
          className="block size-2.5 bg-warning-icon [clip-path:polygon(50%_5%,100%_95%,0_95%)]"
        />
      )
    case 'disc':
      return <span aria-hidden className="block size-2 rounded-full bg-accent" />
    case 'past':
      return <Icon of={ChevronRight} size={14} className="text-muted" />
    case 'never':
      return <Icon of={Loop} size={16} className="text-danger" />
  }
}
