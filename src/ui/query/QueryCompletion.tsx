import { useEffect, useRef } from 'react'
import { useAnnounced } from '#/ui/use-announced'
import { cx } from '#/ui/cx'

interface Props {
  id: string
  completions: { items: readonly { insert: string; label: string; hint: string }[] }
  /** Number of the item that Enter takes, -1 for none. */
  active: number
  onTake: (item: number) => void
}

/** What could be written at the caret. The focus stays in the field, which names the active one. */
export function QueryCompletion({ id, completions, active, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const count = completions.items.length
  useAnnounced(`${count} ${count === 1 ? 'suggestion' : 'suggestions'}, arrow down to choose`)
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="What could be written here"
      className="absolute top-full left-0 z-20 mt-1 max-h-72 w-80 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-dialog border border-line-strong bg-float p-1 shadow-float"
    >
      {completions.items.map((item, i) => (
        // A pointer must not take the focus from the field.
        <div
          key={item.insert}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          tabIndex={-1}
          onPointerDown={(event) => {
            event.preventDefault()
            onTake(i)
          }}
          className={cx(
            'flex min-h-8 cursor-default items-center gap-3 rounded-control px-2 max-sm:min-h-11',
            i === active ? 'bg-selection' : 'hover:bg-hover',
          )}
        >
          <bdi className="min-w-0 truncate font-mono font-medium">{item.label}</bdi>
          <span className="ml-auto shrink-0 text-meta text-muted">{item.hint}</span>
        </div>
      ))}
    </div>
  )
}
