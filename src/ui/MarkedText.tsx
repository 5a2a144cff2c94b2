import type { PointerEvent } from 'react'
import { cx } from './cx'

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
    // Keyed, so that no other name keeps the title that was set by hand.
    <bdi key={text} className={cx('min-w-0 truncate whitespace-pre', className)} onPointerEnter={tellWhole}>
      {ranges && ranges.length > 0 ? pieces(line, ranges) : line}
    </bdi>
  )
}

/** The whole name in a tooltip, only where it is cut. By hand, since thousands of rows pass. */
function tellWhole(event: PointerEvent<HTMLElement>): void {
  const { currentTarget: line } = event
  line.title = line.scrollWidth > line.clientWidth ? (line.textContent ?? '') : ''
}

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
