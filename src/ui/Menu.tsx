import { Check } from 'lucide-react'
import * as Radix from 'radix-ui/dropdown-menu'
import { Fragment, useRef, type ReactElement } from 'react'
import { cx } from './cx'
import { Icon, type IconType } from './Icon'
import { keyShortcuts } from './key-shortcuts'
import { KeyCap } from './KeyCap'

export type MenuItem = {
  label: string
  icon?: IconType | undefined
  keyCap?: string | undefined
  /** Runs after the menu has closed and given the focus back, so that a dialog it opens returns there. */
  onSelect: () => void
  isDanger?: boolean | undefined
  /** It stays, takes focus, and this stands under it. */
  disabledReason?: string | false | undefined
  hint?: string | undefined
  /** Given: a choice that is ticked; the menu stays open. */
  isChecked?: boolean | undefined
  /** Begins a group. */
  lineBefore?: boolean | undefined
  /** Names the group that begins. */
  heading?: string | undefined
}

type MenuProps = {
  /** One button; it is given the menu's handlers and state. */
  trigger: ReactElement
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}

const row = cx(
  'flex min-h-8 items-center gap-2 rounded-chip px-2 py-1.5 outline-none max-sm:min-h-11',
  'data-highlighted:bg-hover aria-disabled:cursor-not-allowed aria-disabled:text-disabled',
)

export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  const chosen = useRef<() => void>(undefined)

  function runChosen() {
    const act = chosen.current
    chosen.current = undefined
    if (act) queueMicrotask(act)
  }

  return (
    // Modal would hide the page from screen readers and lock its scrolling, for a list of acts.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={runChosen}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-44 animate-enter overflow-y-auto rounded-float border border-line-strong bg-float p-1 shadow-float"
        >
          {items.map((item) => (
            <Fragment key={item.label}>
              {item.lineBefore && <Radix.Separator className="-mx-1 my-1 h-px bg-line" />}
              {item.heading && (
                <Radix.Label className="px-2 pt-2 pb-1 text-meta text-muted">{item.heading}</Radix.Label>
              )}
              <Row item={item} onChoose={(act) => (chosen.current = act)} />
            </Fragment>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
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
