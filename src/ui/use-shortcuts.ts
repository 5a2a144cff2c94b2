import { useEffect, useEffectEvent } from 'react'

/** One single key of a page: what it does and what the key sheet says of it. */
export interface Shortcut {
  key: string
  label: string
  run: () => void
  /** Another key does the same; not shown. */
  alias?: string
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** A dialog or a menu in front takes the keys; whatever is behind it must not act. */
const isBehind = () => document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null

/** Binds single keys while nobody types. The same table is shown by the key sheet. */
export function useShortcuts(shortcuts: readonly Shortcut[], isEnabled: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(event.target) || isBehind()) return
    const shortcut = shortcuts.find((s) => s.key === event.key || s.alias === event.key)
    if (!shortcut) return
    event.preventDefault()
    shortcut.run()
  })
  useEffect(() => {
    if (!isEnabled) return
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isEnabled])
}
