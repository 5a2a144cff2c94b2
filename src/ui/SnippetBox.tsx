import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { CopyButton } from './CopyButton'
import { cx } from './cx'

export interface ShownSnippet {
  id: string
  label: string
  note: string
  text: string
}

type Props = {
  label: string
  snippets: readonly ShownSnippet[]
}

/** Texts to copy as one piece, one tab each. Arrow keys move between the tabs. */
export function SnippetBox({ label, snippets }: Props) {
  const [chosen, setChosen] = useState(snippets[0]?.id)
  const tabs = useRef(new Map<string, HTMLButtonElement>())
  const base = useId()
  const shown = snippets.find(({ id }) => id === chosen) ?? snippets[0]
  if (!shown) return null

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = snippets.findIndex(({ id }) => id === shown?.id)
    const next = snippets[(at + step + snippets.length) % snippets.length]
    if (!next) return
    setChosen(next.id)
    tabs.current.get(next.id)?.focus()
  }

  return (
    <div className="min-w-0 rounded-control border border-line-strong">
      <div className="flex items-center gap-3 border-b border-line-strong pr-2">
        <div
          role="tablist"
          tabIndex={-1}
          aria-label={label}
          onKeyDown={onKeyDown}
          className="flex min-w-0 flex-1 gap-4 overflow-x-auto overflow-y-hidden px-3 [scrollbar-width:none]"
        >
          {snippets.map(({ id, label: name }) => (
            <button
              key={id}
              ref={(element) => {
                if (element) tabs.current.set(id, element)
                else tabs.current.delete(id)
              }}
              type="button"
              role="tab"
              id={`${base}-${id}`}
              aria-selected={id === shown.id}
              aria-controls={`${base}-panel`}
              tabIndex={id === shown.id ? 0 : -1}
              onClick={() => setChosen(id)}
              className={cx(
                'relative h-9 shrink-0 font-medium whitespace-nowrap focus-inside max-sm:h-11',
                id === shown.id
                  ? 'text-text after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:bg-accent-text'
                  : 'text-muted hover:text-text',
              )}
            >
              {name}
            </button>
          ))}
        </div>
        <CopyButton key={shown.id} size={28} text={shown.text} label="Copy snippet" />
      </div>
      {/* Focusable, as it scrolls by itself. */}
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${shown.id}`}
        tabIndex={0}
        className="max-h-112 overflow-auto rounded-b-control bg-sunken focus-inside"
      >
        <p className="sticky left-0 border-b border-line px-3 py-2 text-meta wrap-anywhere text-muted">
          {shown.note}
        </p>
        <pre className="p-3 font-mono text-meta/5">{shown.text}</pre>
      </div>
    </div>
  )
}
