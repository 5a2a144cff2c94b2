import { expect, it } from 'vitest'
import { allTokens, tokenCalendar } from './all-tokens'
import type { MachineRow } from './machine-row'

const NOW = Date.UTC(2026, 8, 16)
const DAY = 86_400_000
const token = (id: string, days: number | null) => ({
  id,
  name: { ok: true, text: id } as const,
  created: 0,
  expiresAt: days === null ? null : NOW + days * DAY,
})
const machine = (name: string, tokens: ReturnType<typeof token>[] | null): MachineRow => ({
  ...{ id: `id-${name}`, name, secrets: 0, created: 0, changed: 0, canWrite: true, tokens: null },
  facts: {
    id: `id-${name}`,
    tokens: tokens ? { ok: true, value: tokens } : { ok: false, reason: 'refused' },
    projects: { ok: true, value: [] },
    lastSeen: { ok: true, value: null },
  },
})
const rows = [
  machine('ci', [token('soon', 2), token('gone', -3), token('never', null)]),
  machine('api', [token('later', 40), token('long gone', -30)]),
  machine('closed', null),
]

it('puts the next end first, never after dates, and what has expired last', () => {
  expect(allTokens(rows, NOW).map((each) => each.token.id)).toEqual([
    'soon',
    'later',
    'never',
    'gone',
    'long gone',
  ])
})

it('puts only ends that are to come into the calendar', () => {
  const file = tokenCalendar(allTokens(rows, NOW), NOW, 'vault.example.test')
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(file).toContain('UID:token-soon@vault.example.test')
})
