import { expect, it } from 'vitest'
import { eventLink, linkedDate } from './event-link'
import { eventRow } from './row'

const row = (more: object) => eventRow({ type: 2100, date: '2026-08-20T09:15:27.1266667Z', ...more })

it('is the same for the same row, and another for every other field', () => {
  const link = eventLink(row({ secretId: 'a' }))
  expect(link).toMatch(/^2026-08-20T09:15:27\.1266667Z~2100~[0-9a-f]{1,8}$/)
  expect(eventLink(row({ secretId: 'a' }))).toBe(link)
  const others = [
    {},
    { secretId: 'b' },
    { projectId: 'a' },
    { secretId: 'a', deviceType: 0 },
    { secretId: 'a', ipAddress: '::1' },
  ]
  expect(new Set([link, ...others.map((more) => eventLink(row(more)))]).size).toBe(6)
  expect(linkedDate(link)).toBe('2026-08-20T09:15:27.1266667Z')
})
