import {
  cloneElement,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { HTMLAttributes, ReactElement } from 'react'
import type { IconType } from './Icon'
import type { Opening } from './LiveMenu'
import { isPlainKey } from './plain-key'
import { showToast } from './toast-store'

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

type TriggerProps = HTMLAttributes<HTMLButtonElement>

export type MenuProps = {
  /** One button; it is given the menu's handlers and state. */
  trigger: ReactElement<TriggerProps>
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}

// The library for menus is a tenth of a page that may never open one. A pointer that comes near, or the focus, fetches it.
const load = () => import('./LiveMenu')
const prepare = () => void load().catch(() => undefined)

type Live = { Menu: ComponentType<MenuProps & Opening>; opening: Opening }

/** A button with a list of acts or choices. Until it is used, the button alone. */
export function Menu(props: MenuProps) {
  const [live, setLive] = useState<Live>()
  // Keys pressed until it is there, the one that opens it first; null before.
  const pressed = useRef<string[]>(null)
  if (live) return <live.Menu {...props} {...live.opening} />

  const own = props.trigger.props

  async function open(button: HTMLButtonElement, isByKey: boolean) {
    if (pressed.current) return
    const keys = ['ArrowDown']
    pressed.current = keys
    try {
      const { LiveMenu } = await load()
      // Who has gone on meanwhile is not called back.
      if (!isByKey || document.activeElement === button)
        return setLive({ Menu: LiveMenu, opening: { keys: isByKey ? keys : null } })
    } catch {
      showToast('The menu could not be loaded. Check the connection, then open it again.', { tone: 'danger' })
    }
    pressed.current = null
  }

  function onClick(event: MouseEvent<HTMLButtonElement>) {
    own.onClick?.(event)
    // A click without a press is Enter, Space or a screen reader.
    if (!event.defaultPrevented) void open(event.currentTarget, event.detail === 0)
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    own.onKeyDown?.(event)
    const isClosed = event.currentTarget.getAttribute('aria-disabled') === 'true'
    if (isClosed || event.defaultPrevented || !isPlainKey(event)) return
    if (pressed.current) pressed.current.push(event.key)
    else if (event.key === 'ArrowDown') void open(event.currentTarget, true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Plain
      trigger={props.trigger}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={onClick}
      onKeyDown={onKeyDown}
    />
  )
}

function Plain({ trigger, ...more }: { trigger: MenuProps['trigger'] } & TriggerProps) {
  return cloneElement(trigger, more)
}
