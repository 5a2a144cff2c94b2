import { useSyncExternalStore } from 'react'

/** Whether a media query holds now. "(width >= 75rem)" is where sheets push instead of cover. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => matchMedia(query).matches,
  )
}
