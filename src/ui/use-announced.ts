import { useEffect } from 'react'
import { announce } from './announcer'

const SETTLED = 700

/** Says a line that changes while a person types, once it has settled; null says nothing. */
export function useAnnounced(line: string | null): void {
  useEffect(() => {
    if (line === null) return
    const timer = setTimeout(() => announce(line), SETTLED)
    return () => clearTimeout(timer)
  }, [line])
}
