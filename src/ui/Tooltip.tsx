import { useEffect, useId, useLayoutEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { placeTooltip } from './tooltip-place'

type TooltipProps = {
  text: ReactNode
  children: ReactNode
  /** False where the same words are already the name or description of the child. */
  describes?: boolean
}

const openAfterMs = 400
const closeAfterMs = 100

/** Around one focusable element. Opens on hover and on keyboard focus, stays while the pointer is on it, Esc closes. */
export function Tooltip({ text, children, describes = true }: TooltipProps) {
  const [isOpen, setOpen] = useState(false)
  const wrapper = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = useId()

  function plan(open: boolean, ms: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(open), ms)
  }

  function onFocus(event: FocusEvent) {
    if (event.target.matches(':focus-visible')) plan(true, 0)
  }

  useEffect(() => () => clearTimeout(timer.current), [])

  return (
    <span
      ref={wrapper}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && plan(true, openAfterMs)}
      onPointerLeave={() => plan(false, closeAfterMs)}
      onPointerDown={() => plan(false, 0)}
      onFocus={onFocus}
      onBlur={() => plan(false, 0)}
    >
      {children}
      {isOpen && text && (
        <Tip
          id={id}
          text={text}
          wrapper={wrapper}
          describes={describes}
          onClose={() => plan(false, 0)}
          onHold={() => clearTimeout(timer.current)}
        />
      )}
    </span>
  )
}

type TipProps = {
  id: string
  text: ReactNode
  wrapper: { current: HTMLSpanElement | null }
  describes: boolean
  onClose: () => void
  onHold: () => void
}

function Tip({ id, text, wrapper, describes, onClose, onHold }: TipProps) {
  const tip = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const target = wrapper.current?.firstElementChild
    if (!tip.current || !target) return
    const { left, top } = placeTooltip(target.getBoundingClientRect(), tip.current.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: innerHeight,
    })
    tip.current.style.left = `${left}px`
    tip.current.style.top = `${top}px`
    if (!describes) return
    const before = target.getAttribute('aria-describedby')
    target.setAttribute('aria-describedby', before ? `${before} ${id}` : id)
    return () => {
      if (before) target.setAttribute('aria-describedby', before)
      else target.removeAttribute('aria-describedby')
    }
  }, [wrapper, describes, id])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    document.addEventListener('keydown', onKey, true)
    addEventListener('scroll', onClose, true)
    return () => {
      document.removeEventListener('keydown', onKey, true)
      removeEventListener('scroll', onClose, true)
    }
  })

  return createPortal(
    <div
      ref={tip}
      id={id}
      role="tooltip"
      onPointerEnter={onHold}
      className="pointer-events-auto fixed top-0 left-0 z-50 w-max max-w-80 rounded-control border border-line-strong bg-float px-2 py-1 text-meta text-text shadow-float"
    >
      {text}
    </div>,
    document.body,
  )
}
