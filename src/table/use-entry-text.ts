import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { entryMemory, rememberEntry } from './entry-memory'

/** Key of the entry of the history that is shown, and its number, which stays when an entry is replaced. */
export function useHistoryEntry(): { key: string; index: number } {
  const key = useRouterState({ select: (s) => s.location.state.__TSR_key ?? '' })
  const index = useRouterState({ select: (s) => s.location.state.__TSR_index })
  return { key, index }
}

/**
 * The free text of a search: one per entry of the history, in memory only, so that it survives Back. Choosing an
 * order or a filter replaces the entry and keeps the text; another entry has its own.
 */
export function useEntryText(): [text: string, setText: (text: string) => void] {
  const { key, index } = useHistoryEntry()
  const [shown, setShown] = useState({ key, index })
  const [text, setText] = useState(() => entryMemory(key).text)
  if (shown.key !== key) {
    setShown({ key, index })
    if (shown.index !== index) setText(entryMemory(key).text)
  }
  useEffect(() => rememberEntry(key, { text }), [key, text])
  return [text, setText]
}
