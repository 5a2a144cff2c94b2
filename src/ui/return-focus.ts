/**
 * Back to where the focus was. When that row or button is gone meanwhile: to the page's list, else to its `main`
 * (tabIndex -1).
 */
export function returnFocus(before: Element | null) {
  const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
  const target = isThere ? before : (query('main [role="grid"]') ?? query('main'))
  target?.focus({ preventScroll: true })
}

const query = (selector: string) => document.querySelector<HTMLElement>(selector)
