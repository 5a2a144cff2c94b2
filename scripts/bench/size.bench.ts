import { measureSizes } from '../size.mjs'
import type { Line } from './lines.mjs'
import { ensureBuilt } from './support.mjs'

export default function sizes(): Line[] {
  ensureBuilt('dist')
  return measureSizes().measures.map(({ page, what, value, unit, limit }) => ({
    line: 8,
    what: `${page} page, ${what}`,
    value,
    unit,
    goal: `≤ ${limit} ${unit}`.trim(),
    holds: value <= limit,
  }))
}
