import { expect, it } from 'vitest'
import { actorKey, actorOf } from './actor'
import { publicFilterOf, publicRow, UNNAMED_PERSON } from './public-row'

const empty = {
  itemId: null,
  memberId: null,
  device: null,
  collectionId: null,
  groupId: null,
  policyId: null,
  actingUserId: null,
  installationId: null,
  ipAddress: null,
  secretId: null,
  projectId: null,
  serviceAccountId: null,
}
const date = '2026-08-20T10:00:00.1234567Z'

it('has the names of the private row', () => {
  const row = publicRow({
    ...empty,
    type: 1502,
    date,
    itemId: 'i',
    memberId: 'm',
    device: 9,
    actingUserId: 'a',
  })
  expect(row).toMatchObject({
    cipherId: 'i',
    organizationUserId: 'm',
    deviceType: 9,
    actingUserId: 'a',
    date,
  })
})

it.each([
  [2100, {}, `account:${UNNAMED_PERSON}`],
  [2202, {}, `account:${UNNAMED_PERSON}`],
  [2100, { serviceAccountId: 's' }, 'machine:s'],
  [2304, {}, 'nobody'],
  [1500, {}, 'nobody'],
  [1500, { actingUserId: 'a' }, 'account:a'],
])('counts %i with %j under %s', (type, given, actor) => {
  expect(actorKey(actorOf(publicRow({ ...empty, ...given, type, date })))).toBe(actor)
})

it.each([
  [{ actor: { wanted: ['account:a'] } }, { actingUserId: 'a' }],
  [{ object: { wanted: ['secret:s'] } }, { secretId: 's' }],
  [{ object: { wanted: ['item:c'] } }, { itemId: 'c' }],
  [{ actor: { wanted: ['machine:m'] }, object: { wanted: ['project:p'] } }, { projectId: 'p' }],
  [{ actor: { wanted: ['account:a', 'account:b'] } }, null],
  [{ actor: { wanted: [`account:${UNNAMED_PERSON}`] } }, null],
  [{ object: { wanted: ['group:g'] } }, null],
  [{ object: { wanted: [] } }, null],
  [{}, null],
])('reads %j by %j', (choice, filter) => expect(publicFilterOf(choice)).toEqual(filter))
