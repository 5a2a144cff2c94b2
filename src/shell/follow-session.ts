import type { AnyRouter } from '@tanstack/react-router'
import { forgetEntries } from '#/table/entry-memory'
import { pageMemory } from '#/data/page-memory'
import { clearClipboard } from '#/lib/clipboard'
import { leavePlace } from '#/session/left-place'
import type { SessionState } from '#/session/protocol'
import { session } from '#/session/session'
import { closeAllToasts } from '#/ui/toast-store'

const userOf = (state: SessionState | null) =>
  state === null || state.phase === 'out' ? undefined : state.account.userId

/**
 * On lock and sign-out (in any tab): everything decrypted leaves this page's memory, and the page leads to where
 * the session can be opened again. Where another person's session takes the place of an open one, the page is
 * loaded anew: what is mounted would go on showing what it was given.
 */
export function followSession(router: AnyRouter): void {
  let phase = session.state?.phase
  let userId = userOf(session.state)
  const look = () => {
    const next = session.state?.phase
    const nextUser = userOf(session.state)
    if (next === phase && nextUser === userId) return
    const wasOpen = phase === 'open'
    const isOther = userId !== undefined && nextUser !== undefined && nextUser !== userId
    if (wasOpen || nextUser === undefined) leavePlace(userId)
    phase = next
    userId = nextUser
    if (wasOpen || isOther) {
      pageMemory.forget()
      forgetEntries()
      closeAllToasts()
      void clearClipboard()
    }
    if (wasOpen && next === 'open') location.replace(import.meta.env.BASE_URL)
    else if (wasOpen) {
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
    // Messages to a frozen page can be lost, so its state is not believed: a fresh page asks the worker.
    if (event.persisted) location.reload()
  })
}
