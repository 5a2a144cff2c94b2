import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react'
import { windowOf } from './row-window'

interface Props {
  rowCount: number
  rowHeight: number
  /** Px of the element, and of the header that stands over its rows. */
  height: number
  above: number
  cursor: number
  /** The row on which a press put the cursor: it stays where it is, or the click would miss it. */
  takePointed: () => number
  initialScroll: number
}

/**
 * First and last of the rows in view and a few around them; follows the cursor. Rows of one height need no
 * measurements: a virtualizer makes one for each of a million rows whenever their number changes, and a key waits.
 */
export function useRowWindow(scroller: RefObject<HTMLDivElement | null>, props: Props) {
  const { rowCount, rowHeight, height, above, cursor, takePointed, initialScroll } = props

  // Told by events, and never asked for: to ask lays the page out in the middle of drawing it.
  const offset = useRef(initialScroll)
  const moved = useRef<() => void>(() => undefined)
  const subscribe = useCallback(
    (onMove: () => void) => {
      const element = scroller.current
      const onScroll = () => {
        offset.current = element?.scrollTop ?? 0
        onMove()
      }
      moved.current = onScroll
      element?.addEventListener('scroll', onScroll, { passive: true })
      return () => element?.removeEventListener('scroll', onScroll)
    },
    [scroller],
  )
  const topRow = useSyncExternalStore(subscribe, () => Math.floor(offset.current / rowHeight))
  const scrollTo = useEffectEvent((top: number) => {
    scroller.current?.scrollTo({ top })
    // The event would come with the next frame, and until then there would be blank rows.
    moved.current()
  })

  const hasRows = rowCount > 0
  const isRestored = useRef(false)
  const restore = useEffectEvent(() => {
    if (initialScroll > 0 && !isRestored.current) scrollTo(initialScroll)
    isRestored.current = true
  })
  useLayoutEffect(() => {
    if (hasRows) restore()
  }, [hasRows])

  const show = useEffectEvent((row: number) => {
    if (height === 0 || row >= rowCount) return
    const top = Math.min(offset.current, rowCount * rowHeight + above - height)
    const at = row * rowHeight
    const least = at + rowHeight + above - height
    if (top > at) scrollTo(at)
    else if (top < least) scrollTo(least)
  })
  // Not on the first sight: there the remembered place counts.
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    const pointed = takePointed()
    if (!isFirst.current && cursor !== pointed) show(cursor)
    isFirst.current = false
  }, [cursor, takePointed])

  const [movedOver, setMovedOver] = useState(-1)
  const onScroll = useEffectEvent(() => setMovedOver(rowCount))
  useEffect(() => {
    const element = scroller.current
    const tell = () => onScroll()
    element?.addEventListener('scroll', tell, { passive: true })
    return () => element?.removeEventListener('scroll', tell)
  }, [scroller])

  return windowOf({ rowCount, rowHeight, room: height - above, topRow, isMoving: movedOver === rowCount })
}
