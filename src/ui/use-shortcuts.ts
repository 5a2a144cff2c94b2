import { useEffectEvent, useLayoutEffect } from 'react'
import { useActiveKeys } from './active-keys'
import { isKey, KEYS, type KeyId } from './keys'

/** An entry of the table of keys, and what it does on this page. */
export interface Shortcut {
  id: KeyId
  run: () => void
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** A dialog or a menu in front takes the keys; whatever is behind it must not act. */
const isBehind = () => document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null

/** Binds keys: single ones while nobody types and they are switched on, those with Ctrl at any time. */
export function useShortcuts(shortcuts: readonly Shortcut[], areSingleKeysOn: boolean): void {
  useActiveKeys(shortcuts.map(({ id }) => id))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const shortcut = shortcuts.find(({ id }) => isKey(id, event))
    if (!shortcut) return
    const { hasCtrl, isAlways } = KEYS[shortcut.id]
    if (!hasCtrl && (!areSingleKeysOn || isTyping(event.target))) return
    if (!isAlways && isBehind()) return
    event.preventDefault()
    // A key that is held down must not save twice.
    if (!hasCtrl || !event.repeat) shortcut.run()
  })
  // Before the page is painted: what is seen can be answered with a key.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
