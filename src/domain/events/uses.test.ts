import { expect, test } from 'vitest'
import { eventRow } from './row'
import { EventStore } from './store'
import { tickOf } from './tick'
import { usesOf } from './uses'

const row = (
  date: string,
  ids: { userId?: string; serviceAccountId?: string; secretId?: string },
  type = 2100,
) => eventRow({ type, date, ...ids })
const span = { from: tickOf('2026-09-01T00:00:00Z'), to: tickOf('2026-09-30T00:00:00Z') }

test('keeps the newest use of each secret by each person and machine account, within the span', () => {
  const store = new EventStore()
  store.add([
    row('2026-09-10T10:00:00Z', { serviceAccountId: 'bot', secretId: 's' }),
    row('2026-09-12T10:00:00Z', { serviceAccountId: 'bot', secretId: 's' }),
    row('2026-09-11T10:00:00Z', { userId: 'anna', secretId: 's' }, 2102),
    row('2026-09-11T11:00:00Z', { userId: 'anna' }, 1000),
    row('2026-08-11T11:00:00Z', { userId: 'ben', secretId: 's' }),
  ])
  expect(usesOf(store, span)).toEqual([
    { actor: 'bot', secret: 's', at: Date.parse('2026-09-12T10:00:00Z') },
    { actor: 'anna', secret: 's', at: Date.parse('2026-09-11T10:00:00Z') },
  ])
})
