import { expect, it } from 'vitest'
import { parseTerms } from '#/domain/search'
import { summariseTokens } from '#/domain/token-expiry'
import { shownMachines, type MachineView } from './machine-order'
import type { MachineRow } from './machine-row'

const NOW = Date.UTC(2026, 8, 16)
const DAY = 86_400_000

function row(id: string, name: string | null, days: readonly (number | null)[] | null, seen: number | null) {
  const tokens = days?.map((left, i) => ({
    id: `t${i}`,
    name: { ok: true, text: 't' } as const,
    created: 0,
    expiresAt: left === null ? null : NOW + left * DAY,
  }))
  const unknown = { ok: false, reason: 'refused' } as const
  return {
    id,
    name,
    secrets: id.length,
    created: 0,
    changed: 0,
    canWrite: true,
    tokens: tokens ? summariseTokens(tokens, NOW) : null,
    facts: {
      id,
      tokens: tokens ? { ok: true, value: tokens } : unknown,
      projects: { ok: true, value: [{ id: `p-${id}`, name: { ok: true, text: 'P' }, canWrite: false }] },
      lastSeen: { ok: true, value: seen },
    },
  } satisfies MachineRow
}

const rows = [
  row('aa00', 'ci-deploy', [9, null], NOW),
  row('bb11', null, [2], null),
  row('cc22', 'backup', [null], NOW - DAY),
  row('dd33', 'idle', [], null),
  row('ee44', 'closed', null, NOW - 2 * DAY),
]
const ids = (view: Partial<MachineView>) =>
  shownMachines(rows, {
    sort: 'name',
    direction: 'asc',
    terms: [],
    is: undefined,
    project: undefined,
    now: NOW,
    ...view,
  }).map(({ id }) => id)

it('sorts by the next end: dates, never, none or not known', () => {
  expect(ids({ sort: 'expiry' })).toEqual(['bb11', 'aa00', 'cc22', 'ee44', 'dd33'])
})

it('sorts by name, spoiled names last, and by when it was seen', () => {
  expect(ids({})).toEqual(['cc22', 'aa00', 'ee44', 'dd33', 'bb11'])
  expect(ids({ sort: 'seen', direction: 'desc' })[0]).toBe('aa00')
})

it('narrows, and keeps what cannot be tested', () => {
  expect(ids({ is: 'expiring' })).toEqual(['aa00', 'ee44', 'bb11'])
  expect(ids({ is: 'endless' })).toEqual(['cc22', 'aa00', 'ee44'])
  expect(ids({ is: 'unseen' })).toEqual(['dd33', 'bb11'])
  expect(ids({ terms: parseTerms('ci-') })).toEqual(['aa00', 'bb11'])
  expect(ids({ project: 'p-cc22' })).toEqual(['cc22'])
})
