import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'

const OVERSCAN = 8

interface RowWindow {
  rowCount: number
  rowHeight: number
  /** Px of the header that stands over the rows. */
  above: number
  cursor: number
  initialScroll: number
}

/** The rows in view and a few around them; follows the cursor. */
export function useRowWindow(
  scroller: RefObject<HTMLDivElement | null>,
  { rowCount, rowHeight, above, cursor, initialScroll }: RowWindow,
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
    if (cursor < rowCount) virtual.scrollToIndex(cursor, { align: 'auto' })
  })
  // Not on the first sight: there the remembered place counts.
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    if (!isFirst.current) show()
    isFirst.current = false
  }, [cursor])
  return virtual
}
