import type { IconType } from '#/ui/Icon'

export interface PaletteItem {
  key: string
  icon: IconType
  /** A name of a person or an object, or what an act does. */
  name: string
  isMono?: boolean
  hint?: string | undefined
  /** Path of the console; opens in a new tab with Ctrl. */
  path?: string
  run?: () => void
  /** Why it cannot be done: it stays, grey. */
  closed?: string | undefined
}

export interface PaletteSection {
  title: string
  items: readonly PaletteItem[]
  /** Of how many these are the best. */
  of?: number | undefined
  note?: string | undefined
}

/** What a first sign asks for: acts and pages, people and machines, or everything. */
export function readPrefix(text: string): { scope: 'all' | 'acts' | 'people'; rest: string } {
  const typed = text.trimStart()
  if (typed.startsWith('>')) return { scope: 'acts', rest: typed.slice(1) }
  if (typed.startsWith('@')) return { scope: 'people', rest: typed.slice(1) }
  return { scope: 'all', rest: text }
}
