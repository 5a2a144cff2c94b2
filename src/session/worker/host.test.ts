import { beforeEach, describe, expect, it } from 'vitest'
import type { StoredSession } from '#/session/protocol'
import { memoryDrafts } from './draft-store'
import { SessionHost } from './host'
import {
  changedOf,
  fetchOf,
  idOf,
  openWorld,
  OWNER,
  TestPage,
  world,
  type World,
} from '#/session/testing/world'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'

async function readTexts({ page, organizationId }: World & { organizationId: string }) {
  const id = await idOf(page, organizationId, LEDGER)
  const read = await page.call('readSecret', { organizationId, secretId: id })
  if (!read.name.ok || !read.value.ok || !read.note.ok) throw new Error('unreadable')
  const texts = {
    name: read.name.text,
    value: read.value.text,
    note: read.note.text,
    projectId: read.project?.id ?? null,
  }
  return { id, read, texts }
}

/** Saves the ledger's secret with one field changed, and tells its versions before and after. */
async function saveWith(open: World & { organizationId: string }, change: { note?: string; value?: string }) {
  const { page, organizationId } = open
  const secretId = await idOf(page, organizationId, LEDGER)
  const before = await page.call('listVersions', { organizationId, secretId, changed: 0 })
  const { id, read, texts } = await readTexts(open)
  const typed = { ...texts, ...change }
  const saved = await page.call('saveSecret', {
    organizationId,
    secretId,
    typed,
    seenRevision: read.revisionDate,
  })
  const changed = await changedOf(page, organizationId, id)
  const after = await page.call('listVersions', { organizationId, secretId, changed })
  return { id, before, saved, changed, after }
}

