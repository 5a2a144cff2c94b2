import { useSecondsLeft } from './use-seconds-left'

type CountdownRingProps = {
  /** When it ends, epoch ms. What then happens is the caller's. */
  endsAt: number
  totalSeconds: number
  /** The sentence beside the ring: `(s) => \`Hides in ${s} s\``. */
  text: (secondsLeft: number) => string
}

const round = 2 * Math.PI * 6

/** Ring and seconds. Screen readers hear the sentence every ten seconds, not every one. */
export function CountdownRing({ endsAt, totalSeconds, text }: CountdownRingProps) {
  const seconds = useSecondsLeft(endsAt)
  const spoken = Math.ceil(seconds / 10) * 10
  return (
    <span className="inline-flex items-center gap-1.5 text-meta whitespace-nowrap text-muted tabular-nums">
      <Ring share={totalSeconds > 0 ? Math.min(1, seconds / totalSeconds) : 0} />
      <span aria-hidden>{text(seconds)}</span>
      <span className="sr-only" aria-live="polite">
        {text(Math.min(spoken, totalSeconds))}
      </span>
    </span>
  )
}

/** A ring of 16 px, filled clockwise from the top by `share` (0 to 1). Decorative: the number stands beside it. */
function Ring({ share }: { share: number }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden className="shrink-0">
      <circle cx="8" cy="8" r="6" fill="none" strokeWidth="2" className="stroke-line-strong" />
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        strokeWidth="2"
        transform="rotate(-90 8 8)"
        strokeDasharray={round}
        strokeDashoffset={round * (1 - share)}
        className="stroke-accent-text"
      />
    </svg>
  )
}
