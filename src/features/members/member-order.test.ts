import { expect, it } from 'vitest'
import { parseTerms } from '#/domain/search'
import type { MemberView } from '#/session/member-types'
import { countMembers, filteredMembers, orderedMembers } from './member-order'
import type { MemberFilter } from './member-order'
import { memberRows } from './member-row'

const member = (id: string, change: Partial<MemberView> = {}): MemberView => ({
  ...{ id, userId: id, name: null, email: `${id}@acme.test`, role: 'user', status: 'confirmed' },
  ...{ permissions: [], hasSecretsManager: true, hasPam: false, hasTwoStep: true, hasSso: false },
  ...{ isClaimed: false, hasMasterPassword: true, isRecoverable: false, externalId: null, groups: [] },
  ...{ collections: [], revokedFor: null, since: 0 },
  ...change,
})

const rows = memberRows(
  [
    member('z', { name: 'Ada', role: 'owner', since: 3 }),
    member('b', { hasTwoStep: false, groups: ['g2', 'g1'], since: 2 }),
    member('c', { status: 'invited', userId: null, hasTwoStep: null, hasSecretsManager: false, since: 9 }),
    member('d', { status: 'revoked', hasTwoStep: false }),
    member('e', { status: 'staged', userId: null, hasTwoStep: null }),
  ],
  new Map([
    ['g1', 'Crew'],
    ['g2', 'Ops'],
  ]),
)
const all: MemberFilter = {
  status: undefined,
  role: undefined,
  group: undefined,
  sm: undefined,
  is: undefined,
}
const ids = (filter: Partial<MemberFilter>, text = '') =>
  filteredMembers(orderedMembers(rows, 'name', 'asc'), { ...all, ...filter }, parseTerms(text)).map(
    ({ id }) => id,
  )

it('orders by name or address, role and date', () => {
  expect(ids({})).toEqual(['z', 'b', 'c', 'd', 'e'])
  expect(orderedMembers(rows, 'role', 'asc')[0]?.id).toBe('z')
  expect(orderedMembers(rows, 'since', 'desc')[0]?.id).toBe('c')
  expect(rows[1]?.groupNames).toEqual(['Crew', 'Ops'])
})

it('filters, and counts as two-step off only who has an account', () => {
  expect(ids({ status: 'invited' })).toEqual(['c', 'e'])
  expect(ids({ is: 'two-step-off' })).toEqual(['b', 'd'])
  expect(ids({ group: 'g1' })).toEqual(['b'])
  expect(ids({ group: 'none', sm: 'off' })).toEqual(['c'])
  expect(ids({}, 'acme -ada')).toEqual(['b', 'c', 'd', 'e'])
  expect(ids({ role: 'owner' }, 'z@acme')).toEqual(['z'])
})

it('counts seats of those who take one', () => {
  expect(countMembers(rows)).toEqual({
    ...{ all: 5, confirmed: 2, accepted: 0, invited: 2, revoked: 1 },
    ...{ withoutTwoStep: 1, seats: 3, secretsManagerSeats: 2 },
  })
})
