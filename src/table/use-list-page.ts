import { useCallback, useRef } from 'react'
import { useShortcuts } from '#/ui/use-shortcuts'
import { entryMemory, rememberEntry } from './entry-memory'
import { useEntryText, useHistoryEntry } from './use-entry-text'

/** What every page with a list has: its text, its keys, the place it was left at. */
export function useListPage(areSingleKeysOn: boolean) {
  const { key } = useHistoryEntry()
  const [text, setText] = useEntryText()
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const onScroll = useCallback((scroll: number) => rememberEntry(key, { scroll }), [key])
  const toSearch = () => search.current?.focus()
  const clearText = useCallback(() => {
    setText('')
    search.current?.focus()
  }, [setText])
  const toGrid = () => grid.current?.focus()
  useShortcuts(
    [
      { id: 'search', run: toSearch },
      { id: 'toList', run: toGrid },
    ],
    areSingleKeysOn,
  )
  const { scroll, cursor } = entryMemory(key)
  return {
    entryKey: key,
    text,
    setText,
    clearText,
    search,
    grid,
    toGrid,
    /** For the grid: where it was left, and that it was left from a row. */
    place: { initialScroll: scroll, startsFocused: cursor !== null, onScroll },
  }
}

export type ListPage = ReturnType<typeof useListPage>
