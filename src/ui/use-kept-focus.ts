import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'
import { returnFocus } from './return-focus'

/**
 * For a bar whose buttons come and go under the finger that presses them: the focus passes to what stands there now,
 * and back to where it came from when the bar itself goes away. `inDialog`: that second part is the dialog's own.
 * `to`: what takes it in place of the next button.
 */
export function useKeptFocus({
  inDialog = false,
  to,
}: { inDialog?: boolean; to?: RefObject<HTMLElement | null> } = {}) {
  const box = useRef<HTMLElement | null>(null)
  const last = useRef<Element | null>(null)
  const before = useRef<Element | null>(null)

  useLayoutEffect(() => {
    if (!last.current || last.current.isConnected || !isLost()) return
    const next = to?.current ?? box.current?.querySelector<HTMLElement>(open)
    if (next) next.focus({ preventScroll: true })
    else if (!inDialog) returnFocus(before.current)
  })

  // Runs before the nodes leave the document, when the focus is still seen.
  useLayoutEffect(
    () => () => {
      if (inDialog || !box.current?.contains(document.activeElement)) return
      queueMicrotask(() => returnFocus(before.current))
    },
    [inDialog],
  )

  return {
    ref: (node: HTMLElement | null) => {
      if (node) box.current = node
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      const from = event.relatedTarget
      if (from && !event.currentTarget.contains(from)) before.current = from
      last.current = event.target
    },
    // A button that is taken away says nothing here, since React is deaf while it changes the page.
    onBlur: () => {
      last.current = null
    },
  }
}

const open = 'button:not([aria-disabled="true"]), a[href]'
const isLost = () => document.activeElement === null || document.activeElement === document.body
