import { X } from 'lucide-react'
import * as Radix from 'radix-ui/dialog'
import { useState, type ReactNode } from 'react'
import { cx } from './cx'
import { IconButton } from './IconButton'
import { returnFocus } from './return-focus'
import { useKeptFocus } from './use-kept-focus'

export type DialogWidth = 480 | 640 | 720 | 1120

type DialogProps = {
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  /** Left end of the bar below: what the act records, or a second way. */
  footerStart?: ReactNode
  /** Buttons, the solid one last. */
  footer?: ReactNode
  width?: DialogWidth
  /** Esc, the cross, a click beside it. Not called while busy. */
  onClose: () => void
  busy?: boolean
  /** No cross, and a click beside it does nothing: the footer holds the only way out. Esc still asks `onClose`. */
  isHeld?: boolean
}

const widths: Record<DialogWidth, string> = {
  480: 'sm:max-w-120',
  640: 'sm:max-w-160',
  720: 'sm:max-w-180',
  1120: 'sm:max-w-280',
}

/**
 * Open as long as it is mounted, so it never shows what an earlier opening left. Focus begins at `data-autofocus` or
 * the first field and goes back to where it was.
 */
export function Dialog(props: DialogProps) {
  const {
    title,
    description,
    children,
    footerStart,
    footer,
    width = 480,
    onClose,
    busy = false,
    isHeld = false,
  } = props
  const [opener] = useState(() => document.activeElement)
  const kept = useKeptFocus({ inDialog: true })
  return (
    <Radix.Root open onOpenChange={(open) => !open && !busy && onClose()}>
      <Radix.Portal>
        {/* Not Radix's, which locks the scrolling of a page that never scrolls, at the cost of styling it all anew. */}
        <div className="pointer-events-auto fixed inset-0 z-30 bg-scrim" />
        <Radix.Content
          aria-busy={busy || undefined}
          {...(!description && { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={(event) => {
            // Radix returns to its own trigger, and there is none.
            event.preventDefault()
            returnFocus(opener)
          }}
          onInteractOutside={(event) => isHeld && event.preventDefault()}
          className={cx(
            'fixed inset-0 z-30 flex flex-col bg-float outline-none short:block short:overflow-y-auto',
            'sm:inset-x-4 sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-h-[80dvh] sm:animate-enter sm:rounded-float sm:shadow-float',
            widths[width],
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-3 max-sm:px-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-section font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-muted">{description}</Radix.Description>
              )}
            </div>
            {!isHeld && (
              <IconButton className="-mr-2" icon={X} label="Close" onClick={() => !busy && onClose()} />
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5 max-sm:px-4 short:overflow-visible">
            {children}
          </div>
          {(footer || footerStart) && (
            <footer
              {...kept}
              className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3 max-sm:flex-col-reverse max-sm:items-stretch max-sm:px-4 max-sm:*:whitespace-normal"
            >
              {footerStart && (
                <div className="mr-auto min-w-0 flex-1 basis-56 text-meta text-muted max-sm:mr-0 max-sm:basis-auto max-sm:*:w-full">
                  {footerStart}
                </div>
              )}
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

// Not the cross, which comes first: what is marked, else the first field, else the dialog, which is then read out.
function focusFirst(event: Event) {
  event.preventDefault()
  const content = event.currentTarget
  if (!(content instanceof HTMLElement)) return
  const first =
    content.querySelector<HTMLElement>('[data-autofocus]') ??
    content.querySelector<HTMLElement>('input:not(:disabled), select:not(:disabled), textarea:not(:disabled)')
  ;(first ?? content).focus({ preventScroll: true })
}
