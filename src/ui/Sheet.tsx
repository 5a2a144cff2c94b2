import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { cx } from './cx'
import { IconButton } from './IconButton'
import { returnFocus } from './return-focus'
import { useFocusLoop } from './use-focus-loop'
import { useKeptFocus } from './use-kept-focus'
import { useMedia } from './use-media'

type SheetProps = {
  title: ReactNode
  children: ReactNode
  footer?: ReactNode
  width?: 344 | 368 | 392 | 440
  onClose: () => void
  /** False for a sheet that follows the row under the cursor of the list, which then keeps the focus. */
  takesFocus?: boolean
  /** Over the content at every width, for a sheet that belongs to no page. */
  isOver?: boolean
}

const widths = { 344: 'sm:w-86', 368: 'sm:w-92', 392: 'sm:w-98', 440: 'sm:w-110' }

/**
 * The last child of the row that holds the content. From 1200 px it stands beside it, from 640 px over its right end,
 * below it is the page. Open as long as it is mounted; Esc closes, the focus goes back to where it was.
 */
export function Sheet(props: SheetProps) {
  const { title, children, footer, width = 368, onClose, takesFocus = true, isOver = false } = props
  const sheet = useRef<HTMLElement>(null)
  const titleId = useId()
  const isPage = useMedia('(width < 40rem)')
  useFocusLoop(sheet, isPage)
  // After a save other acts stand there, and the first may take something away.
  const kept = useKeptFocus({ inDialog: true, to: sheet })

  // Before it is painted: a key pressed at first sight is meant for it.
  const before = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const { activeElement } = document
    if (!sheet.current?.contains(activeElement)) before.current = activeElement
    if (takesFocus) sheet.current?.focus({ preventScroll: true })
  }, [takesFocus])
  // Once it has left the document, when nothing in it holds the focus any more.
  useEffect(() => () => returnFocus(before.current), [])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // What floats above (dialog, menu, a search that clears) takes Esc first and marks it so.
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  })
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    <aside
      ref={sheet}
      tabIndex={-1}
      aria-labelledby={titleId}
      {...(isPage && { role: 'dialog', 'aria-modal': true })}
      className={cx(
        'fixed inset-0 z-20 flex flex-col bg-surface outline-none sm:left-auto sm:border-l sm:border-line-strong sm:shadow-float',
        !isOver && 'xl:static xl:z-auto xl:h-full xl:shrink-0 xl:[box-shadow:none]',
        widths[width],
      )}
    >
      <header className="flex min-h-13 items-center gap-2 px-4">
        <h2 id={titleId} className="min-w-0 flex-1 text-section font-semibold">
          {title}
        </h2>
        <IconButton size={28} className="-mr-1.5" icon={X} label="Close" keyCap="Esc" onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div>
      {footer && (
        <footer
          {...kept}
          className="flex flex-wrap justify-end gap-2 border-t border-line-strong bg-chrome px-4 py-3"
        >
          {footer}
        </footer>
      )}
    </aside>
  )
}
