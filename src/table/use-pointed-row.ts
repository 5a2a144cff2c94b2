import { useCallback, useRef } from 'react'

const NONE = -1

/** Remembers the row that a press has put the cursor on, until it is asked for. */
export function usePointedRow(onCursor: (row: number) => void) {
  const pointed = useRef(NONE)
  const onPoint = useCallback(
    (row: number) => {
      pointed.current = row
      onCursor(row)
    },
    [onCursor],
  )
  const takePointed = useCallback(() => {
    const row = pointed.current
    pointed.current = NONE
    return row
  }, [])
  return { onPoint, takePointed }
}
