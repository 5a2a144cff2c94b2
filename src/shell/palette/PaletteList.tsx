import { useEffect, useRef } from 'react'
import { matchRanges, type Term } from '#/domain/search'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { KeyCap } from '#/ui/KeyCap'
import { MarkedText } from '#/ui/MarkedText'
import type { PaletteItem, PaletteSection } from './palette-items'

interface Props {
  id: string
  sections: readonly PaletteSection[]
  terms: readonly Term[]
  active: number
  isStale: boolean
  onActive: (item: number) => void
  onTake: (item: PaletteItem, isNewTab?: boolean) => void
}

export function PaletteList({ id, sections, terms, active, isStale, onActive, onTake }: Props) {
  const list = useRef<HTMLDivElement>(null)
  // What is pointed at stays where it is, or the click would be let go over another.
  const pointed = useRef(-1)
  useEffect(() => {
    if (active === pointed.current) return
    pointed.current = -1
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  const starts = sections.map((_, i) =>
    sections.slice(0, i).reduce((sum, { items }) => sum + items.length, 0),
  )
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label="Results"
      aria-busy={isStale || undefined}
      className="min-h-0 flex-1 overflow-y-auto px-2 py-1"
    >
      {sections.map((section, s) => (
        <div key={section.title} role="group" aria-labelledby={`${id}-g${s}`}>
          <div id={`${id}-g${s}`} className="flex px-2 pt-2 pb-1 text-meta text-muted">
            <span className="min-w-0 flex-1 truncate">{section.title}</span>
            {(section.of ?? 0) > section.items.length && (
              <span>
                {section.items.length} of {section.of?.toLocaleString('en-GB')}
              </span>
            )}
          </div>
          {section.note && <p className="px-2 pb-1 text-meta text-muted">{section.note}</p>}
          {section.items.map((item, i) => {
            const number = (starts[s] ?? 0) + i
            return (
              <Option
                key={item.key}
                id={`${id}-${number}`}
                item={item}
                terms={terms}
                isActive={number === active}
                onPoint={() => {
                  pointed.current = number
                  onActive(number)
                }}
                onTake={onTake}
              />
            )
          })}
        </div>
      ))}
      {sections.length === 0 && (
        <p className="px-2 py-6 text-center text-muted">
          Nothing that you can read is called so. Values and notes were not searched.
        </p>
      )}
    </div>
  )
}

interface OptionProps {
  id: string
  item: PaletteItem
  terms: readonly Term[]
  isActive: boolean
  onPoint: () => void
  onTake: Props['onTake']
}

function Option({ id, item, terms, isActive, onPoint, onTake }: OptionProps) {
  const { icon, name, hint, closed, isMono } = item
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={closed !== undefined || undefined}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onPointerUp={(event) => onTake(item, event.ctrlKey || event.metaKey)}
      className={cx(
        'flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 max-sm:min-h-11',
        isActive && 'bg-selection',
        closed !== undefined && 'text-disabled',
      )}
    >
      <Icon of={icon} className={closed === undefined ? 'shrink-0 text-muted' : 'shrink-0'} />
      <MarkedText
        text={name}
        ranges={terms.length > 0 ? matchRanges(name, terms) : []}
        className={isMono ? 'font-mono font-medium' : ''}
      />
      <span className="min-w-0 flex-1 truncate text-meta text-muted">{closed ?? hint}</span>
      {isActive && closed === undefined && <KeyCap>↵</KeyCap>}
    </div>
  )
}
