import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'

const OVERSCAN = 8
export const NOT_POINTED = -1

interface RowWindow {
  rowCount: number
  rowHeight: number
  /** Px of the header that stands over the rows. */
  above: number
  cursor: number
  /** The row that was last pointed at: it stays where it is, or the click would miss it. */
  pointed: RefObject<number>
  initialScroll: number
}

/** The rows in view and a few around them; follows the cursor. */
export function useRowWindow(
  scroller: RefObject<HTMLDivElement | null>,
  { rowCount, rowHeight, above, cursor, pointed, initialScroll }: RowWindow,
) {
  // The compiler leaves this hook alone; rows are memoised by hand. They are keyed by number here: asking for
  // 100,000 ids would cost more than all the rest.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialOffset: initialScroll,
    scrollMargin: above,
    scrollPaddingStart: above,
  })
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight])

  const show = useEffectEvent(() => {
    if (cursor < rowCount && cursor !== pointed.current) virtual.scrollToIndex(cursor, { align: 'auto' })
  })
  // Not on the first sight: there the remembered place counts.
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    if (!isFirst.current) show()
    isFirst.current = false
    pointed.current = NOT_POINTED
  }, [cursor, pointed])
  return virtual
}
