import type { MouseEvent } from 'react'

/** A plain click on a link in a row opens it here; with a key held the browser opens a tab or window of its own. */
export function onRowLink(open: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open()
  }
}
