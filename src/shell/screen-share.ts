import { queryClient } from '#/data/query-client'
import { clearClipboard } from '#/lib/clipboard'
import { session, type Cover } from '#/session/session'
import { forgetEntries } from '#/table/entry-memory'
import { announce } from '#/ui/announcer'
import { closeAllToasts } from '#/ui/toast-store'

let cover: (Cover & { isOn: boolean }) | null = null

/**
 * One key hides every name and value of this tab, or brings them back. Forms are sealed as drafts first; then all that
 * was decrypted leaves the page's memory and the pages are drawn anew from covered answers.
 */
export async function toggleScreenShare(): Promise<void> {
  cover ??= (await import('#/session/screen-mask')).createCover()
  if (!cover.isOn) await session.sealForms()
  cover.isOn = !cover.isOn
  queryClient.clear()
  forgetEntries()
  closeAllToasts()
  void clearClipboard()
  session.setCover(cover)
  announce(
    cover.isOn
      ? 'Screen-share mode is on. Names and values are hidden in this tab.'
      : 'Screen-share mode is off. Names are shown again.',
    { isUrgent: true },
  )
}
