export type Toast = {
  id: number
  text: string
  /** "danger" stays until it is closed, as nobody may miss it. */
  tone: 'good' | 'danger'
  action?: { label: string; onClick: () => void }
}

const atMost = 3
let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

/** Confirms what a lone button did, or says why it did not. Forms and pages report in their own place. */
export function showToast(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): number {
  lastId += 1
  set([...toasts, { tone: 'good', ...options, id: lastId, text }].slice(-atMost) as Toast[])
  return lastId
}

export function closeToast(id: number) {
  set(toasts.filter((toast) => toast.id !== id))
}

/** On lock and sign-out: toasts may name objects. */
export function closeAllToasts() {
  set([])
}

export const toastStore = {
  get: () => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
