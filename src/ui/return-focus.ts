/**
 * Back to where the focus was, unless something else took it meanwhile: a palette opened right after Esc, say. When
 * that row or button is gone: to the page's list, else to its `main` (tabIndex -1).
 */
export function returnFocus(before: Element | null) {
  const now = document.activeElement
  // Whatever stands around that place only held the focus for it.
  const isTaken = now !== null && now !== document.body && !now.contains(before)
  if (isTaken) return
  const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
  const target = isThere ? before : (query('main [role="grid"]') ?? query('main'))
  target?.focus({ preventScroll: true })
}

const query = (selector: string) => document.querySelector<HTMLElement>(selector)
