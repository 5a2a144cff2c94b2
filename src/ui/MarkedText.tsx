import { cx } from './cx'
import { titleOnHover } from './title-on-hover'

interface Props {
  text: string
  /** Start and end of what is underlined, ascending, not overlapping. */
  ranges?: readonly (readonly [start: number, end: number])[]
  className?: string
}

/** A name in one line, with what was searched for underlined. Line ends are drawn, as the row has one line. */
export function MarkedText({ text, ranges, className }: Props) {
  const line = text.replaceAll(/[\r\n]/g, '↵')
  return (
    <bdi className={cx('min-w-0 truncate whitespace-pre', className)} {...tellsWhole}>
      {ranges && ranges.length > 0 ? pieces(line, ranges) : line}
    </bdi>
  )
}

/** The whole name in a tooltip, only where it is cut. */
const tellsWhole = titleOnHover((line) => (line.scrollWidth > line.clientWidth ? line.textContent : ''))

function pieces(line: string, ranges: NonNullable<Props['ranges']>) {
  const out = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start > at) out.push(line.slice(at, start))
    out.push(
      <mark
        key={start}
        className="bg-transparent text-inherit underline decoration-accent-text underline-offset-4"
      >
        {line.slice(start, end)}
      </mark>,
    )
    at = end
  }
  out.push(line.slice(at))
  return out
}
