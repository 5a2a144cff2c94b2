import { useCallback, useRef, useState } from 'react'
import { useShortcuts, type Shortcut } from '#/ui/use-shortcuts'
import { entryMemory, rememberEntry } from './entry-memory'
import { useEntryText, useHistoryEntry } from './use-entry-text'

/** What every page with a list has: its text, its keys, the place it was left at. */
export function useListPage(areSingleKeysOn: boolean) {
  const { key } = useHistoryEntry()
  const [text, setText] = useEntryText()
  const [hasKeys, setKeys] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const onScroll = useCallback((scroll: number) => rememberEntry(key, { scroll }), [key])
  const toSearch = () => search.current?.focus()
  const toGrid = () => grid.current?.focus()
  const toggleKeys = () => setKeys(!hasKeys)
  const pageKeys: Shortcut[] = [
    { key: '/', label: 'Search names', run: toSearch },
    { key: '?', label: 'Show or hide the keys', run: toggleKeys },
    { key: 'j', alias: 'k', label: 'To the list', run: toGrid },
  ]
  useShortcuts(pageKeys, areSingleKeysOn)
  const { scroll, cursor } = entryMemory(key)
  return {
    entryKey: key,
    text,
    setText,
    clearText: () => {
      setText('')
      toSearch()
    },
    hasKeys,
    toggleKeys,
    pageKeys,
    search,
    grid,
    toGrid,
    /** For the grid: where it was left, and that it was left from a row. */
    place: { initialScroll: scroll, startsFocused: cursor !== null, onScroll },
  }
}

export type ListPage = ReturnType<typeof useListPage>
