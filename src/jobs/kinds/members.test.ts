import { expect, it } from 'vitest'
import { memberOutcomes } from './members'

const item = (id: string, again = false) => ({ id, label: null, again })

it('says of each member what the server said, and of those it left out why', () => {
  const results = [
    { id: 'a', outcome: 'done' as const },
    { id: 'b', outcome: 'refused' as const, reason: 'Already revoked.' },
    { id: 'c', outcome: 'refused' as const, reason: 'Already revoked.' },
    { id: 'd', outcome: 'missing' as const },
  ]
  const items = [item('a'), item('b'), item('c', true), item('d'), item('e')]
  expect(memberOutcomes(items, results, 'Gone.', /^already revoked/i)).toEqual([
    { kind: 'done' },
    { kind: 'failed', reason: 'Already revoked.' },
    // A second try, whose first arrived without an answer.
    { kind: 'done' },
    { kind: 'skipped', reason: 'Gone.' },
    { kind: 'skipped', reason: 'Gone.' },
  ])
})
