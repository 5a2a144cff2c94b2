import { useEffect, useState } from 'react'

/** Values on show: masked again after the time that was set, when the window is left, and in a hidden tab. */
export function useShown(seconds: number | null): [isShown: boolean, setShown: (isShown: boolean) => void] {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isShown) return
    const hide = () => setShown(false)
    const onHidden = () => document.hidden && hide()
    const timer = seconds === null ? undefined : setTimeout(hide, seconds * 1000)
    addEventListener('blur', hide)
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      clearTimeout(timer)
      removeEventListener('blur', hide)
      document.removeEventListener('visibilitychange', onHidden)
    }
  }, [isShown, seconds])
  return [isShown, setShown]
}
