import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ComparedSecret } from './project-compare'
import { freeName, planTransfer, transferCost, type ConflictChoice } from './project-transfer'

const row = (id: string, name: string | null, canWrite = true): ComparedSecret => ({
  id,
  name,
  changed: 0,
  canWrite,
})
const choose = (...pairs: [string, ConflictChoice][]) => new Map(pairs)
const steps = (rows: ReturnType<typeof planTransfer>) => rows.map(({ step }) => step)

it('creates what is missing and skips what is there, unless something else is chosen', () => {
  const there = row('t', 'KEY')
  const sources = [row('1', 'KEY'), row('2', 'NEW')]
  expect(steps(planTransfer('copy', sources, [there], choose()))).toEqual([
    { kind: 'skip' },
    { kind: 'create', name: 'NEW' },
  ])
  expect(steps(planTransfer('copy', sources, [there], choose(['1', 'overwrite'])))[0]).toEqual({
    kind: 'overwrite',
    target: there,
  })
  expect(steps(planTransfer('copy', sources, [there], choose(['1', 'keep-both'])))[0]).toEqual({
    kind: 'create',
    name: 'KEY_2',
  })
})

it('offers no overwriting where it is not known which, or not permitted', () => {
  const [doubled] = planTransfer('copy', [row('1', 'K')], [row('t', 'K'), row('u', 'K')], choose())
  expect(doubled?.conflict).toEqual({ kind: 'double', count: 2 })
  expect(doubled?.choices).toEqual(['skip', 'keep-both'])
  const [closed] = planTransfer('copy', [row('1', 'K')], [row('t', 'K', false)], choose(['1', 'overwrite']))
  expect(closed?.step).toEqual({ kind: 'skip' })
})

it('refuses to move what may only be read, and what has no name', () => {
  const rows = planTransfer('move', [row('1', 'K', false), row('2', null)], [], choose())
  expect(rows.map(({ step }) => step.kind)).toEqual(['refused', 'refused'])
  expect(planTransfer('copy', [row('1', 'K', false)], [], choose())[0]?.step.kind).toBe('create')
})

it('numbers with what the name is written with', () => {
  expect(freeName('KEY', (name) => name === 'KEY_2')).toBe('KEY_3')
  expect(freeName('my key', () => false)).toBe('my key 2')
})

const names = fc.constantFrom('K', 'K_2', 'K_3', 'L', 'M')
const rowsOf = (letter: string) =>
  fc
    .array(fc.record({ name: fc.option(names, { nil: null }), canWrite: fc.boolean() }), { maxLength: 7 })
    .map((list) => list.map((one, index) => row(`${letter}${index}`, one.name, one.canWrite)))
const wishes = fc
  .array(fc.constantFrom<ConflictChoice>('skip', 'overwrite', 'keep-both'), { minLength: 7, maxLength: 7 })
  .map((list) => new Map(list.map((choice, index) => [`s${index}`, choice])))

it('never makes a double, never overwrites unasked or twice, and loses no row', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('copy' as const, 'move' as const),
      rowsOf('s'),
      rowsOf('t'),
      wishes,
      (act, sources, target, choices) => {
        const plan = planTransfer(act, sources, target, choices)
        expect(plan.map(({ source }) => source)).toEqual(sources)
        const created = plan.flatMap(({ step }) => (step.kind === 'create' ? [step.name] : []))
        expect(new Set(created).size).toBe(created.length)
        for (const name of created) expect(target.some((one) => one.name === name)).toBe(false)
        const hit = plan.flatMap(({ source, step }) =>
          step.kind === 'overwrite' ? [[source, step.target]] : [],
        )
        expect(new Set(hit.map(([, to]) => to?.id)).size).toBe(hit.length)
        for (const [from, to] of hit) {
          expect(choices.get(from?.id ?? '')).toBe('overwrite')
          expect(to?.canWrite).toBe(true)
          expect(to?.name).toBe(from?.name)
        }
        const { reads, writes, events } = transferCost(act, plan)
        expect(events).toBe(reads + writes)
        expect(reads).toBe(created.length + 2 * hit.length)
      },
    ),
  )
})
