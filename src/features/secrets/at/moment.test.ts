import { expect, it } from 'vitest'
import { momentOf, typedOf } from './moment'

it('goes to the URL in UTC and comes back in the zone of the field', () => {
  expect(momentOf('2026-03-14T12:00', 'utc')).toBe('2026-03-14T12:00Z')
  for (const zone of ['utc', 'local'] as const)
    expect(typedOf(momentOf('2026-03-14T12:00', zone) ?? '', zone)).toBe('2026-03-14T12:00')
})

it('takes nothing for nothing', () => {
  expect(momentOf('', 'utc')).toBeNull()
  expect(typedOf(undefined, 'local')).toBe('')
})
