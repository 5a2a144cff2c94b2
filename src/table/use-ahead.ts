import { startTransition, useCallback, useState } from 'react'

interface Ahead<S> {
  of: S
  shown: S
  navigation: Promise<unknown>
}

/** Notes what a navigation that was begun will bring. */
export type Foresee<S> = (change: (now: S) => S, navigation: Promise<unknown>) => void

/**
 * What the URL says, and what it is about to say: the router draws a change a moment after the event that made it. What
 * moves from the text to the URL would stand in neither for that moment, and all rows with it.
 */
export function useAhead<S extends object>(inUrl: S): [shown: S, foresee: Foresee<S>] {
  const [ahead, setAhead] = useState<Ahead<S> | null>(null)
  const foresee = useCallback<Foresee<S>>(
    (change, navigation) => {
      setAhead((old) => ({
        of: inUrl,
        shown: change(old?.of === inUrl ? old.shown : inUrl),
        navigation,
      }))
      // The URL has the last word, also where it takes a change otherwise than meant.
      const settle = () =>
        startTransition(() => setAhead((old) => (old?.navigation === navigation ? null : old)))
      void navigation.then(settle, settle)
    },
    [inUrl],
  )
  return [ahead?.of === inUrl ? ahead.shown : inUrl, foresee]
}
