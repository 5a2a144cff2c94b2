import { useCallback, useSyncExternalStore } from 'react'

const lists = new Map<string, MediaQueryList>()

// Asked with each render, and each asking anew is a query of its own to the browser.
function listOf(query: string): MediaQueryList {
  const known = lists.get(query) ?? matchMedia(query)
  lists.set(query, known)
  return known
}

/** Whether a media query holds now. "(width >= 75rem)" is where sheets push instead of cover. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = listOf(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => listOf(query).matches)
}
