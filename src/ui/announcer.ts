export type Announcement = { id: number; text: string; isUrgent: boolean }

type Listener = (next: Announcement) => void

const listeners = new Set<Listener>()
let count = 0

/** Says a sentence to screen readers through the mounted LiveRegion. Urgent interrupts. Never pass a value or a key. */
export function announce(text: string, { isUrgent = false } = {}) {
  count += 1
  for (const listener of listeners) listener({ id: count, text, isUrgent })
}

export function onAnnounce(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
