import type { AnyRouter } from '@tanstack/react-router'
import { forgetEntries } from '#/table/entry-memory'
import { queryClient } from '#/data/query-client'
import { clearClipboard } from '#/lib/clipboard'
import { session } from '#/session/session'
import { closeAllToasts } from '#/ui/toast-store'

/**
 * On lock and sign-out (in any tab): everything decrypted leaves this page's memory, and the page leads to where
 * the session can be opened again. Also before a page from the back-forward cache is painted.
 */
export function followSession(router: AnyRouter): void {
  let phase = session.state?.phase
  const look = () => {
    const next = session.state?.phase
    if (next === phase) return
    const wasOpen = phase === 'open'
    phase = next
    if (wasOpen) {
      queryClient.clear()
      forgetEntries()
      closeAllToasts()
      void clearClipboard()
      const { pathname, href } = router.state.location
      const isOutside = pathname === '/sign-in' || pathname === '/unlock'
      void router.navigate({
        to: next === 'locked' ? '/unlock' : '/sign-in',
        ...(!isOutside && { search: { to: href } }),
        replace: true,
      })
    } else void router.invalidate()
  }
  session.subscribe(look)
  addEventListener('pageshow', (event) => {
    if (event.persisted && session.state?.phase !== 'open') location.reload()
  })
}
