import type { PointerEvent } from 'react'
import { matchRanges, type Term } from '#/domain/search'
import { cx } from '#/ui/cx'

interface Props {
  name: string
  terms: readonly Term[]
  className?: string
}

/** A name in one line, with what was searched for underlined. Line ends are drawn, as the row has one line. */
export function MarkedName({ name, terms, className }: Props) {
  return (
    <bdi
      className={cx('min-w-0 truncate font-mono font-medium whitespace-pre', className)}
      onPointerEnter={tellWhole}
    >
      {pieces(name.replaceAll(/[\r\n]/g, '↵'), terms)}
    </bdi>
  )
}

/** The whole name in a tooltip, only where it is cut. By hand, since thousands of rows pass. */
function tellWhole(event: PointerEvent<HTMLElement>): void {
  const { currentTarget: line } = event
  line.title = line.scrollWidth > line.clientWidth ? (line.textContent ?? '') : ''
}

function pieces(name: string, terms: readonly Term[]) {
  const ranges = terms.length > 0 ? matchRanges(name, terms) : []
  if (ranges.length === 0) return name
  const out = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start > at) out.push(name.slice(at, start))
    out.push(
      <mark
        key={start}
        className="bg-transparent text-inherit underline decoration-accent-text underline-offset-4"
      >
        {name.slice(start, end)}
      </mark>,
    )
    at = end
  }
  out.push(name.slice(at))
  return out
}
