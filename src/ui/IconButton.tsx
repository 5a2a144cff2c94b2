import type { MouseEvent } from 'react'
import type { ButtonProps } from './Button'
import { buttonClass } from './button-class'
import { cx } from './cx'
import { Icon, type IconType } from './Icon'
import { keyShortcuts } from './key-shortcuts'
import { KeyCap } from './KeyCap'
import { Tooltip } from './Tooltip'

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label' | 'busy'> & {
  /** The accessible name, also the tooltip. */
  label: string
  icon: IconType
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, variant = 'ghost', size = 32, keyCap, disabledReason, className } = props
  const { label: _l, icon: _i, variant: _v, size: _s, keyCap: _k, disabledReason: _d, ...native } = props
  const isClosed = Boolean(disabledReason)

  function onClick(event: MouseEvent<HTMLButtonElement>) {
    if (isClosed) event.preventDefault()
    else native.onClick?.(event)
  }

  const tip = (
    <span className="inline-flex items-center gap-2">
      {label}
      {keyCap && <KeyCap>{keyCap}</KeyCap>}
    </span>
  )
  return (
    <Tooltip text={disabledReason || tip} describes={isClosed}>
      <button
        type="button"
        aria-label={label}
        aria-keyshortcuts={keyCap && keyShortcuts(keyCap)}
        {...native}
        aria-disabled={isClosed ? true : undefined}
        onClick={onClick}
        className={cx(buttonClass({ variant, size, isClosed, iconOnly: true }), className)}
      >
        <Icon of={icon} />
      </button>
    </Tooltip>
  )
}
