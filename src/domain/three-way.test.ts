import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from './line-diff'
import { mergedText, mergeLines } from './three-way'

const anyText = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 })
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)))
const three = fc.tuple(anyText, anyText, anyText)

const config = (host: string, password: string, pool: string) =>
  `{\n  "host": "${host}",\n  "port": 5432,\n  "password": "${password}",\n  "pool": ${pool}\n}\n`

describe('mergeLines', () => {
  it('holds all three texts, byte for byte', () => {
    fc.assert(
      fc.property(three, ([base, theirs, yours]) => {
        const parts = mergeLines(base, theirs, yours)
        expect(parts.flatMap((part) => part.base).join('')).toBe(base)
        expect(parts.flatMap((part) => part.theirs).join('')).toBe(theirs)
        expect(parts.flatMap((part) => part.yours).join('')).toBe(yours)
      }),
    )
  })

  it('takes the only change there is, and the one that both made', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, changed) => {
        for (const parts of [
          mergeLines(base, changed, base),
          mergeLines(base, base, changed),
          mergeLines(base, changed, changed),
        ]) {
          expect(parts.some((part) => part.kind === 'conflict')).toBe(false)
          expect(mergedText(parts, [])).toBe(changed)
        }
      }),
    )
  })

  it('calls a conflict only what both changed, and differently', () => {
    fc.assert(
      fc.property(three, ([base, theirs, yours]) => {
        for (const part of mergeLines(base, theirs, yours)) {
          const [b, t, y] = [part.base.join(''), part.theirs.join(''), part.yours.join('')]
          if (part.kind === 'conflict') expect(new Set([b, t, y]).size).toBe(3)
          if (part.kind === 'same') expect([t, y]).toEqual([b, b])
        }
      }),
    )
  })

  it('gives the other result when the sides are swapped', () => {
    fc.assert(
      fc.property(three, ([base, theirs, yours]) => {
        const swapped = { same: 'same', both: 'both', conflict: 'conflict', theirs: 'yours', yours: 'theirs' }
        const parts = mergeLines(base, theirs, yours)
        const other = mergeLines(base, yours, theirs)
        expect(other.map((part) => swapped[part.kind])).toEqual(parts.map((part) => part.kind))
      }),
    )
  })

  it('invents no line and loses none, whatever is chosen', () => {
    const sides = fc.array(fc.constantFrom('theirs' as const, 'yours' as const), { maxLength: 8 })
    fc.assert(
      fc.property(three, sides, ([base, theirs, yours], choices) => {
        const parts = mergeLines(base, theirs, yours)
        const merged = linesOf(mergedText(parts, choices))
        // A line without an end may get one from its new neighbour's side, so lines are told by their text.
        const bare = (text: string) => linesOf(text).map((line) => line.replace(/[\r\n]+$/, ''))
        const known = new Set([base, theirs, yours].flatMap(bare))
        for (const line of merged.flatMap(bare)) expect(known).toContain(line)
        // What is taken of each part is one side of it, whole; nothing stands between the parts.
        let conflict = 0
        const taken = parts.flatMap((part) => {
          if (part.kind === 'conflict') return part[choices[conflict++] ?? 'yours']
          return part.kind === 'theirs' ? part.theirs : part.yours
        })
        expect(merged.join('')).toBe(taken.join(''))
      }),
    )
  })

  it('keeps every line that one side added where the other left the text alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 5 }),
        fc.nat(5),
        (lines, at) => {
          const base = lines.map((line, i) => `${line}${i}\n`)
          const theirs = base.toSpliced(at, 0, 'theirs\n')
          const yours = [...base.slice(0, -1), 'mine\n']
          const parts = mergeLines(base.join(''), theirs.join(''), yours.join(''))
          for (const choice of ['theirs', 'yours'] as const) {
            const merged = mergedText(
              parts,
              parts.map(() => choice),
            )
            const isFree = parts.every((part) => part.kind !== 'conflict')
            if (isFree) expect(merged).toContain('mine\n')
            if (isFree) expect(merged).toContain('theirs\n')
          }
        },
      ),
    )
  })

  it('sets line against line where neighbours were changed', () => {
    const parts = mergeLines(
      config('db-2', 'pale', '24'),
      config('db-3', 'dusk', '24'),
      config('db-2', 'mint', '48'),
    )
    expect(parts.map((part) => part.kind)).toEqual(['same', 'theirs', 'same', 'conflict', 'yours', 'same'])
    expect(mergedText(parts, ['yours'])).toBe(config('db-3', 'mint', '48'))
    expect(mergedText(parts, ['theirs'])).toBe(config('db-3', 'dusk', '48'))
  })

  it('keeps an added last line apart from a changed first one', () => {
    const parts = mergeLines('a\nb\n', 'x\nb\n', 'a\nb\nc\n')
    expect(mergedText(parts, [])).toBe('x\nb\nc\n')
  })
})
