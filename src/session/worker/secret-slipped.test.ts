import { describe, expect, it } from 'vitest'
import { changeSlippedIn, slippedSince } from './secret-slipped'
import type { Context } from './vault'

const question = { organizationId: 'o', secretId: 's', versionsBefore: new Set(['old']), ownValue: 'mine' }
const OWN = [
  { type: 2102, userId: 'me' },
  { type: 2100, userId: 'me' },
]

function contextOf(
  rows: { id: string; value: string; versionDate?: string }[],
  events: typeof OWN | null,
): Context {
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

describe('a change that slipped in between two requests of many', () => {
  const READ_AT = '2026-08-01T10:00:00.0000000Z'
  const write = {
    ...{ organizationId: 'o', secretId: 's', ownValue: null },
    read: { revisionDate: READ_AT, value: 'as read' },
  }
  const row = (value: string, versionDate: string) => ({ id: value, value, versionDate })
  const later = '2026-08-01T10:20:00.0000000Z'

  it('is told by the log alone where it answers', async () => {
    await expect(slippedSince(contextOf([], OWN), write)).resolves.toBe(false)
    const events = OWN.toSpliced(1, 0, { type: 2102, userId: 'other' })
    await expect(slippedSince(contextOf([], events), write)).resolves.toBe(true)
  })

  it('is told by a younger version row where the log is closed, and else not known', async () => {
    await expect(slippedSince(contextOf([row('theirs', later)], null), write)).resolves.toBe(true)
    // A restore that ended the value as read.
    await expect(slippedSince(contextOf([row('as read', later)], null), write)).resolves.toBe(true)
    const sameSave = row('as read', '2026-08-01T10:00:00.0400000Z')
    await expect(slippedSince(contextOf([sameSave], null), write)).resolves.toBe('not known')
    const own = { ...write, ownValue: 'mine' }
    await expect(slippedSince(contextOf([row('mine', later)], null), own)).resolves.toBe('not known')
  })
})
