import { titleOnHover } from './title-on-hover'

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
  return (
    <time
      dateTime={new Date(at).toISOString()}
      {...titleOnHover(whole)}
      className="whitespace-nowrap text-muted"
    >
      {words}
    </time>
  )
}
