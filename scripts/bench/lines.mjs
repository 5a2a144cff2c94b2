/**
 * One measured goal. `line` is its number in the table of goals; `goal` says it in words, as `≥ 3` or `≤ 50 ms`; empty: it
 * is only told.
 * @typedef {{ line: number, what: string, value: number, unit: string, goal: string, holds: boolean }} Line
 */

/**
 * Reads what a benchmark returned. Throws when a field is missing, so that a broken benchmark is no silent one.
 * @param {unknown} value
 * @returns {Line[]}
 */
export function readLines(value) {
  if (!Array.isArray(value) || value.length === 0) throw new Error('it returned no lines')
  return value.map(({ line, what, value: number, unit, goal, holds }) => {
    const isWhole = Number.isInteger(line) && Number.isFinite(number) && typeof holds === 'boolean'
    if (!isWhole || [what, unit, goal].some((text) => typeof text !== 'string')) {
      throw new Error(`it returned a line that is none: ${JSON.stringify({ line, what, value: number })}`)
    }
    return { line, what, value: number, unit, goal, holds }
  })
}

/** @param {number} value */
const short = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))))

/** @param {Line[]} lines */
export function formatTable(lines) {
  const head = ['#', 'what', 'measured', 'goal', '']
  const rows = lines.map(({ line, what, value, unit, goal, holds }) => [
    String(line),
    what,
    `${short(value)} ${unit}`.trim(),
    goal,
    goal === '' ? '' : holds ? 'holds' : 'MISSED',
  ])
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)))
  const write = (/** @type {string[]} */ row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(write).join('\n')
}

/** The middle of several runs. @param {number[]} values */
export function median(values) {
  return percentile(values, 50)
}

/**
 * The value below which `percent` of a hundred lie, between neighbours in proportion.
 * @param {number[]} values @param {number} percent
 */
export function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b)
  const place = ((sorted.length - 1) * percent) / 100
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (below === undefined || above === undefined) throw new Error('no runs to take a percentile of')
  return below + (above - below) * (place - Math.floor(place))
}
