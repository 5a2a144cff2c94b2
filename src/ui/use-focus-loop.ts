import { useEffect, type RefObject } from 'react'

const tabbable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** While it covers the page, Tab goes round inside the element. */
export function useFocusLoop(element: RefObject<HTMLElement | null>, isOn: boolean) {
  useEffect(() => {
    const root = element.current
    if (!isOn || !root) return
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Tab' || !root) return
      const stops = [...root.querySelectorAll<HTMLElement>(tabbable)].filter((stop) => stop.checkVisibility())
      const edge = event.shiftKey ? stops[0] : stops.at(-1)
      const next = event.shiftKey ? stops.at(-1) : stops[0]
      const isAtEdge = document.activeElement === edge || (event.shiftKey && document.activeElement === root)
      if (!next || !isAtEdge) return
      event.preventDefault()
      next.focus()
    }
    root.addEventListener('keydown', onKey)
    return () => root.removeEventListener('keydown', onKey)
  }, [element, isOn])
}