describe('a session', () => {
  let open: World & { organizationId: string }
  beforeEach(async () => {
    open = await openWorld()
  })

  it('opens names, keeps a spoiled one as a row, and reads a value', async () => {
    const { page, organizationId } = open
    const columns = await page.call('listSecrets', { organizationId })
    expect(columns.count).toBe(240)
    expect([...columns.spoiled].filter(Boolean)).toHaveLength(1)
    const secret = await page.call('readSecret', {
      organizationId,
      secretId: await idOf(page, organizationId, LEDGER),
    })
    expect(secret.value).toMatchObject({ ok: true })
  })

  it('sends back the very ciphertext of what did not change', async () => {
    const { page, organizationId } = open
    const { id, before, saved, changed, after } = await saveWith(open, { note: 'another note' })
    expect(saved).toMatchObject({ outcome: 'saved', valueChanged: false, slippedIn: false })
    expect(after.rows).toHaveLength(before.rows.length)
    expect(after.currentMark).toBe(after.rows[0]?.valueMark)
    // What was read of another revision than the list's says nothing of the current value.
    expect(before.currentMark).toBeNull()
    const later = { organizationId, secretId: id, changed: changed + 1 }
    expect((await page.call('listVersions', later)).currentMark).toBeNull()
  })

  it('records a version exactly when the value changed', async () => {
    const { page, organizationId } = open
    const { id, before, saved, after } = await saveWith(open, { value: 'a new value' })
    expect(saved).toMatchObject({ outcome: 'saved', valueChanged: true })
    expect(after.rows[0]?.id).not.toBe(before.rows[0]?.id)
    await expect(
      page.call('openVersion', { organizationId, secretId: id, versionId: after.rows[0]?.id ?? '' }),
    ).resolves.toEqual({ ok: true, text: 'a new value' })
  })

  it('writes nothing over a colleague and nothing that is unchanged', async () => {
    const { page, organizationId, fault, requests } = open
    const { id, read, texts: same } = await readTexts(open)
    const save = (typed: typeof same) =>
      page.call('saveSecret', { organizationId, secretId: id, typed, seenRevision: read.revisionDate })
    await expect(save(same)).resolves.toMatchObject({ outcome: 'unchanged' })
    await fault({ fault: 'colleagueSaves', value: 'theirs', times: 1 })
    await page.call('readSecret', { organizationId, secretId: id })
    const conflict = await save({ ...same, value: 'mine' })
    expect(conflict).toMatchObject({ outcome: 'conflict', current: { value: { ok: true, text: 'theirs' } } })
    expect((await requests()).filter((r) => r.endpoint === 'secretUpdate')).toHaveLength(0)
  })

  it('drops the keys on lock and opens them with the right password only', async () => {
    const { page, organizationId, host } = open
    await page.call('putDraft', { place: '/p', startedAt: 1, content: { typed: 'unsaved' } })
    await page.call('lock', null)
    expect(page.state?.phase).toBe('locked')
    await expect(page.call('listSecrets', { organizationId })).rejects.toMatchObject({ code: 'locked' })
    await expect(page.call('listDrafts', null)).resolves.toHaveLength(1)
    await expect(page.call('unlock', { password: 'wrong' })).rejects.toMatchObject({ code: 'wrong-password' })
    const second = new TestPage(host)
    expect(second.state?.phase).toBe('locked')
    await page.call('unlock', { password: OWNER.password })
    expect(second.state?.phase).toBe('open')
    await expect(page.call('readDraft', { place: '/p' })).resolves.toMatchObject({
      content: { typed: 'unsaved' },
    })
  })

  it('takes up what a tab kept, and nothing that was tampered with', async () => {
    const { stored } = open.page
    const fresh = await world()
    const bad = new TestPage(new SessionHost({ drafts: memoryDrafts() }), {
      ...stored,
      kdf: { type: 'pbkdf2', iterations: 1 },
    } as StoredSession)
    expect(bad.state?.phase).toBe('out')
    expect(fresh.page.state?.phase).toBe('out')
    const again = new TestPage(
      new SessionHost({
        fetch: fetchOf(1),
        drafts: memoryDrafts(),
      }),
      stored,
    )
    expect(again.state?.phase).toBe('locked')
    await again.call('unlock', { password: OWNER.password })
    expect(again.state?.phase).toBe('open')
  })

  it('renews a refused token once for calls at the same time', async () => {
    const { page, organizationId, fault, requests } = open
    await fault({ fault: 'unauthorized', match: 'secretList', times: 1 })
    await fault({ fault: 'unauthorized', match: 'projectList', times: 1 })
    await Promise.all([
      page.call('listSecrets', { organizationId }),
      page.call('listProjects', { organizationId }),
    ])
    const log = await requests()
    expect(log.filter((r) => r.endpoint === 'tokenCreate')).toHaveLength(2)
  })

  it('ends the session in all tabs when the server ended it, and keeps the address for signing in', async () => {
    const { page, organizationId, fault } = open
    await fault({ fault: 'unauthorized', match: 'secretList' })
    await fault({ fault: 'reject', match: 'tokenCreate' })
    await expect(page.call('listSecrets', { organizationId })).rejects.toMatchObject({ code: 'ended' })
    expect(page.state).toMatchObject({ phase: 'out', reason: 'ended', email: OWNER.email })
    expect(page.stored).toBeNull()
  })

  it('posts nothing decrypted after a lock that came in between', async () => {
    const { page, organizationId, fault } = open
    const id = await idOf(page, organizationId, LEDGER)
    await fault({ fault: 'slow', match: 'secretGet', ms: 50, times: 1 })
    const reading = page.call('readSecret', { organizationId, secretId: id })
    const refused = expect(reading).rejects.toMatchObject({ code: 'locked' })
    await page.call('lock', null)
    await refused
  })

  it('locks and signs out the tabs that have a worker of their own', async () => {
    const channels = [new BroadcastChannel('host-test'), new BroadcastChannel('host-test')] as const
    const options = {
      fetch: fetchOf(),
      drafts: memoryDrafts(),
    }
    const first = new TestPage(new SessionHost({ ...options, others: channels[0] }))
    const second = new TestPage(new SessionHost({ ...options, others: channels[1] }))
    await first.call('signIn', OWNER)
    await second.call('signIn', OWNER)
    await first.call('lock', null)
    await expect.poll(() => second.state?.phase).toBe('locked')
    await second.call('signOut', null)
    await expect.poll(() => first.state?.phase).toBe('out')
    for (const channel of channels) channel.close()
  })

  it('names a wrong password as such, and keeps nothing of the attempt', async () => {
    const { page } = await world()
    await expect(page.call('signIn', { ...OWNER, password: 'not it' })).rejects.toMatchObject({
      code: 'refused',
    })
    expect(page.state?.phase).toBe('out')
    expect(page.stored).toBeNull()
  })
})
