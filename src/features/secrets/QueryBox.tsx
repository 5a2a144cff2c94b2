import { useEffect, useEffectEvent, useId, useState } from 'react'
import type { ListPage } from '#/table/use-list-page'
import { SearchField } from '#/ui/SearchField'
import { narrowed, type SecretFilter } from './list-view'
import type { Finder } from './use-finder'
import type { FilterChange } from './use-list-search'

interface Given {
  finder: Finder
  filter: SecretFilter
  onFilter: (change: FilterChange) => void
  hasProject: boolean
}

export interface QueryBoxProps extends Given {
  page: ListPage
  label: string
  /** Nothing is known that could be searched. */
  isClosed: boolean
}

/** What the tools of the query are given. */
export interface BoxInput extends Given {
  text: string
  setText: (text: string) => void
  toGrid: () => void
  focus: () => void
  caretAt: () => number | null
}

/** What the box knows besides its text. */
export interface BoxState {
  /** Null while something else has the focus. */
  caret: number | null
  /** The suggestion that Enter takes, -1 for none. */
  active: number
  isShut: boolean
  scroll: number
}

/** The search over the list. Plain words until the tools of the query are there, in the same field. */
export function QueryBox({ page, label, isClosed, ...given }: QueryBoxProps) {
  const { search, text, setText, toGrid } = page
  const id = useId()
  const [state, setState] = useState<BoxState>({ caret: null, active: -1, isShut: false, scroll: 0 })
  const change = (next: Partial<BoxState>) => setState((old) => ({ ...old, ...next }))
  const focus = () => search.current?.focus()
  const caretAt = () => search.current?.selectionStart ?? null
  // What was typed or pasted before the tools came is read as if they had been there.
  const settleEarly = useEffectEvent((tools: NonNullable<Finder['tools']>) => {
    const settled = tools.settle(text, given.finder.scope, caretAt())
    if (settled.text === text) return
    setText(settled.text)
    given.onFilter((now) => {
      const { project, is, age, changed } = narrowed(now, settled.operators)
      return { ...(given.hasProject && { project }), is, age, changed }
    })
  })
  const { tools } = given.finder
  useEffect(() => {
    if (tools) settleEarly(tools)
  }, [tools])
  // The refs are read in handlers only.
  const more = tools?.boxProps(
    // oxlint-disable-next-line react/refs
    { ...given, text, setText, toGrid, focus, caretAt },
    id,
    state,
    change,
  )
  return (
    <SearchField
      ref={search}
      label={label}
      value={text}
      onChange={(typed) => {
        // The tools may come with the next letter, or after the last.
        change({ caret: caretAt() })
        setText(typed)
      }}
      onFocus={given.finder.onFocus}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        toGrid()
      }}
      disabled={isClosed}
      {...more}
    />
  )
}
