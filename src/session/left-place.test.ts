import { expect, test } from 'vitest'
import { leavePlace, placeAfter } from './left-place'
import type { SessionState } from './protocol'

const open = (userId: string, ...ids: string[]) =>
  ({ account: { userId }, organizations: ids.map((id) => ({ id })) }) as unknown as Extract<
    SessionState,
    { phase: 'open' }
  >

test('leads back to where one was, and out of an organization that only the person before had', () => {
  leavePlace(undefined)
  expect(placeAfter(open('mara', 'a'), undefined)).toBe('/')
  // A link that somebody sent: the page there says that it is not one of theirs.
  expect(placeAfter(open('mara', 'a'), '/orgs/b/secrets')).toBe('/orgs/b/secrets')
  leavePlace('mara')
  expect(placeAfter(open('mara', 'a'), '/orgs/b/secrets?is=spoiled')).toBe('/orgs/b/secrets?is=spoiled')
  expect(placeAfter(open('jo', 'a', 'b'), '/orgs/b/secrets')).toBe('/orgs/b/secrets')
  expect(placeAfter(open('jo', 'a'), '/orgs/b/secrets?is=spoiled')).toBe('/')
  expect(placeAfter(open('jo', 'a'), '/orgs/b')).toBe('/')
  expect(placeAfter(open('jo', 'a'), '/no-organization')).toBe('/no-organization')
})
