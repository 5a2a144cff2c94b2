import { expect, it } from 'vitest'
import { nextOldKeyTry } from './retry-old-key'

it('tries an old key again for five minutes from the rotation on, and then no more', () => {
  const since = Date.parse('2026-09-16T10:30:00Z')
  expect(nextOldKeyTry(since, since)).toBe(15_000)
  expect(nextOldKeyTry(since, since + 299_999)).toBe(15_000)
  expect(nextOldKeyTry(since, since + 300_000)).toBeNull()
})
