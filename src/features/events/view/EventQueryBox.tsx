import { useId, useState, type KeyboardEvent } from 'react'
import { completeEvents } from '#/domain/events/complete-events'
import { settleEvents } from '#/domain/events/event-query'
import type { ListPage } from '#/table/use-list-page'
import { QueryCompletion } from '#/ui/query/QueryCompletion'
import { QueryMirror } from '#/ui/query/QueryMarks'
import { SearchField } from '#/ui/SearchField'
import { EventChips } from './EventChips'
import { narrowed } from './url'
import type { EventsView } from './use-events-view'

interface Props {
  page: ListPage
  view: EventsView
  marksId: string
}

/** The query over the log: words stay here, what is finished of operators moves to the URL and stands before them. */
export function EventQueryBox({ page, view, marksId }: Props) {
  const { text, setText, search: input, toGrid } = page
  const { scope, search, understood, onSearch, names, verdict } = view
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(-1)
  const [isShut, setShut] = useState(false)
  const [scroll, setScroll] = useState(0)
  const offered = caret === null || isShut ? null : completeEvents(text, caret, scope)
  const count = offered?.items.length ?? 0

  function settleText(typed: string, at: number | null) {
    const settled = settleEvents(typed, scope, at)
    setText(settled.text)
    if (settled.text !== typed) onSearch((now) => narrowed(now, settled.operators))
  }
  function take(item: number) {
    const taken = offered?.items[item]
    if (!offered || !taken) return
    const hasMore = taken.insert.endsWith(':')
    const before = text.slice(0, offered.start) + taken.insert + (hasMore ? '' : ' ')
    const next = hasMore ? before.length : null
    setCaret(next)
    setActive(-1)
    settleText(before + text.slice(offered.end).trimStart(), next)
    input.current?.focus()
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    // Before the first is none.
    if (count > 0 && by) setActive(((active + 1 + by + count + 1) % (count + 1)) - 1)
    else if (active >= 0 && (event.key === 'Enter' || event.key === 'Tab')) take(active)
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      settleText(text, null)
      toGrid()
    } else return
    event.preventDefault()
  }

  return (
    <SearchField
      ref={input}
      label="Query events"
      placeholder="actor:ci-deploy type:2100 -ip:10.0.0.0/8"
      className="max-w-none flex-1"
      value={text}
      disabled={verdict !== true}
      onChange={(typed) => {
        const at = input.current?.selectionStart ?? typed.length
        setCaret(at)
        setActive(-1)
        setShut(false)
        settleText(typed, at)
      }}
      onBlur={() => {
        setCaret(null)
        setActive(-1)
        settleText(text, null)
      }}
      onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
      onKeyDown={onKeyDown}
      // The first Esc closes what is offered, the next empties the field.
      onEscape={() => {
        setShut(true)
        setActive(-1)
        return count > 0
      }}
      aria-autocomplete="list"
      aria-controls={count > 0 ? id : undefined}
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      aria-describedby={understood.marks.length > 0 ? marksId : undefined}
      aria-invalid={understood.marks.length > 0 || undefined}
      lead={<EventChips search={search} names={names} onSearch={onSearch} />}
      behind={<QueryMirror text={text} understood={understood} scroll={scroll} />}
      below={offered && <QueryCompletion id={id} completions={offered} active={active} onTake={take} />}
    />
  )
}
