import { expect, it } from 'vitest'
import { EVENT_IDS, eventRow } from './row'

it('takes what other servers leave out for unused, and the date to the millisecond', () => {
  const row = eventRow({ type: 2999, date: '2026-08-20T09:15:27.1266667Z', secretId: 'a' })
  expect(row.at).toBe(Date.parse('2026-08-20T09:15:27.126Z'))
  expect(row.secretId).toBe('a')
  expect(EVENT_IDS.filter((field) => row[field] !== null)).toEqual(['secretId'])
  expect([row.deviceType, row.ipAddress, row.systemUser, row.domainName]).toEqual([null, null, null, null])
})
