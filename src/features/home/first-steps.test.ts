import { expect, test } from 'vitest'
import { isBeginning, stepsDone } from './first-steps'

const facts = (projects: number, secrets: number, machines: number, liveTokens: number | null) => ({
  projects: Array.from({ length: projects }),
  secrets: { count: secrets },
  machines: Array.from({ length: machines }),
  liveTokens,
})

test('a step is done when there is one of its kind; what is not known is not called open', () => {
  expect(stepsDone(facts(0, 0, 0, null))).toEqual([false, false, false, false])
  expect(stepsDone(facts(2, 1, 1, null))).toEqual([true, true, true, null])
  expect(stepsDone(facts(2, 1, 1, 1))).toEqual([true, true, true, true])
  expect(stepsDone({ projects: null, secrets: null, machines: null, liveTokens: null })).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('the steps are for owners and admins of an organization that begins', () => {
  expect(isBeginning(facts(0, 0, 0, null), 'owner')).toBe(true)
  expect(isBeginning(facts(1, 1, 0, null), 'admin')).toBe(true)
  expect(isBeginning(facts(1, 3, 1, 1), 'owner')).toBe(true)
  expect(isBeginning(facts(1, 3, 1, 4), 'owner')).toBe(false)
  expect(isBeginning(facts(1, 40, 0, null), 'owner')).toBe(false)
  expect(isBeginning(facts(0, 0, 0, null), 'user')).toBe(false)
  expect(isBeginning({ ...facts(0, 0, 0, null), secrets: null }, 'owner')).toBe(false)
})
