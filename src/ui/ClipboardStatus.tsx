import { useSyncExternalStore } from 'react'
import { clearClipboard, clipboardStore } from '#/lib/clipboard'
import { CountdownRing } from './CountdownRing'
import { linkClass } from './link-class'

/** Where the copied text is and when it will be gone. Draws nothing while nothing of ours is on the clipboard. */
export function ClipboardStatus() {
  const on = useSyncExternalStore(clipboardStore.subscribe, clipboardStore.get)
  if (!on) return null
  return (
    <span className="inline-flex items-center gap-3 text-meta" role="group" aria-label="Clipboard">
      {on.isOverdue ? (
        <span className="text-warning">On the clipboard, cleared when you come back to this page</span>
      ) : (
        <CountdownRing
          endsAt={on.clearsAt}
          totalSeconds={on.totalSeconds}
          text={(s) => `On the clipboard, cleared in ${s} s`}
        />
      )}
      <button type="button" className={linkClass} onClick={() => void clearClipboard()}>
        Clear now
      </button>
    </span>
  )
}
