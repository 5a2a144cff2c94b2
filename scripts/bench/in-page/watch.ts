/**
 * Runs inside the page (its source is handed over as text, so it may use nothing from outside). Times are of
 * `performance.now()`, which is also what events carry.
 */

/** After each key: when the letter was painted, and when the list that it brought was. */
export interface KeyTimes {
  echo: number
  list: number
}

/** What a stretch of scrolling showed. */
export interface ScrollTimes {
  frames: number[]
  mostRows: number
  blankFrames: number
}

/** Starts to note keys, and what they change in a part of the page; `stopKeys` of the result gives them. */
export function watchKeys(part: string): { stopKeys: () => KeyTimes[] } {
  const times: KeyTimes[] = []
  const painted = (then: (now: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => then(performance.now()), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  let pressed = 0
  let current: KeyTimes | null = null
  let isTyped = false
  const onKey = (event: KeyboardEvent) => {
    pressed = event.timeStamp
    isTyped = true
    current = { echo: 0, list: 0 }
    times.push(current)
  }
  // What the benchmark clears or presses by other means between two words is no key's work.
  const onOther = () => (current = null)
  const onInput = () => {
    if (!isTyped) onOther()
    isTyped = false
    const [mine, at] = [current, pressed]
    painted((now) => mine && (mine.echo = now - at))
  }
  const observer = new MutationObserver(() => {
    const [mine, at] = [current, pressed]
    painted((now) => mine && (mine.list = now - at))
  })
  const list = document.querySelector(part)
  if (list) observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true })
  addEventListener('keydown', onKey, true)
  addEventListener('input', onInput, true)
  addEventListener('pointerdown', onOther, true)
  return {
    stopKeys: () => {
      observer.disconnect()
      removeEventListener('keydown', onKey, true)
      removeEventListener('input', onInput, true)
      removeEventListener('pointerdown', onOther, true)
      return times
    },
  }
}

/** Scrolls the grid by so many pixels a frame, and looks at each frame when it has been painted. */
export function scrollGrid({ step, frames: wanted }: { step: number; frames: number }): Promise<ScrollTimes> {
  const grid = document.querySelector('[role="grid"]')
  if (!grid) throw new Error('There is no grid.')
  const found: ScrollTimes = { frames: [], mostRows: 0, blankFrames: 0 }
  const look = () => {
    const { top, bottom } = grid.getBoundingClientRect()
    const rows = Array.from(grid.querySelectorAll('[role="rowgroup"] > *'), (row) =>
      row.getBoundingClientRect(),
    )
    found.mostRows = Math.max(found.mostRows, rows.length)
    // Two pixels for borders and fractions; the header covers the top.
    const header = grid.querySelector('[role="columnheader"]')?.getBoundingClientRect().bottom ?? top
    const first = Math.min(...rows.map((row) => row.top))
    const last = Math.max(...rows.map((row) => row.bottom))
    if (first > Math.max(top, header) + 2 || last < bottom - 2) found.blankFrames += 1
  }
  return new Promise((resolve) => {
    let before = 0
    const frame = (now: number) => {
      if (before > 0) found.frames.push(now - before)
      before = now
      if (found.frames.length >= wanted) {
        resolve(found)
        return
      }
      requestAnimationFrame(frame)
      // Behind the painting, and before the next frame as a wheel would.
      setTimeout(() => {
        look()
        grid.scrollTop += step
      })
    }
    requestAnimationFrame(frame)
  })
}

/** Marks the moment in which the first row stands in the page. */
export function markFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[role="rowgroup"] > [aria-rowindex]')) return
    performance.mark('first-row')
    observer.disconnect()
  })
  observer.observe(document, { subtree: true, childList: true })
}
