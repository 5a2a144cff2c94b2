import { useLayoutEffect, useRef, useState } from 'react'

interface MatrixWindow {
  /** First row and column that are drawn, and those behind the last. */
  first: number
  last: number
  from: number
  to: number
  /** Rows that fit. */
  page: number
  isNarrow: boolean
}

interface Steps {
  row: number
  column: number
}

/** Rows and columns drawn beyond the edge. */
const SPARE = 3
/** Columns come and go by so many at once: each of them touches every row. */
const LOT = 2

const outset: MatrixWindow = { first: 0, last: 30, from: 0, to: 16, page: 20, isNarrow: false }

/** Which rows and columns of the scrolled box are in view; it changes with them, not with every pixel. */
export function useMatrixWindow({ row, column }: Steps) {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState(outset)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const { scrollTop, scrollLeft, clientWidth, clientHeight } = element
      const next: MatrixWindow = {
        first: Math.max(0, Math.floor(scrollTop / row) - SPARE),
        last: Math.ceil((scrollTop + clientHeight) / row) + SPARE,
        from: Math.max(0, Math.floor(scrollLeft / column / LOT) * LOT),
        to: (Math.ceil((scrollLeft + clientWidth) / column / LOT) + 1) * LOT,
        page: Math.max(1, Math.floor(clientHeight / row) - 2),
        isNarrow: clientWidth < 640,
      }
      setView((before) => (isSame(before, next) ? before : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [row, column])
  return { box, view }
}

const isSame = (a: MatrixWindow, b: MatrixWindow): boolean =>
  a.first === b.first &&
  a.last === b.last &&
  a.from === b.from &&
  a.to === b.to &&
  a.page === b.page &&
  a.isNarrow === b.isNarrow
