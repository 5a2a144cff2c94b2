import { diffItems, linesOf } from './line-diff'

/**
 * A stretch of lines in three texts. `same`: nobody changed it. `theirs`, `yours`: one side did, it is taken.
 * `both`: both made the same change. `conflict`: both changed it differently, a person has to choose.
 */
export interface MergePart {
  kind: 'same' | 'theirs' | 'yours' | 'both' | 'conflict'
  base: string[]
  theirs: string[]
  yours: string[]
}

export type Side = 'theirs' | 'yours'

/**
 * Merges two edits of one text by lines (line ends are part of a line). The parts' `base`, `theirs` and `yours`,
 * joined, are the three texts byte for byte. Changes that touch each other are one part, except where all three
 * have the same number of lines there: then line stands against line.
 */
export function mergeLines(base: string, theirs: string, yours: string): MergePart[] {
  const baseLines = linesOf(base)
  const theirLines = linesOf(theirs)
  const yourLines = linesOf(yours)
  const inTheirs = keptLines(baseLines, theirLines)
  const inYours = keptLines(baseLines, yourLines)
  const parts: MergePart[] = []
  let [b, t, y] = [0, 0, 0]
  const take = (toB: number, toT: number, toY: number) => {
    parts.push(...judge(baseLines.slice(b, toB), theirLines.slice(t, toT), yourLines.slice(y, toY)))
    ;[b, t, y] = [toB, toT, toY]
  }
  for (let line = 0; line < baseLines.length; line += 1) {
    const atT = inTheirs[line]
    const atY = inYours[line]
    if (atT === undefined || atY === undefined || atT < 0 || atY < 0) continue
    if (line > b || atT > t || atY > y) take(line, atT, atY)
    take(line + 1, atT + 1, atY + 1)
  }
  take(baseLines.length, theirLines.length, yourLines.length)
  return joinParts(parts)
}

/** The merged text; every conflict takes the chosen side. `choices` in the order of the conflicts. */
export function mergedText(parts: readonly MergePart[], choices: readonly Side[]): string {
  let conflict = 0
  return parts
    .flatMap((part) => {
      if (part.kind === 'theirs') return part.theirs
      if (part.kind !== 'conflict') return part.yours
      const side = choices[conflict] ?? 'yours'
      conflict += 1
      return part[side]
    })
    .join('')
}

/** For each line of `base` its place in `other`, or -1 where it is gone. */
function keptLines(base: readonly string[], other: readonly string[]): number[] {
  const places: number[] = []
  let at = 0
  for (const run of diffItems(base, other)) {
    for (let i = 0; i < run.items.length; i += 1) {
      if (run.kind === 'removed') places.push(-1)
      else if (run.kind === 'same') places.push(at)
      if (run.kind !== 'removed') at += 1
    }
  }
  return places
}

function judge(base: string[], theirs: string[], yours: string[]): MergePart[] {
  const kind = kindOf(base.join(''), theirs.join(''), yours.join(''))
  const isEven = base.length === theirs.length && base.length === yours.length && base.length > 1
  if (kind !== 'conflict' || !isEven) return [{ kind, base, theirs, yours }]
  return base.map((line, i) => {
    const their = theirs[i] ?? ''
    const your = yours[i] ?? ''
    return { kind: kindOf(line, their, your), base: [line], theirs: [their], yours: [your] }
  })
}

function kindOf(base: string, theirs: string, yours: string): MergePart['kind'] {
  if (theirs === yours) return theirs === base ? 'same' : 'both'
  if (theirs === base) return 'yours'
  return yours === base ? 'theirs' : 'conflict'
}

function joinParts(parts: readonly MergePart[]): MergePart[] {
  const joined: MergePart[] = []
  for (const part of parts) {
    if (part.base.length + part.theirs.length + part.yours.length === 0) continue
    const last = joined.at(-1)
    if (last?.kind === part.kind) {
      last.base.push(...part.base)
      last.theirs.push(...part.theirs)
      last.yours.push(...part.yours)
    } else
      joined.push({ kind: part.kind, base: [...part.base], theirs: [...part.theirs], yours: [...part.yours] })
  }
  return joined
}
