import { useLayoutEffect, useRef, useState } from 'react'

interface View {
  top: number
  left: number
  width: number
  height: number
}

/** What of the scrolled box is in view, in pixels. */
export function useMatrixWindow() {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 1200, height: 800 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () =>
      setView({
        top: element.scrollTop,
        left: element.scrollLeft,
        width: element.clientWidth,
        height: element.clientHeight,
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [])
  return { box, view }
}
