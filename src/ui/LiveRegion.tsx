import { useEffect, useState } from 'react'
import { onAnnounce, type Announcement } from './announcer'

const keepMs = 5000

/** Mount once, near the root and outside of what dialogs make inert. */
export function LiveRegion() {
  const [said, setSaid] = useState<Announcement>()

  useEffect(() => onAnnounce(setSaid), [])
  // What was said must not be found again by someone who browses the page.
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(undefined), keepMs)
    return () => clearTimeout(timer)
  }, [said])

  // The key makes the same sentence, said twice, a change that is spoken.
  const line = said && <span key={said.id}>{said.text}</span>
  return (
    <div className="sr-only">
      <div aria-live="polite">{!said?.isUrgent && line}</div>
      <div aria-live="assertive">{said?.isUrgent && line}</div>
    </div>
  )
}
