import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeEvents } from './complete-events'
import { printOperator, settleEvents, understandEvents, type EventKey, type EventScope } from './event-query'

const id = (n: number) => `${String(n).repeat(8)}-0000-4000-8000-000000000001`
const scope: EventScope = {
  actors: [
    { key: `machine:${id(1)}`, name: 'ci-deploy' },
    { key: `account:${id(2)}`, name: 'Mara Lindqvist' },
    { key: `account:${id(3)}`, name: 'Mara "M" O’Hara' },
  ],
  objects: [{ key: `secret:${id(4)}`, name: 'PROD_DB' }],
  zone: 'utc',
  now: Date.parse('2026-11-23T05:00:00Z'),
}
const operators = (text: string) => understandEvents(text, scope).operators

describe('understandEvents', () => {
  it('turns names into keys, and the example of the manual into operators', () => {
    expect(operators('actor:ci-deploy type:2100 -ip:10.0.0.0/8 object:"PROD_DB" after:2026-10-01')).toEqual({
      actor: [`machine:${id(1)}`],
      type: ['2100'],
      address: ['-10.0.0.0/8'],
      object: [`secret:${id(4)}`],
      from: ['2026-10-01T00:00:00.000Z'],
    })
    expect(operators('actor:mara').actor).toHaveLength(2)
    expect(operators('actor:"mara lindqvist"')).toEqual({ actor: [`account:${id(2)}`] })
    expect(operators('actor:2222')).toEqual({ actor: [`account:${id(2)}`] })
    expect(operators('type:Secret_Retrieved category:secret severity:critical')).toEqual({
      type: ['2100'],
      category: ['secret'],
      severity: ['critical'],
    })
    expect(operators('client:SDK')).toEqual({ client: ['21'] })
  })

  it.each([
    ['type:nonsense', 'nonsense'],
    ['a ip:300.1.1.1', '300.1.1.1'],
    ['actor:', 'actor:'],
    ['after:2026-02-30', '2026-02-30'],
    ['-before:2026-02-01', '2026-02-01'],
    ['severity:bad', 'bad'],
    ['object:"no such"', '"no such"'],
    ['type:OrganizationUser', 'OrganizationUser'],
  ])('marks %j at %j and uses nothing of it', (text, at) => {
    const { marks, operators: used } = understandEvents(text, scope)
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual([at])
    expect(used).toEqual({})
  })

  it('takes the rest for words', () => {
    expect(understandEvents('Ledger -"two words" what:ever', scope).terms).toEqual([
      { text: 'ledger', isExcluded: false },
      { text: 'two words', isExcluded: true },
      { text: 'what:ever', isExcluded: false },
    ])
  })

  it('never throws, and marks lie in the text', () => {
    const pieces = [
      'actor:',
      'type:',
      'ip:',
      '-',
      'after:',
      'before:',
      '"',
      '\\',
      ' ',
      '9',
      '2026-',
      '::',
      '/',
      '🔑',
      '(',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 200 }), fc.nat(500), (chosen, caret) => {
        const text = chosen.join('')
        for (const { start, end } of understandEvents(text, scope).marks) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        expect(settleEvents(text, scope, Math.min(caret, text.length)).text.length).toBeLessThanOrEqual(
          text.length,
        )
        completeEvents(text, Math.min(caret, text.length), scope)
      }),
    )
  })
})

it('prints an operator so that it is read as the same again', () => {
  const names = fc.constantFrom(...scope.actors, ...scope.objects)
  fc.assert(
    fc.property(names, fc.boolean(), ({ key, name }, isExcluded) => {
      const word: EventKey = key.startsWith('secret') ? 'object' : 'actor'
      const typed = printOperator(word, name, isExcluded)
      expect(operators(typed)).toEqual({ [word]: [isExcluded ? `-${key}` : key] })
    }),
  )
  fc.assert(
    fc.property(fc.string(), (value) => {
      const { parts } = understandEvents(printOperator('type', value, false), scope)
      expect(parts).toHaveLength(1)
      expect(parts[0]).toMatchObject({ kind: 'field', key: 'type', value })
    }),
  )
})

it('moves what is finished out of the text, and spares what is typed or wrong', () => {
  expect(settleEvents('ledger actor:ci-deploy ', scope, 23)).toEqual({
    text: 'ledger ',
    operators: { actor: [`machine:${id(1)}`] },
  })
  expect(settleEvents('type:21', scope, 7).text).toBe('type:21')
  expect(settleEvents('type:21', scope, null)).toEqual({ text: '', operators: { type: ['21'] } })
  expect(settleEvents('ip:nowhere x', scope, null).text).toBe('ip:nowhere x')
})

it('offers what could stand at the caret', () => {
  const labels = (text: string) =>
    completeEvents(text, text.length, scope)?.items.map(({ label }) => label) ?? null
  expect(labels('act')).toEqual(['actor:'])
  expect(labels('actor:ma')).toEqual(['Mara Lindqvist', 'Mara "M" O’Hara'])
  expect(labels('type:perm')).toEqual(['2104'])
  expect(labels('severity:c')).toEqual(['critical'])
  expect(labels('-category:mach')).toEqual(['machineAccount'])
  expect(labels('ledger')).toBeNull()
  expect(completeEvents('-severity:c', 11, scope)?.items[0]?.insert).toBe('-severity:critical')
})
