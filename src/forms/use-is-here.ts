import { useEffect, useRef } from 'react'

/** Whether the component is still mounted: an answer may come after a lock or a way elsewhere has removed it. */
export function useIsHere(): () => boolean {
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return () => isHere.current
}
