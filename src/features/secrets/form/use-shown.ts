import { useState } from 'react'
import { useHiding } from '#/features/secrets/use-hiding'

/** Values on show: masked again after the time that was set, when the window is left, and in a hidden tab. */
export function useShown(seconds: number | null): [isShown: boolean, setShown: (isShown: boolean) => void] {
  const [isShown, setIsShown] = useState(false)
  const [hidesAt, setHidesAt] = useState<number | null>(null)
  useHiding(isShown, hidesAt, () => setIsShown(false))
  const setShown = (next: boolean) => {
    setHidesAt(seconds === null ? null : Date.now() + seconds * 1000)
    setIsShown(next)
  }
  return [isShown, setShown]
}
