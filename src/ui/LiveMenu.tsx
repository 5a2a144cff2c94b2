import { Check } from 'lucide-react'
import * as Radix from 'radix-ui/dropdown-menu'
import { Fragment, useEffect, useRef, type KeyboardEvent as KeyPress } from 'react'
import { cx } from './cx'
import { Icon } from './Icon'
import { keyShortcuts } from './key-shortcuts'
import { KeyCap } from './KeyCap'
import type { MenuItem, MenuProps } from './Menu'
import { isPlainKey } from './plain-key'

export type Opening = {
  /** What was pressed until the menu was there, the key that opens it first; null after a pointer. */
  keys: readonly string[] | null
}

const row = cx(
  'flex min-h-8 items-center gap-2 rounded-chip px-2 py-1.5 outline-none max-sm:min-h-11',
  'data-highlighted:bg-hover aria-disabled:cursor-not-allowed aria-disabled:text-disabled',
)

/** A menu that has been opened once. It takes the place of its trigger, and of what was pressed on it. */
export function LiveMenu({ trigger, items, align = 'end', keys }: MenuProps & Opening) {
  const button = useRef<HTMLButtonElement>(null)
  const chosen = useRef<() => void>(undefined)

  // The keys themselves, so that the library begins at the first item, as it does after a key.
  useEffect(() => {
    if (!keys) return
    button.current?.focus({ preventScroll: true })
    const waiting = [...keys]
    // What is pressed until the last of them is done comes after it.
    const hold = (event: KeyboardEvent) => {
      if (!event.isTrusted || !isPlainKey(event)) return
      waiting.push(event.key)
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', hold, true)
    const press = () => {
      const key = waiting.shift()
      if (key === undefined) return removeEventListener('keydown', hold, true)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
      // It has moved the focus by then.
      frame = requestAnimationFrame(press)
    }
    let frame = requestAnimationFrame(press)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('keydown', hold, true)
    }
  }, [keys])

  function runChosen() {
    const act = chosen.current
    chosen.current = undefined
    if (act) queueMicrotask(act)
  }

  return (
    // Modal would hide the page from screen readers and lock its scrolling, for a list of acts.
    <Radix.Root modal={false} defaultOpen={keys === null}>
      <Radix.Trigger asChild ref={button}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={runChosen}
          onKeyDownCapture={moveAtOnce}
          className="z-40 outline-none"
        >
          {/* The animation is not on the library's own element: before that goes, it waits for the animation's end, which
              where motion is reduced may have been already. */}
          <div className="max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-44 animate-enter overflow-y-auto rounded-float border border-line-strong bg-float p-1 shadow-float">
            {items.map((item) => (
              <Fragment key={item.label}>
                {item.lineBefore && <Radix.Separator className="-mx-1 my-1 h-px bg-line" />}
                {item.heading && (
                  <Radix.Label className="px-2 pt-2 pb-1 text-meta text-muted">{item.heading}</Radix.Label>
                )}
                <Row item={item} onChoose={(act) => (chosen.current = act)} />
              </Fragment>
            ))}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/**
 * The library moves the focus in a later task: Enter right after End would choose the item before, another act than
 * the one meant. A key that the library then finds handled it leaves alone.
 */
function moveAtOnce(event: KeyPress<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  const at = items.indexOf(event.target as HTMLElement)
  const to = { Home: 0, End: -1, ArrowDown: (at + 1) % items.length, ArrowUp: at - 1 }[event.key]
  if (at < 0 || to === undefined || event.shiftKey || !isPlainKey(event)) return
  event.preventDefault()
  items.at(to)?.focus()
}

function Row({ item, onChoose }: { item: MenuItem; onChoose: (act: () => void) => void }) {
  const isClosed = Boolean(item.disabledReason)
  const shared = {
    textValue: item.label,
    'aria-disabled': isClosed || undefined,
    'aria-keyshortcuts': item.keyCap && keyShortcuts(item.keyCap),
    className: cx(row, item.isDanger && !isClosed && 'text-danger'),
  }
  if (item.isChecked !== undefined) {
    return (
      <Radix.CheckboxItem
        {...shared}
        checked={item.isChecked}
        onSelect={(event) => {
          event.preventDefault()
          if (!isClosed) item.onSelect()
        }}
      >
        <RowBody item={item} isClosed={isClosed} />
      </Radix.CheckboxItem>
    )
  }
  return (
    <Radix.Item
      {...shared}
      onSelect={(event) => {
        if (isClosed) event.preventDefault()
        else onChoose(item.onSelect)
      }}
    >
      <RowBody item={item} isClosed={isClosed} />
    </Radix.Item>
  )
}

function RowBody({ item, isClosed }: { item: MenuItem; isClosed: boolean }) {
  const note = item.disabledReason || item.hint
  const iconTone = isClosed ? 'text-disabled' : !item.isDanger && 'text-muted'
  return (
    <>
      {item.isChecked !== undefined && (
        <Icon of={Check} className={cx(!item.isChecked && 'invisible', 'text-accent-text')} />
      )}
      {item.icon && <Icon of={item.icon} className={cx(note && 'mt-0.5 self-start', iconTone)} />}
      <span className="min-w-0 flex-1">
        {item.label}
        {note && <span className="block text-meta text-muted">{note}</span>}
      </span>
      {item.keyCap && (
        <span aria-hidden className="max-sm:hidden">
          <KeyCap>{item.keyCap}</KeyCap>
        </span>
      )}
    </>
  )
}
