/** Back to where the focus was; to the page's `main` (tabIndex -1) when that row or button is gone meanwhile. */
export function returnFocus(before: Element | null) {
  const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
  const target = isThere ? before : document.querySelector<HTMLElement>('main')
  target?.focus({ preventScroll: true })
}
