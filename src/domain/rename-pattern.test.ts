import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noPattern, planRename, renamed, type NamedRow, type RenamePattern } from './rename-pattern'

const rows = (...names: (string | null)[]): NamedRow[] => names.map((name, i) => ({ id: String(i), name }))
const plan = (mine: NamedRow[], pattern: RenamePattern, others: readonly string[]) =>
  planRename(mine, pattern, (name) => others.includes(name))
const verdicts = (...args: Parameters<typeof plan>) => plan(...args).map(({ verdict }) => verdict)

describe('renaming by a pattern', () => {
  it('replaces, turns letters, puts around', () => {
    expect(renamed('dev_mail_key', { ...noPattern, find: 'dev', replace: 'prod', letters: 'upper' })).toBe(
      'PROD_MAIL_KEY',
    )
    expect(renamed('KEY', { ...noPattern, before: 'PROD_', after: '_OLD' })).toBe('PROD_KEY_OLD')
  })

  it('takes both texts as they are typed, without meaning of their own', () => {
    expect(renamed('a.b$&c', { ...noPattern, find: '.', replace: '$&' })).toBe('a$&b$&c')
  })

  it('tells blanks, names that stay, and names that cannot be read', () => {
    expect(verdicts(rows('DEV_', 'KEY', null), { ...noPattern, find: 'DEV_' }, [])).toEqual([
      'blank',
      'same',
      'spoiled',
    ])
  })

  it('tells what is too long', () => {
    expect(verdicts(rows('KEY'), { ...noPattern, before: 'x'.repeat(500) }, [])).toEqual(['too long'])
  })

  it('tells doubles: among the rows, with rows that stay, and with others', () => {
    const pattern = { ...noPattern, find: 'DEV_' }
    expect(verdicts(rows('DEV_A', 'A', 'DEV_B', 'DEV_C'), pattern, ['B'])).toEqual([
      'double',
      'same',
      'double',
      'changes',
    ])
    expect(verdicts(rows('DEV_A', 'DEV_DEV_A'), pattern, [])).toEqual(['double', 'double'])
  })

  it('takes a name that becomes free for free', () => {
    expect(verdicts(rows('A', 'B_A'), { ...noPattern, before: 'B_' }, [])).toEqual(['changes', 'changes'])
  })

  it('never makes two names alike without saying so', () => {
    const name = fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', 'A', '_') })
    const pattern = fc.record({
      find: fc.string({ maxLength: 2, unit: fc.constantFrom('a', 'b') }),
      replace: fc.string({ maxLength: 2, unit: fc.constantFrom('a', 'b') }),
      before: fc.constantFrom('', 'a'),
      after: fc.constantFrom('', '_'),
      letters: fc.constantFrom('keep' as const, 'upper' as const, 'lower' as const),
    })
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.uniqueArray(name), pattern, (mine, all, how) => {
        const others = all.filter((one) => !mine.includes(one))
        const planned = plan(rows(...mine), how, others)
        const after = [
          ...others,
          ...planned.map(({ from, to, verdict }) => (verdict === 'changes' ? to : from)),
        ]
        const changed = planned.filter(({ verdict }) => verdict === 'changes')
        for (const { to } of changed) expect(after.filter((one) => one === to)).toHaveLength(1)
      }),
    )
  })
})
