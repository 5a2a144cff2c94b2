import type { PointerEvent } from 'react'

type AgeProps = {
  /** Epoch milliseconds. */
  at: number
  /** "12 days". */
  words: string
  /** The date with its zone, on hover; asked then, since thousands of rows pass. */
  whole: () => string
}

/** How long ago, in a list. */
export function Age({ at, words, whole }: AgeProps) {
  const tell = ({ currentTarget }: PointerEvent<HTMLElement>) => (currentTarget.title = whole())
  return (
    // Keyed, so that no other date keeps the title that was set by hand.
    <time
      key={at}
      dateTime={new Date(at).toISOString()}
      onPointerEnter={tell}
      className="whitespace-nowrap text-muted"
    >
      {words}
    </time>
  )
}
