import { expect, test } from 'vitest'
import { newSecretPlace, slotOf } from './new-secret-place'

test('a slot is found in the place that was made of it, and in no other', () => {
  expect(slotOf(newSecretPlace('a', 's-1'), 'a')).toBe('s-1')
  expect(slotOf(newSecretPlace('b', 's-1'), 'a')).toBeNull()
  expect(slotOf('/orgs/a/secrets/new', 'a')).toBeNull()
  expect(slotOf('/orgs/a/secrets/s-1/edit', 'a')).toBeNull()
})
