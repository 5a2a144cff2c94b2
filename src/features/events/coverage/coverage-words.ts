import type { CoveredAct } from '#/domain/coverage/acts'
import type { Trace } from '#/domain/coverage/traces'
import { eventCode } from '#/domain/events/codes'

export const TRACE_WORDS: Record<Trace, string> = {
  recorded: 'Recorded',
  part: 'In part',
  none: 'No trace',
}

/** Every word is in the act, its group, its codes, their names and fields, or in what is missing. */
export function matchesAct(act: CoveredAct, text: string): boolean {
  const entries = act.codes.map((code) => eventCode(code))
  const hay = [
    act.group,
    act.act,
    act.says,
    act.missing,
    TRACE_WORDS[act.trace],
    ...act.filedUnder,
    ...act.codes.map(String),
    ...entries.flatMap((entry) => [entry?.name ?? '', ...(entry?.ids ?? [])]),
  ]
    .join(' ')
    .toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}

/** "2300–2303", "2300, 2304". */
export function codeWords(codes: readonly number[]): string {
  const [first] = codes
  const last = codes.at(-1)
  if (first === undefined || last === undefined) return '–'
  const isRow = codes.length > 2 && last - first === codes.length - 1
  return isRow ? `${first}–${last}` : codes.join(', ')
}
