import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { announce } from '#/ui/announcer'

/**
 * The link that was followed is gone with its page, and the focus with it: the new page gets it, unless a field or
 * the grid took it already, or it is in something that stays, like a dialog or the demo's panel.
 */
function focusContent(): void {
  const content = document.getElementById('content')
  const active = document.activeElement
  const isLost = active === null || active === document.body
  const isInFrame = active?.closest('[data-frame]') && !content?.contains(active)
  // The palette stands in the frame too, and may be open again before the page it led to is drawn.
  if (active?.closest('[role="dialog"]')) return
  if (isLost || isInFrame) content?.focus({ preventScroll: true })
}

/** Tells screen readers of a new page. A change of the search or of the filters is none. */
export function usePageFocus(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        focusContent()
        announce(document.title.replace(/ · Strongroom$/, ''))
      }),
    [router],
  )
}
