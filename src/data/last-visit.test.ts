import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteVisit, visitBefore } from './last-visit'

const MINUTE = 60_000
let text: string | null = null
beforeEach(() => {
  text = null
  vi.stubGlobal('localStorage', { getItem: () => text, setItem: (_: string, next: string) => (text = next) })
})
afterEach(() => void vi.unstubAllGlobals())

it('knows the end of the visit before, through pages and reloads of this one', () => {
  noteVisit('u', 'o', 0)
  noteVisit('u', 'o', 20 * MINUTE)
  expect(visitBefore('u', 'o', 25 * MINUTE)).toBeNull()
  // Also before the page is noted.
  expect(visitBefore('u', 'o', 90 * MINUTE)).toBe(20 * MINUTE)
  noteVisit('u', 'o', 90 * MINUTE)
  noteVisit('u', 'o', 95 * MINUTE)
  expect(visitBefore('u', 'o', 95 * MINUTE)).toBe(20 * MINUTE)
})

it('keeps people and organizations apart, as dates alone', () => {
  noteVisit('u', 'o', 1)
  noteVisit('u', 'p', 2)
  noteVisit('v', 'o', 90 * MINUTE)
  expect(visitBefore('v', 'o', 91 * MINUTE)).toBeNull()
  expect(JSON.parse(text ?? '')).toEqual({
    'u o': { at: 1, before: null },
    'u p': { at: 2, before: null },
    'v o': { at: 90 * MINUTE, before: null },
  })
})

it.each(['not JSON', 'null', '7', '{"u o":{"at":"x","before":"y"}}'])('takes %s for no visit', (spoiled) => {
  text = spoiled
  expect(visitBefore('u', 'o', 5)).toBeNull()
  noteVisit('u', 'o', 5)
  expect(text).toContain('"at":5')
})
