/** Runs inside the page: its source is handed over as text, so it may use nothing from outside. */

export interface MatrixTimes {
  frames: number[]
  mostCells: number
  blankFrames: number
}

/** Scrolls the matrix by so many pixels a frame in both directions, and looks at each frame when it is painted. */
export function scrollMatrix({
  down,
  right,
  frames: wanted,
}: {
  down: number
  right: number
  frames: number
}): Promise<MatrixTimes> {
  const grid = document.querySelector('[role="grid"]')
  if (!grid) throw new Error('There is no grid.')
  const found: MatrixTimes = { frames: [], mostCells: 0, blankFrames: 0 }
  const look = () => {
    const box = grid.getBoundingClientRect()
    const cells = grid.querySelectorAll('[role="gridcell"]')
    found.mostCells = Math.max(found.mostCells, cells.length)
    // The last in the document stands in the last row and the last column that are drawn.
    const last = cells[cells.length - 1]?.getBoundingClientRect()
    const isAtEnd = grid.scrollLeft + grid.clientWidth >= grid.scrollWidth - 2
    const isShort =
      last &&
      (last.bottom < box.top + grid.clientHeight - 2 ||
        (!isAtEnd && last.right < box.left + grid.clientWidth - 2))
    if (!last || isShort) found.blankFrames += 1
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
        grid.scrollTop += down
        grid.scrollLeft += right
      })
    }
    requestAnimationFrame(frame)
  })
}
