import type { Span } from './pager'

/** What of a span is not covered yet, newest first. */
export function gapsOf(wanted: Span, covered: readonly Span[]): Span[] {
  const gaps: Span[] = []
  let { to } = wanted
  for (const span of covered.toSorted((a, b) => b.to - a.to)) {
    if (span.from > to) continue
    if (span.to < wanted.from) break
    if (span.to < to) gaps.push({ from: span.to + 1, to })
    to = Math.min(to, span.from - 1)
  }
  if (to >= wanted.from) gaps.push({ from: wanted.from, to })
  return gaps
}

/** With one more span; those that touch become one. Newest first. */
export function withSpan(covered: readonly Span[], added: Span): Span[] {
  if (added.to < added.from) return [...covered]
  let { from, to } = added
  const apart: Span[] = []
  for (const span of covered) {
    if (span.to < added.from - 1 || span.from > added.to + 1) apart.push(span)
    else {
      from = Math.min(from, span.from)
      to = Math.max(to, span.to)
    }
  }
  return [...apart, { from, to }].toSorted((a, b) => b.to - a.to)
}
