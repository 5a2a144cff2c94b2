import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from './check'
import { contract } from './index'

const id = '10000000-0000-4000-8000-000000000001'
const names = [
  'userId organizationId providerId cipherId collectionId groupId policyId organizationUserId providerUserId',
  'providerOrganizationId actingUserId installationId deviceType ipAddress systemUser domainName secretId projectId',
  'serviceAccountId grantedServiceAccountId sendId',
].flatMap((line) => line.split(' '))
const row = {
  ...Object.fromEntries(names.map((name) => [name, null])),
  object: 'event',
  type: 2100,
  date: '2026-08-20T09:15:27.1266667Z',
  secretId: id,
}
const page = (...data: unknown[]) => ({ data, continuationToken: 'next', object: 'list' })
const read = (...data: unknown[]) => {
  const answer = contract.organizationEventList.response.safeParse(page(...data))
  if (!answer.success) throw new Error('refused')
  return answer.data
}

describe('a page of the log', () => {
  it('is taken as it stands, and checked as strictly as ever', () => {
    expect(read(row)).toEqual({ data: [row], continuationToken: 'next', unplaced: 0 })
    expect(checkAnswer('organizationEventList', page(row))).toEqual([])
    const lacking = { ...row, groupId: undefined }
    expect(checkAnswer('organizationEventList', page(lacking))).toEqual([
      'organizationEventList: data[0].groupId is missing',
    ])
  })

  it.each([
    ['missing ids', { type: 2100, date: row.date, secretId: id }, { secretId: id, userId: null }],
    ['an unknown code', { ...row, type: 98_765 }, { type: 98_765 }],
    ['no code', { ...row, type: 'read' }, { type: 0, secretId: id }],
    ['an id that is none', { ...row, secretId: 7 }, { secretId: null, type: 2100 }],
    ['an id in capitals', { ...row, secretId: id.replace('8', 'A').toUpperCase() }, { type: 2100 }],
    ['an address that is none', { ...row, ipAddress: ['::1'] }, { ipAddress: null }],
    ['a date with a zone', { ...row, date: '2026-08-20T11:15:27.1266667+02:00' }, { date: row.date }],
    ['a date without one', { ...row, date: '2026-08-20T09:15:27.1266667' }, { date: row.date }],
    ['new fields', { ...row, accessLeaseId: id }, { secretId: id }],
  ])('keeps a row with %s, and its neighbours', (_, odd, expected) => {
    const { data, unplaced } = read(row, odd, row)
    expect(data).toHaveLength(3)
    expect(data[1]).toMatchObject(expected)
    expect(unplaced).toBe(0)
  })

  it.each([[{ ...row, date: null }], [{ ...row, date: '2026-13-45T00:00:00Z' }], [null], ['event'], [[]]])(
    'counts %j, which has no place',
    (odd) => expect(read(row, odd)).toMatchObject({ data: [row], unplaced: 1 }),
  )

  it('is never refused for its rows', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 9 }), (rows) => {
        const { data, unplaced } = read(...rows)
        expect(data.length + unplaced).toBe(rows.length)
      }),
    )
  })

  it('is refused where it does not say whether there is more', () => {
    expect(contract.organizationEventList.response.safeParse({ data: [] }).success).toBe(false)
  })
})
