import { useSyncExternalStore } from 'react'
import { oneOf, within } from '#/lib/pick'

const STORAGE_KEY = 'strongroom.settings'

/** What a person chose for this browser. No secret, no name. */
export interface Settings {
  theme: 'system' | 'light' | 'dark' | 'contrast'
  density: 'comfortable' | 'compact'
  /** Minutes of idleness. */
  lockAfter: number
  /** Seconds that a value stays revealed. */
  hideAfter: number
  /** Seconds that a copied value stays on the clipboard. */
  clearClipboardAfter: number
  timeZone: 'utc' | 'local'
  singleKeys: boolean
}

/** Whatever is missing or out of its bounds gets its default; the rest of the choices stays. */
function settingsOf(stored: Record<string, unknown>): Settings {
  return {
    theme: oneOf(stored['theme'], ['system', 'light', 'dark', 'contrast']) ?? 'system',
    density: oneOf(stored['density'], ['comfortable', 'compact']) ?? 'comfortable',
    lockAfter: within(stored['lockAfter'], 1, 24 * 60) ?? 15,
    hideAfter: within(stored['hideAfter'], 5, 600) ?? 30,
    clearClipboardAfter: within(stored['clearClipboardAfter'], 5, 600) ?? 30,
    timeZone: oneOf(stored['timeZone'], ['utc', 'local']) ?? 'utc',
    singleKeys: stored['singleKeys'] !== false,
  }
}

const listeners = new Set<() => void>()
let current = read()

function read(): Settings {
  try {
    return settingsOf(
      (JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') ?? {}) as Record<string, unknown>,
    )
  } catch {
    return settingsOf({})
  }
}

export function settings(): Settings {
  return current
}

/** Applies at once and keeps it for this browser; where storage is refused it lasts as long as the page. */
export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current))
  } catch {
    // Refused storage is shown on the settings page; the choice still holds here.
  }
  for (const listener of listeners) listener()
}

/** Back to what a fresh browser has, and nothing of it kept. */
export function resetSettings(): void {
  try {
    localStorage.removeItem(STORAGE_KEY)
  } catch {
    // Nothing was kept then.
  }
  current = settingsOf({})
  for (const listener of listeners) listener()
}

/** Follows a change made in another tab. */
export function followOtherTabs(): void {
  addEventListener('storage', (event) => {
    if (event.key !== STORAGE_KEY) return
    current = read()
    for (const listener of listeners) listener()
  })
}

export function onSettings(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSettings(): Settings {
  return useSyncExternalStore(onSettings, settings)
}
