import { useEffect, useEffectEvent } from 'react'

/** Asked before a value is shown that was on its way: a window left meanwhile fires no blur again to hide it. */
export const isWatched = (): boolean => !document.hidden && document.hasFocus()

/**
 * Hides what is shown when its time is over, when the window loses the focus, and in a hidden tab. Without a
 * moment to hide at, only the latter two.
 */
export function useHiding(isShown: boolean, hidesAt: number | null, hide: () => void): void {
  const onHide = useEffectEvent(hide)
  useEffect(() => {
    if (!isShown) return
    const now = () => onHide()
    const onVisibility = () => document.hidden && onHide()
    const timer = hidesAt === null ? undefined : setTimeout(now, Math.max(0, hidesAt - Date.now()))
    addEventListener('blur', now)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearTimeout(timer)
      removeEventListener('blur', now)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [isShown, hidesAt])
}
