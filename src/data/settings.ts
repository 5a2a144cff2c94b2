import { useSyncExternalStore } from 'react'
import { z } from '#/lib/zod'

const STORAGE_KEY = 'strongroom.settings'

const shape = z.object({
  theme: z.catch(z.enum(['system', 'light', 'dark', 'contrast']), 'system'),
  density: z.catch(z.enum(['comfortable', 'compact']), 'comfortable'),
  /** Minutes of idleness. */
  lockAfter: z.catch(z.number().check(z.minimum(1), z.maximum(24 * 60)), 15),
  /** Seconds that a value stays revealed. */
  hideAfter: z.catch(z.number().check(z.minimum(5), z.maximum(600)), 30),
  /** Seconds that a copied value stays on the clipboard. */
  clearClipboardAfter: z.catch(z.number().check(z.minimum(5), z.maximum(600)), 30),
  timeZone: z.catch(z.enum(['utc', 'local']), 'utc'),
  singleKeys: z.catch(z.boolean(), true),
})

/** What a person chose for this browser. No secret, no name. */
export type Settings = z.output<typeof shape>

const listeners = new Set<() => void>()
let current = read()

function read(): Settings {
  let stored: unknown
  try {
    stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}')
  } catch {
    stored = {}
  }
  const parsed = z.safeParse(shape, stored)
  return parsed.success ? parsed.data : z.parse(shape, {})
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
  current = z.parse(shape, {})
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
