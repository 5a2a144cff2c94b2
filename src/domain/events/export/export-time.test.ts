import { afterEach, expect, it, vi } from 'vitest'
import { stampOf } from './export-time'

afterEach(() => vi.unstubAllEnvs())

it('writes a moment in the zone of the machine with its offset, and in UTC', () => {
  const date = '2026-07-01T22:15:27.1266667Z'
  vi.stubEnv('TZ', 'Asia/Kolkata')
  expect(stampOf(date, Date.parse(date), 'local')).toBe('2026-07-02 03:45:27 +05:30')
  vi.stubEnv('TZ', 'America/St_Johns')
  expect(stampOf(date, Date.parse(date), 'local')).toBe('2026-07-01 19:45:27 -02:30')
  expect(stampOf(date, Date.parse(date), 'utc')).toBe('2026-07-01 22:15:27 +00:00')
})
