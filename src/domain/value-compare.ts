import { diffItems, diffWords, linesOf, wordsOf } from './line-diff'
import { pairLines } from './pair-lines'

/** A stretch of a line; marked where the other side has something else. */
export interface LinePiece {
  text: string
  isMarked: boolean
}

export interface ComparedLine {
  /** Counted from 1 on its own side. */
  number: number
  /** With its line end; joined they are the line. */
  pieces: LinePiece[]
}

/** One row of a comparison side by side. `same` has equal texts, but the last line of a text may lack its end. */
export type ComparedRow =
  | { kind: 'same' | 'changed'; a: ComparedLine; b: ComparedLine }
  | { kind: 'removed'; a: ComparedLine; b: null }
  | { kind: 'added'; a: null; b: ComparedLine }

/**
 * Two texts by line, and by word inside of lines that changed. The lines of side a (or b), joined, are that text byte
 * for byte. A line end that only the last line of one text lacks is no change of that line.
 */
export function compareLines(before: string, after: string): ComparedRow[] {
  const [linesA, linesB] = [linesOf(before), linesOf(after)]
  const withoutEnd = (line: string) => line.slice(0, line.length - endOf(line).length)
  const rows: ComparedRow[] = []
  let a = 0
  let b = 0
  let gone: string[] = []
  const flush = (come: string[]) => {
    for (const [x, y] of pairLines(gone, come)) rows.push(rowOf(x, y))
    gone = []
  }
  const rowOf = (x: string | null, y: string | null): ComparedRow => {
    if (x !== null && y !== null) {
      const [lineA, lineB] = [linesA[a] ?? x, linesB[b] ?? y]
      return changedRow({ number: ++a, text: lineA }, { number: ++b, text: lineB })
    }
    if (x !== null) return { kind: 'removed', a: whole(++a, linesA[a - 1] ?? x, true), b: null }
    return { kind: 'added', a: null, b: whole(++b, linesB[b - 1] ?? '', true) }
  }
  for (const run of diffItems(linesA.map(withoutEnd), linesB.map(withoutEnd))) {
    if (run.kind === 'removed') gone = run.items
    else if (run.kind === 'added') flush(run.items)
    else {
      flush([])
      for (const text of run.items) {
        const [lineA, lineB] = [linesA[a] ?? text, linesB[b] ?? text]
        const [endA, endB] = [endOf(lineA), endOf(lineB)]
        if (endA !== endB && endA !== '' && endB !== '') rows.push(rowOf(lineA, lineB))
        else rows.push({ kind: 'same', a: whole(++a, lineA, false), b: whole(++b, lineB, false) })
      }
    }
  }
  flush([])
  return rows
}

const endOf = (line: string): string => /\r\n$|[\r\n]$/.exec(line)?.[0] ?? ''

const whole = (number: number, text: string, isMarked: boolean): ComparedLine => ({
  number,
  pieces: [{ text, isMarked }],
})

function changedRow(
  before: { number: number; text: string },
  after: { number: number; text: string },
): ComparedRow {
  const [a, b]: [LinePiece[], LinePiece[]] = [[], []]
  const runs = diffWords(before.text, after.text)
  for (const [i, run] of runs.entries()) {
    const text = run.items.join('')
    if (run.kind === 'same') {
      push(a, text, false)
      push(b, text, false)
    } else if (run.kind === 'added' && runs[i - 1]?.kind === 'removed') continue
    else {
      const next = runs[i + 1]
      const added = run.kind === 'added' ? text : next?.kind === 'added' ? next.items.join('') : ''
      narrow(run.kind === 'removed' ? text : '', added, a, b)
    }
  }
  return {
    kind: 'changed',
    a: { number: before.number, pieces: a },
    b: { number: after.number, pieces: b },
  }
}

/** Inside of one word that became another, what they begin and end with alike stays unmarked: `ledger` and `ledger_rw`. */
function narrow(removed: string, added: string, a: LinePiece[], b: LinePiece[]): void {
  const isWordForWord = wordsOf(removed).length === 1 && wordsOf(added).length === 1
  const [x, y] = isWordForWord ? [signsOf(removed), signsOf(added)] : [[removed], [added]]
  let start = 0
  while (start < Math.min(x.length, y.length) && x[start] === y[start]) start += 1
  let end = 0
  while (end < Math.min(x.length, y.length) - start && x.at(-1 - end) === y.at(-1 - end)) end += 1
  const isAlike = isWordForWord && (start + end) * 2 >= Math.min(x.length, y.length)
  if (!isAlike) [start, end] = [0, 0]
  for (const [pieces, signs] of [
    [a, x],
    [b, y],
  ] as const) {
    push(pieces, signs.slice(0, start).join(''), false)
    push(pieces, signs.slice(start, signs.length - end).join(''), true)
    push(pieces, signs.slice(signs.length - end).join(''), false)
  }
}

/** Characters with the marks that stand on them, so that no accent is cut off its letter. */
const signsOf = (text: string): string[] => text.match(/[^\p{M}]\p{M}*|\p{M}+/gsu) ?? []

function push(pieces: LinePiece[], text: string, isMarked: boolean): void {
  if (text === '') return
  const last = pieces.at(-1)
  if (last?.isMarked === isMarked) last.text += text
  else pieces.push({ text, isMarked })
}

/** How one value differs from another, told without any of either. */
export type ValueChange =
  | { kind: 'equal' }
  | { kind: 'white space' }
  | { kind: 'letter case' }
  | { kind: 'same length'; characters: number }
  | { kind: 'longer' | 'shorter'; characters: number }

/** The first of these that is true, from `before` to `after`; lengths in code points. */
export function valueChange(before: string, after: string): ValueChange {
  if (before === after) return { kind: 'equal' }
  if (before.replaceAll(/\s/g, '') === after.replaceAll(/\s/g, '')) return { kind: 'white space' }
  if (before.toLowerCase() === after.toLowerCase()) return { kind: 'letter case' }
  const [was, is] = [Array.from(before).length, Array.from(after).length]
  if (was === is) return { kind: 'same length', characters: is }
  return { kind: is > was ? 'longer' : 'shorter', characters: Math.abs(is - was) }
}

/** Keys of two JSON objects, counted; null where either is none. */
export function jsonKeys(before: string, after: string) {
  const [a, b] = [keysOf(before), keysOf(after)]
  if (!a || !b) return null
  const missing = (some: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...some].filter((key) => !other.has(key)).length
  return { a: { count: a.size, notInOther: missing(a, b) }, b: { count: b.size, notInOther: missing(b, a) } }
}

function keysOf(text: string): Set<string> | null {
  try {
    const parsed: unknown = JSON.parse(text)
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    return isObject ? new Set(Object.keys(parsed)) : null
  } catch {
    return null
  }
}
