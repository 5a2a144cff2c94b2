import { expect, test } from 'vitest'
import { keyReceipt } from './key-receipt'
import { startKeyRotation } from './key-rotation'
import { keySnippets } from './key-snippets'

const at = (text: string) => Date.parse(text)

const facts = {
  organization: { id: '6f3d9a10-2c4e-4b7f-9d1a-70e5c2b8a914', name: 'Harbourline' },
  server: 'vault.example.test',
  person: { name: 'Mara', email: 'mara@harbourline.example', id: '0100' },
  writtenAt: at('2026-09-16T10:40:00Z'),
}

test('a receipt tells what is known, and says what is not', () => {
  const rotation = startKeyRotation(at('2026-09-16T10:30:00Z'), at('2025-08-01T09:00:00Z'))
  const bare = keyReceipt({ ...facts, rotation })
  expect(bare).toContain('Old key from     1 Aug 2025, 09:00:00 UTC')
  expect(bare).toContain('New key from     not known')
  expect(bare).toContain('New key works    not tested')
  const changedAt = at('2026-09-16T10:31:05Z')
  const full = keyReceipt({
    ...facts,
    rotation: {
      ...rotation,
      ...{ changedAt, newFingerprint: 'ab12', provedAt: changedAt + 1_000 },
      old: { kind: 'refused', at: changedAt + 2_000 },
      places: [
        { id: '1', text: 'Directory Connector', doneAt: changedAt + 60_000 },
        { id: '2', text: 'Event forwarder', doneAt: null },
      ],
    },
  })
  expect(full).toContain('refused for new tokens, 16 Sep 2026, 10:31:07 UTC')
  expect(full).toContain('good until 16 Sep 2026, 11:31:05 UTC at most')
  expect(full).toContain('Places to update: 2, 1 not ticked')
  expect(full).toContain('[x] Directory Connector, ticked 16 Sep 2026, 10:32:05 UTC')
  expect(full).toContain('[ ] Event forwarder\n')
})

test('snippets name the variable of the key and the client id of the organization', () => {
  const all = keySnippets({ origin: 'https://vault.example.test', organizationId: facts.organization.id })
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { text } of all) expect(text).toContain(`organization.${facts.organization.id}`)
})
