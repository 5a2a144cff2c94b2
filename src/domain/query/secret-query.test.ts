import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionsAt } from './complete'
import { settle, understand, type QueryScope } from './secret-query'
import { joined, tokensOf, without } from './tokens'

const checkout = '11111111-0000-4000-8000-000000000001'
const payments = '22222222-0000-4000-8000-000000000002'
const payroll = '33333333-0000-4000-8000-000000000003'
const scope: QueryScope = {
  projects: [
    { id: checkout, name: 'Checkout' },
    { id: payments, name: 'Payments' },
    { id: payroll, name: 'Pay roll' },
    { id: '44444444-0000-4000-8000-000000000004', name: null },
  ],
  hasProject: true,
  noDirect: null,
}
const operators = (text: string) => understand(text, scope).operators

describe('understand', () => {
  it('turns names of projects into ids: the one so called, else all that hold it, else the id itself', () => {
    expect(operators('project:checkout')).toEqual({ project: [checkout] })
    expect(operators('project:pay')).toEqual({ project: [payments, payroll] })
    expect(operators('-project:"pay roll"')).toEqual({ project: [`-${payroll}`] })
    expect(operators('project:2222')).toEqual({ project: [payments] })
    expect(operators(`project:${payments}`)).toEqual({ project: [payments] })
  })

  it('reads conditions, ages, dates and names', () => {
    const read = understand('ledger is:direct -is:Spoiled age:>90d changed:2026-08..2026-09 name:dead', scope)
    expect(read.operators).toEqual({
      is: ['direct', '-spoiled'],
      age: ['>90d'],
      changed: ['2026-08..2026-09'],
    })
    expect(read.terms).toEqual([
      { text: 'ledger', isExcluded: false },
      { text: 'dead', isExcluded: false, isNameOnly: true },
    ])
    expect(read.marks).toEqual([])
  })

  it.each([
    ['is:broken', 'broken'],
    ['a is: b', 'is:'],
    ['x age:soon', 'soon'],
    ['changed:2026-13', '2026-13'],
    ['changed:2026-02-30', '2026-02-30'],
    ['project:nowhere', 'nowhere'],
    ['-age:"90 d"', '"90 d"'],
  ])('marks %j at %j and uses nothing of it', (text, at) => {
    const { marks, operators: used } = understand(text, scope)
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual([at])
    expect(used).toEqual({})
  })

  it('says why a share of the secret itself cannot be told', () => {
    const read = understand('is:direct', { ...scope, noDirect: 'By role.' })
    expect(read.marks[0]?.words).toBe('is: By role.')
  })

  it('takes a project for text where there is only one', () => {
    expect(understand('project:x', { ...scope, hasProject: false }).terms).toEqual([
      { text: 'project:x', isExcluded: false },
    ])
  })

  it('never throws, and marks lie in the text', () => {
    const pieces = ['project:', 'is:', '-', 'age:>', '"', '\\', ' ', '9', 'd', '..', '2026', '🔑', '(']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 400 }),
        fc.nat(1_000),
        (chosen, caret) => {
          const text = chosen.join('')
          for (const { start, end } of understand(text, scope).marks) {
            expect(start).toBeLessThan(end)
            expect(end).toBeLessThanOrEqual(text.length)
          }
          const settled = settle(text, scope, Math.min(caret, text.length))
          expect(settled.text.length).toBeLessThanOrEqual(text.length)
          completionsAt(text, Math.min(caret, text.length), scope, '2026-09-16')
        },
      ),
    )
  })
})

describe('settle', () => {
  it('moves what is finished out of the text, and spares what is typed or wrong', () => {
    expect(settle('pay project:checkout ', scope, 21)).toEqual({
      text: 'pay ',
      operators: { project: [checkout] },
    })
    expect(settle('pay is:dup', scope, 10).text).toBe('pay is:dup')
    expect(settle('is:duplicate', scope, 12).text).toBe('is:duplicate')
    expect(settle('is:duplicate', scope, null)).toEqual({ text: '', operators: { is: ['duplicate'] } })
    expect(settle('name:x is:wrong age:>1d', scope, null)).toEqual({
      text: 'name:x is:wrong ',
      operators: { age: ['>1d'] },
    })
  })
})

describe('completionsAt', () => {
  const labels = (text: string, caret = text.length) =>
    completionsAt(text, caret, scope, '2026-09-16')?.items.map(({ label }) => label) ?? null

  it('offers keys, projects, conditions, ages and dates at the caret, and nothing for words', () => {
    expect(labels('pro')).toEqual(['project:'])
    expect(labels('-pro')).toEqual(['project:'])
    expect(labels('project:pay')).toEqual(['Payments', 'Pay roll'])
    expect(labels('is:d')).toEqual(['duplicate', 'direct'])
    expect(labels('is:duplicate')).toBeNull()
    expect(labels('age:>')).toEqual(['>90d', '>1y'])
    expect(labels('changed:2026-0')).toEqual(['2026-09-16', '2026-09'])
    expect(labels('ledger')).toBeNull()
    expect(labels('is:d x')).toBeNull()
    expect(labels('is:d x', 4)).toEqual(['duplicate', 'direct'])
  })

  it('keeps the minus', () => {
    expect(completionsAt('-is:dup', 7, scope, '')?.items[0]?.insert).toBe('-is:duplicate')
  })
})

describe('tokens', () => {
  it('are the operators of the URL one by one, projects by their names', () => {
    const filter = { project: `${checkout},-${payroll}`, is: 'duplicate', age: null, changed: null }
    const words = tokensOf(filter, scope.projects).map((token) => token.words)
    expect(words).toEqual(['project:Checkout', '-project:"Pay roll"', 'is:duplicate'])
    expect(without(filter.project, checkout)).toEqual([`-${payroll}`])
    expect(joined([])).toBeNull()
    expect(joined(['a', 'a', 'b'])).toBe('a,b')
  })
})
