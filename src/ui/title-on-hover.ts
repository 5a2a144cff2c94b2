import type { PointerEvent } from 'react'

/**
 * A title that is made when it is asked for, since thousands of rows pass. Each move makes it anew: another thing may
 * have come under a pointer that rests, and an element of its own for each thing would cost more than all the rest.
 */
export function titleOnHover(titleOf: (element: HTMLElement) => string) {
  const tell = ({ currentTarget }: PointerEvent<HTMLElement>) => {
    const title = titleOf(currentTarget)
    if (currentTarget.title !== title) currentTarget.title = title
  }
  const forget = ({ currentTarget }: PointerEvent<HTMLElement>) => currentTarget.removeAttribute('title')
  return { onPointerEnter: tell, onPointerMove: tell, onPointerLeave: forget }
}
