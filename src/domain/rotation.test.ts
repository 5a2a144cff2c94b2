import { expect, it } from 'vitest'
import { readRotation, rotationStep, startRotation } from './rotation'

const started = startRotation('old', 1)
const ids = ['old', 'new']

it('goes from step to step, and back where the new token is gone', () => {
  expect(rotationStep(started, ids)).toBe('create')
  const made = { ...started, newTokenId: 'new' }
  expect(rotationStep(made, ids)).toBe('store')
  const stored = { ...made, storedAt: 2 }
  expect(rotationStep(stored, ids)).toBe('wait')
  expect(rotationStep({ ...stored, readAt: 3 }, ids)).toBe('revoke')
  expect(rotationStep({ ...stored, isSkipped: true }, ids)).toBe('revoke')
  expect(rotationStep(stored, ['old'])).toBe('create')
  expect(rotationStep(stored, ['new'])).toBe('done')
})

it('takes up what was kept, and nothing that is no rotation', () => {
  expect(readRotation(structuredClone(started))).toEqual(started)
  for (const kept of [null, 'x', {}, { ...started, startedAt: 'x' }, { ...started, readAt: 'x' }])
    expect(readRotation(kept)).toBeNull()
})
