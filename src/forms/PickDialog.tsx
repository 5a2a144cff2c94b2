import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useState, type ReactNode } from 'react'
import { Button } from '#/ui/Button'
import { Checkbox } from '#/ui/Checkbox'
import { Dialog } from '#/ui/Dialog'
import { SearchField } from '#/ui/SearchField'
import { useAnnounced } from '#/ui/use-announced'

export interface Pickable {
  id: string
  name: string
  /** Second word: the address. Searched too. */
  detail?: string | undefined
  mark?: ReactNode
}

interface Props {
  title: string
  description?: string
  /** "members": what is chosen, in the plural. */
  noun: string
  items: readonly Pickable[]
  /** Stands over the list: a right to give. */
  children?: ReactNode
  onPick: (ids: string[]) => void
  onClose: () => void
}

const ROW = 40

const matching = (items: readonly Pickable[], text: string): readonly Pickable[] => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return items
  return items.filter(({ name, detail = '' }) => `${name}\n${detail}`.toLowerCase().includes(wanted))
}

/** Some of many, thousands too: only the rows in view are drawn. Nothing is sent from here. */
export function PickDialog({ title, description, noun, items, children, onPick, onClose }: Props) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => matching(items, text), [items, text])
  // State, not a ref: the dialog puts it into the page after this has been drawn, and the list is to hear of it.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW,
    overscan: 6,
  })
  useAnnounced(text ? `${shown.length} of ${items.length} match` : null)

  function toggle(id: string) {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }

  return (
    <Dialog
      title={title}
      description={description ?? 'Nothing is saved yet: what it changes is shown first.'}
      onClose={onClose}
      footerStart={`${chosen.size.toLocaleString('en-GB')} chosen`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="solid"
            disabledReason={chosen.size === 0 && `Choose ${noun} first.`}
            onClick={() => onPick([...chosen])}
          >
            {chosen.size === 0 ? 'Add' : `Add ${chosen.size.toLocaleString('en-GB')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <SearchField label={`Search ${noun}`} size={32} value={text} onChange={setText} />
        {children}
        <div
          ref={setScroller}
          role="group"
          aria-label={`${noun.slice(0, 1).toUpperCase()}${noun.slice(1)} to choose from`}
          tabIndex={-1}
          className="h-72 overflow-y-auto border-y border-line"
        >
          <ul className="relative" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const item = shown[index]
              return (
                item && (
                  <li
                    key={item.id}
                    className="absolute inset-x-0 flex items-center border-b border-line px-1"
                    style={{ transform: `translateY(${start}px)`, height: ROW }}
                  >
                    <Checkbox
                      className="w-full items-center"
                      checked={chosen.has(item.id)}
                      onChange={() => toggle(item.id)}
                      label={<PickLabel item={item} />}
                    />
                  </li>
                )
              )
            })}
          </ul>
        </div>
        <p className="text-meta text-muted">{foot(shown.length, items.length, noun)}</p>
      </div>
    </Dialog>
  )
}

function PickLabel({ item }: { item: Pickable }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      {item.mark}
      <span className="min-w-0 truncate">
        {item.name}
        {item.detail && <span className="ml-2 text-meta text-muted">{item.detail}</span>}
      </span>
    </span>
  )
}

function foot(shown: number, all: number, noun: string): string {
  if (all === 0) return `There are no ${noun} left to add.`
  if (shown === 0) return `No ${noun} match. All ${all.toLocaleString('en-GB')} were searched.`
  return `${shown.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} ${noun}`
}
