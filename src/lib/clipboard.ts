/** A secret text that this page put on the clipboard. */
export interface OnClipboard {
  /** Epoch ms. */
  clearsAt: number
  totalSeconds: number
  /** The time is over, but the page has no focus and may not write: it clears when the focus is back. */
  isOverdue: boolean
}

let state: OnClipboard | null = null
// Compared before clearing, where the browser already lets us read: a later copy of the person's own stays.
let copied: string | null = null
let generation = 0
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function set(next: OnClipboard | null): void {
  state = next
  for (const listener of listeners) listener()
}

export const clipboardStore = {
  get: (): OnClipboard | null => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/**
 * Copies a secret text and clears the clipboard after `seconds`. The text may still be on its way: the browser
 * counts the press of the key, not the moment of its arrival. Throws what the text or the browser throws.
 */
export async function copySecret(text: string | Promise<string>, seconds: number): Promise<void> {
  const arrived = Promise.resolve(text)
  if (typeof ClipboardItem === 'function') {
    const blob = arrived.then((plain) => new Blob([withSpareMark(plain)], { type: 'text/plain' }))
    // A refused text must be told as itself, not as the browser's "not allowed".
    await Promise.all([arrived, navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])])
  } else await navigator.clipboard.writeText(await arrived)
  begin(await arrived, seconds)
}

/** Browsers decode the blob as UTF-8 and take one byte order mark off its beginning: a text that begins so gets another. */
const withSpareMark = (text: string): string => (text.startsWith('\uFEFF') ? `\uFEFF${text}` : text)

/** Something secret was copied by hand: it is cleared like what a button copied. What exactly is not known. */
export function watchClipboard(seconds: number): void {
  begin(null, seconds)
}

function begin(text: string | null, seconds: number): void {
  copied = text
  generation += 1
  clearTimeout(timer)
  set({ clearsAt: Date.now() + seconds * 1000, totalSeconds: seconds, isOverdue: false })
  timer = setTimeout(() => void clearWhenAllowed(), seconds * 1000)
}

/** At once: the person asked for it, or the console locks. */
export async function clearClipboard(): Promise<void> {
  if (!state) return
  clearTimeout(timer)
  await clearWhenAllowed()
}

async function clearWhenAllowed(): Promise<void> {
  if (!state) return
  if (!document.hasFocus()) {
    clearWithFocus()
    return
  }
  const own = generation
  try {
    const isForeign = await holdsSomethingElse()
    // A newer copy has its own time.
    if (own !== generation) return
    if (!isForeign) await navigator.clipboard.writeText('')
    if (own !== generation) return
    copied = null
    set(null)
  } catch {
    if (own === generation) clearWithFocus()
  }
}

function clearWithFocus(): void {
  if (state) set({ ...state, isOverdue: true })
  addEventListener('focus', () => void clearWhenAllowed(), { once: true })
}

/** Reading prompts, so it is only done where it was granted before. */
async function holdsSomethingElse(): Promise<boolean> {
  try {
    const permission = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })
    if (permission.state !== 'granted') return false
    return copied !== null && (await navigator.clipboard.readText()) !== copied
  } catch {
    return false
  }
}
