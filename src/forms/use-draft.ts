import { useEffect, useState, useSyncExternalStore } from 'react'
import { holdPlace } from '#/session/held-places'
import { session } from '#/session/session'
import { DraftKeeper } from './draft-keeper'
import type { DraftState, FoundDraft } from './draft-keeper'

export interface Draft<T> {
  state: DraftState
  /** Null when nothing differs from where the form began. */
  change: (content: T | null) => void
  /** After saving or discarding. */
  finish: () => Promise<void>
  seal: () => Promise<void>
  isUnkept: () => boolean
}

/**
 * Keeps what a form holds as a draft under `place` (the path of its page), sealed with the user key: after a pause
 * in typing, before a lock, on leaving. `found`: the draft that waited there.
 */
export function useDraft<T>(place: string, found: FoundDraft<T> | null): Draft<T> {
  const [keeper] = useState(
    () =>
      new DraftKeeper<T>(
        {
          put: (from, content) => session.call('putDraft', { place, startedAt: from, content }),
          remove: () => session.call('removeDraft', { place }),
        },
        found,
      ),
  )
  const [draft] = useState(() => ({
    change: (content: T | null) => keeper.change(content),
    finish: () => keeper.finish(),
    seal: () => keeper.seal(),
    isUnkept: () => keeper.isUnkept,
  }))
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)

  useEffect(() => {
    const seal = () => keeper.seal()
    const onHide = () => void seal()
    const stop = session.onSealDrafts(seal)
    addEventListener('pagehide', onHide)
    return () => {
      stop()
      removeEventListener('pagehide', onHide)
      // After a lock there is no key to seal with, and it was sealed before.
      if (session.state?.phase === 'open') void seal()
    }
  }, [keeper])

  useEffect(() => holdPlace(place), [place])

  return { state, ...draft }
}
