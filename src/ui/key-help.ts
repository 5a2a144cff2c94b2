let isOpen = false
const listeners = new Set<() => void>()

/** Whether the sheet of keys stands open. It belongs to the frame, and stays from page to page. */
export const keyHelp = {
  get: () => isOpen,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  toggle: () => {
    isOpen = !isOpen
    for (const listener of listeners) listener()
  },
}
