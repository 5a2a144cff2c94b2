import type { MatrixLine } from './matrix-rows'

export interface Cursor {
  line: number
  column: number
}

interface Extent {
  lines: readonly MatrixLine[]
  columns: number
  /** Lines of a page. */
  page: number
}

/** Where a key takes the cursor; null for keys that do not move it. Headings are passed over. */
export function moveCursor(
  key: string,
  isControl: boolean,
  at: Cursor,
  { lines, columns, page }: Extent,
): Cursor | null {
  const last = columns - 1
  const steps: Record<string, [number, number]> = {
    ArrowDown: [at.line + 1, at.column],
    ArrowUp: [at.line - 1, at.column],
    ArrowRight: [at.line, at.column + 1],
    ArrowLeft: [at.line, at.column - 1],
    PageDown: [at.line + page, at.column],
    PageUp: [at.line - page, at.column],
    Home: isControl ? [0, 0] : [at.line, 0],
    End: isControl ? [lines.length - 1, last] : [at.line, last],
  }
  const step = steps[key]
  if (!step) return null
  const [line, column] = step
  return {
    line: nearestRow(lines, line, line < at.line ? -1 : 1),
    column: Math.min(Math.max(0, column), last),
  }
}

function nearestRow(lines: readonly MatrixLine[], wanted: number, step: 1 | -1): number {
  const inside = Math.min(Math.max(0, wanted), lines.length - 1)
  if (lines[inside]?.kind !== 'head') return inside
  const next = inside + step
  return next < 0 || next >= lines.length ? Math.min(lines.length - 1, inside + 1) : next
}
