import type { ComponentProps, KeyboardEvent } from 'react'
import { completionsAt } from '#/domain/query/complete'
import { settle, understand } from '#/domain/query/secret-query'
import type { BoxInput, BoxState } from '#/features/secrets/QueryBox'
import { narrowed } from '#/features/secrets/list-view'
import type { SearchField } from '#/ui/SearchField'
import { QueryChips } from './QueryChips'
import { QueryCompletion } from '#/ui/query/QueryCompletion'
import { QueryMirror } from '#/ui/query/QueryMarks'

type FieldProps = Omit<ComponentProps<typeof SearchField>, 'label' | 'value' | 'ref'>

/** What makes a field of words one of queries: tokens before it, marks behind it, suggestions under it. */
export function boxProps(
  input: BoxInput,
  id: string,
  state: BoxState,
  change: (next: Partial<BoxState>) => void,
): FieldProps & Pick<ComponentProps<typeof SearchField>, 'onChange'> {
  const { text, setText, toGrid, finder, filter, onFilter, hasProject } = input
  const { scope, understood, facts } = finder
  const { caret, active } = state
  const today = new Date(facts.now).toISOString().slice(0, 10)
  const offered = caret === null || state.isShut ? null : completionsAt(text, caret, scope, today)
  const count = offered?.items.length ?? 0

  /** What is finished moves to the URL; `at` spares the word under the caret. */
  function settleText(typed: string, at: number | null) {
    const settled = settle(typed, scope, at)
    setText(settled.text)
    if (settled.text === typed) return
    onFilter((now) => {
      const { project, is, age, changed } = narrowed(now, settled.operators)
      return { ...(hasProject && { project }), is, age, changed }
    })
  }

  function take(item: number) {
    const taken = offered?.items[item]
    if (!offered || !taken) return
    const hasMore = taken.insert.endsWith(':')
    const before = text.slice(0, offered.start) + taken.insert + (hasMore ? '' : ' ')
    const next = hasMore ? before.length : null
    change({ caret: next, active: -1 })
    settleText(before + text.slice(offered.end).trimStart(), next)
    input.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    // Before the first is none.
    if (count > 0 && by) change({ active: ((active + 1 + by + count + 1) % (count + 1)) - 1 })
    else if (active >= 0 && (event.key === 'Enter' || event.key === 'Tab')) take(active)
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      settleText(text, null)
      toGrid()
    } else return
    event.preventDefault()
  }

  return {
    onChange: (typed) => {
      const at = input.caretAt() ?? typed.length
      change({ caret: at, active: -1, isShut: false })
      settleText(typed, at)
    },
    onBlur: () => {
      change({ caret: null, active: -1 })
      settleText(text, null)
    },
    onScroll: (event) => change({ scroll: event.currentTarget.scrollLeft }),
    onKeyDown,
    // The first Esc closes what is offered, the next empties the field.
    onEscape: () => {
      change({ isShut: true, active: -1 })
      return count > 0
    },
    'aria-autocomplete': 'list',
    'aria-controls': count > 0 ? id : undefined,
    'aria-activedescendant': active >= 0 ? `${id}-${active}` : undefined,
    'aria-describedby': understood.marks.length > 0 ? finder.marksId : undefined,
    'aria-invalid': understood.marks.length > 0 || undefined,
    lead: (
      <QueryChips
        filter={hasProject ? filter : { ...filter, project: null }}
        projects={scope.projects}
        onFilter={onFilter}
      />
    ),
    behind: <QueryMirror text={text} understood={understand(text, scope)} scroll={state.scroll} />,
    below: offered && <QueryCompletion id={id} completions={offered} active={active} onTake={take} />,
  }
}
