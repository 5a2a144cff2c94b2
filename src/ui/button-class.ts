import { cx } from './cx'

export type ButtonVariant = 'solid' | 'outlined' | 'ghost' | 'danger' | 'danger-solid'
export type ButtonSize = 32 | 28

const looks: Record<ButtonVariant, string> = {
  solid: 'bg-accent text-on-accent border-transparent enabled-hover:bg-accent-hover',
  outlined: 'bg-button text-text border-button-line enabled-hover:bg-mix-hover',
  ghost: 'bg-transparent text-text border-transparent enabled-hover:bg-hover',
  danger: 'bg-button text-danger border-button-line enabled-hover:bg-mix-hover',
  'danger-solid': 'bg-danger-solid text-on-danger border-transparent enabled-hover:bg-danger-hover',
}

// A toggle that is on.
const pressed =
  'aria-pressed:border-accent-line aria-pressed:bg-selection aria-pressed:text-accent-text aria-pressed:bg-none'

type Options = { variant?: ButtonVariant; size?: ButtonSize; isClosed?: boolean; iconOnly?: boolean }

/** The look of a button, for a link that has to look like one. */
export function buttonClass({ variant = 'outlined', size = 32, isClosed, iconOnly }: Options = {}): string {
  return cx(
    'inline-flex items-center justify-center rounded-control border text-body font-medium whitespace-nowrap select-none',
    size === 32 ? 'control-h gap-2' : 'control-h-small gap-1.5',
    iconOnly ? 'aspect-square shrink-0' : size === 32 ? 'px-3' : 'px-2',
    look(variant, isClosed ?? false, iconOnly ?? false),
  )
}

function look(variant: ButtonVariant, isClosed: boolean, iconOnly: boolean): string {
  const isGhost = variant === 'ghost'
  if (isClosed)
    return cx('cursor-not-allowed text-disabled', isGhost ? 'border-transparent' : 'border-line-strong')
  if (isGhost && iconOnly)
    return 'border-transparent text-muted enabled-hover:bg-hover enabled-hover:text-text'
  return cx(looks[variant], variant === 'outlined' && pressed)
}
