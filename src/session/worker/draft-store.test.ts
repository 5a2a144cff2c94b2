import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DRAFT_KEPT_FOR } from '#/session/draft-life'
import { indexedDrafts } from './draft-store'
import type { SealedDraft } from './draft-store'

const draft = (over: Partial<SealedDraft> = {}): SealedDraft => ({
  place: '/p',
  userId: 'u1',
  sealed: new Uint8Array([1, 2, 3]),
  startedAt: Date.now(),
  sealedAt: Date.now(),
  ...over,
})

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => void vi.restoreAllMocks())

describe('drafts', () => {
  it('wait on the device', async () => {
    const drafts = indexedDrafts()
    expect(await drafts.put(draft())).toBe('device')
    expect(await indexedDrafts().get('u1', '/p')).toMatchObject({ place: '/p', keptIn: 'device' })
    expect(await indexedDrafts().get('u2', '/p')).toBeUndefined()
  })

  it('wait in memory where the device refuses', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('No.', 'SecurityError')
    })
    const drafts = indexedDrafts()
    expect(await drafts.get('u1', '/p')).toBeUndefined()
    expect(await drafts.put(draft())).toBe('memory')
    expect(await drafts.get('u1', '/p')).toMatchObject({ keptIn: 'memory' })
    expect(await drafts.list('u1')).toHaveLength(1)
    await drafts.remove('u1', '/p')
    expect(await drafts.list('u1')).toEqual([])
  })

  it('are not given out after seven days, and go for every account', async () => {
    const drafts = indexedDrafts()
    await drafts.put(draft())
    await drafts.put(draft({ sealedAt: Date.now() - DRAFT_KEPT_FOR, place: '/old' }))
    await drafts.put(draft({ sealedAt: Date.now() - DRAFT_KEPT_FOR, userId: 'u2' }))
    expect(await drafts.get('u1', '/old')).toBeUndefined()
    expect((await indexedDrafts().list('u1')).map(({ place }) => place)).toEqual(['/p'])
    // The clock goes back: what was erased stays away.
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() - DRAFT_KEPT_FOR / 2)
    expect(await indexedDrafts().list('u2')).toEqual([])
  })
})
