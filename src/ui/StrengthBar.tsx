import { cx } from './cx'

type StrengthBarProps = {
  /** Full blocks, 0 to 5. */
  level: 0 | 1 | 2 | 3 | 4 | 5
  /** "about 118 bits": the number is the fact, the blocks repeat it. */
  text: string
}

export function StrengthBar({ level, text }: StrengthBarProps) {
  const full = level >= 4 ? 'bg-good-solid' : level >= 2 ? 'bg-warning-icon' : 'bg-danger'
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <span aria-hidden className="inline-flex gap-0.5">
        {[1, 2, 3, 4, 5].map((block) => (
          <span
            key={block}
            className={cx(
              'h-1.5 w-3 rounded-[1px] forced-colors:border',
              block <= level ? full : 'bg-pressed',
            )}
          />
        ))}
      </span>
      {text}
    </span>
  )
}
