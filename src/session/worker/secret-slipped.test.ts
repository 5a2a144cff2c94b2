import { describe, expect, it } from 'vitest'
import { changeSlippedIn } from './secret-slipped'
import type { Context } from './vault'

const question = { organizationId: 'o', secretId: 's', versionsBefore: new Set(['old']), ownValue: 'mine' }
const OWN = [
  { type: 2102, userId: 'me' },
  { type: 2100, userId: 'me' },
]

function contextOf(rows: { id: string; value: string }[], events: typeof OWN | null): Context {
  return {
    vault: {
      account: { userId: 'me' },
      server: null,
      profile: { organizations: [{ id: 'o', useEvents: events !== null }] },
    },
    client: { call: async (name: string) => ({ data: name === 'secretVersionList' ? rows : events }) },
  } as unknown as Context
}

const own = { id: 'new', value: 'mine' }
const theirs = { id: 'foreign', value: 'theirs' }

describe('a change that slipped in', () => {
  it('is told by a version row, with or without the log', async () => {
    await expect(changeSlippedIn(contextOf([theirs, own], null), question)).resolves.toBe(true)
    await expect(changeSlippedIn(contextOf([theirs, own], OWN), question)).resolves.toBe(true)
  })

  it('is told by the log where it was of the name or the note', async () => {
    const events = OWN.toSpliced(1, 0, { type: 2102, userId: 'other' })
    await expect(changeSlippedIn(contextOf([own], events), question)).resolves.toBe(true)
  })

  it('is excluded by the log alone', async () => {
    await expect(changeSlippedIn(contextOf([own], OWN), question)).resolves.toBe(false)
    await expect(changeSlippedIn(contextOf([own], null), question)).resolves.toBe('not known')
  })
})
