import { LoaderCircle } from 'lucide-react'
import { useId, type ComponentProps, type MouseEvent } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class'
import { cx } from './cx'
import { Icon, type IconType } from './Icon'
import { keyShortcuts } from './key-shortcuts'
import { KeyCap } from './KeyCap'
import { Tooltip } from './Tooltip'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: IconType | undefined
  /** Drawn at the end, "c" or "Ctrl ↵". The listener is the caller's. */
  keyCap?: string | undefined
  busy?: boolean | undefined
  /** Why it is closed. It then stays in place, takes focus and says this. */
  disabledReason?: string | false | undefined
}

export function Button(props: ButtonProps) {
  const { variant = 'outlined', size = 32, icon, keyCap, busy, disabledReason, className, children } = props
  const { variant: _v, size: _s, icon: _i, keyCap: _k, busy: _b, disabledReason: _d, ...native } = props
  const reasonId = useId()
  const isClosed = Boolean(disabledReason)
  const isSolid = variant === 'solid' || variant === 'danger-solid'

  // aria-disabled keeps the focus where it is; the click and the submit it would cause are stopped here.
  function onClick(event: MouseEvent<HTMLButtonElement>) {
    if (isClosed || busy) event.preventDefault()
    else native.onClick?.(event)
  }

  const shownIcon = busy ? LoaderCircle : icon
  const button = (
    <button
      type="button"
      aria-keyshortcuts={keyCap && keyShortcuts(keyCap)}
      {...native}
      aria-disabled={isClosed || busy ? true : undefined}
      aria-busy={busy ? true : undefined}
      aria-describedby={isClosed ? reasonId : native['aria-describedby']}
      onClick={onClick}
      className={cx(buttonClass({ variant, size, isClosed }), className)}
    >
      {shownIcon && (
        <Icon
          of={shownIcon}
          className={cx(busy && 'animate-spin', variant === 'outlined' && !isClosed && 'text-muted')}
        />
      )}
      {children}
      {keyCap && (
        <span aria-hidden className="-mr-0.5 inline-flex max-sm:hidden">
          <KeyCap onSolid={isSolid && !isClosed}>{keyCap}</KeyCap>
        </span>
      )}
    </button>
  )
  if (!disabledReason) return button
  return (
    <>
      <Tooltip text={disabledReason} describes={false}>
        {button}
      </Tooltip>
      <span id={reasonId} hidden>
        {disabledReason}
      </span>
    </>
  )
}
