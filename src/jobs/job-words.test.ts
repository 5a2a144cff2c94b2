import { expect, it } from 'vitest'
import { troubleWords } from './job-words'

const counts = { waiting: 0, running: 0, done: 5, failed: 0, skipped: 0, unknown: 0, left: 0, total: 5 }

it('calls failed only what is known to have failed', () => {
  expect(troubleWords({ counts: { ...counts, failed: 2 } })).toBe('2 failed')
  expect(troubleWords({ counts: { ...counts, unknown: 1 } })).toBe('1 not known')
  expect(troubleWords({ counts: { ...counts, failed: 2, unknown: 1 } })).toBe('3 failed or not known')
})
