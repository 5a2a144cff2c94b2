import { beforeEach, describe, expect, it } from 'vitest'
import { changedOf, idOf, openWorld, type World } from '#/session/testing/world'
import type { SecretChange } from './secret-change'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'

describe('changing one field of a secret', () => {
  let open: World & { organizationId: string }
  let secretId: string

  beforeEach(async () => {
    open = await openWorld()
    secretId = await idOf(open.page, open.organizationId, LEDGER)
  })

  const change = (what: SecretChange, onlyLook = false) =>
    open.page.call('changeSecret', { organizationId: open.organizationId, secretId, change: what, onlyLook })
  const read = async () => {
    const secret = await open.page.call('readSecret', { organizationId: open.organizationId, secretId })
    if (!secret.name.ok || !secret.value.ok || !secret.note.ok) throw new Error('unreadable')
    return {
      name: secret.name.text,
      value: secret.value.text,
      note: secret.note.text,
      project: secret.project?.id ?? null,
      revision: secret.revisionDate,
    }
  }

  it('renames, and leaves everything else as it was', async () => {
    const before = await read()
    expect(await change({ what: 'rename', from: LEDGER, to: 'LEDGER' })).toEqual({
      outcome: 'changed',
      memo: null,
      slippedIn: false,
    })
    const after = await read()
    expect(after).toEqual({ ...before, name: 'LEDGER', revision: after.revision })
  })

  it('writes no version: the value is said to be unchanged', async () => {
    const { page, organizationId } = open
    const versions = async () =>
      (
        await page.call('listVersions', {
          organizationId,
          secretId,
          changed: await changedOf(page, organizationId, secretId),
        })
      ).rows.length
    const before = await versions()
    await change({ what: 'rename', from: LEDGER, to: 'LEDGER' })
    expect(await versions()).toBe(before)
  })

  it('does nothing twice, and leaves alone what somebody else renamed or moved', async () => {
    await change({ what: 'rename', from: LEDGER, to: 'LEDGER' })
    const { revision } = await read()
    expect(await change({ what: 'rename', from: LEDGER, to: 'LEDGER' })).toEqual({ outcome: 'already' })
    expect(await change({ what: 'rename', from: 'OTHER', to: 'MINE' })).toMatchObject({ outcome: 'left' })
    expect(await change({ what: 'move', from: null, to: secretId })).toMatchObject({ outcome: 'left' })
    expect((await read()).revision).toBe(revision)
  })

  it('tells that somebody saved between its read and its write', async () => {
    await open.fault({ fault: 'colleagueSaves', match: 'secretGet', times: 1 })
    expect(await change({ what: 'rename', from: LEDGER, to: 'LEDGER' })).toMatchObject({ slippedIn: true })
  })

  it('only looks where that is asked', async () => {
    const { revision } = await read()
    expect(await change({ what: 'rename', from: LEDGER, to: 'LEDGER' }, true)).toEqual({
      outcome: 'not changed',
    })
    expect((await read()).revision).toBe(revision)
  })

  it('takes a secret out of its project and puts it back', async () => {
    const { project } = await read()
    expect(await change({ what: 'move', from: project, to: null })).toMatchObject({ outcome: 'changed' })
    expect((await read()).project).toBeNull()
    expect(await change({ what: 'move', from: null, to: project })).toMatchObject({ outcome: 'changed' })
    expect((await read()).project).toBe(project)
  })

  it('adds to a note once, and takes it back only while nobody changed it since', async () => {
    const { note } = await read()
    const added = await change({ what: 'note', how: 'append', text: 'rotate', seen: 0 })
    if (added.outcome !== 'changed' || added.memo === null) throw new Error('not changed')
    expect((await read()).note).toBe(note === '' ? 'rotate' : `${note}\nrotate`)
    expect(await change({ what: 'note', how: 'append', text: 'rotate', seen: 0 })).toEqual({
      outcome: 'already',
    })
    expect(added.memo).not.toContain('rotate')
    expect(await change({ what: 'note-back', sealed: added.memo })).toMatchObject({ outcome: 'changed' })
    expect((await read()).note).toBe(note)
    await change({ what: 'note', how: 'append', text: 'by a colleague', seen: 0 })
    expect(await change({ what: 'note-back', sealed: added.memo })).toMatchObject({ outcome: 'left' })
  })

  it('replaces no note that was changed since the list was read', async () => {
    const before = await read()
    const seen = Date.parse(before.revision)
    expect(await change({ what: 'note', how: 'set', text: 'mine', seen: seen - 1 })).toMatchObject({
      outcome: 'left',
    })
    expect((await read()).note).toBe(before.note)
    expect(await change({ what: 'note', how: 'set', text: 'mine', seen })).toMatchObject({
      outcome: 'changed',
    })
    expect((await read()).note).toBe('mine')
  })
})

describe('the plaintext part of a job', () => {
  it('opens for that job only, and not while locked', async () => {
    const { page } = await openWorld()
    const sealed = await page.call('sealJob', { jobId: 'a', content: { labels: ['PROD_NAME'] } })
    expect(new TextDecoder('latin1').decode(sealed)).not.toContain('PROD_NAME')
    expect(await page.call('openJob', { jobId: 'a', sealed })).toEqual({ labels: ['PROD_NAME'] })
    await expect(page.call('openJob', { jobId: 'b', sealed })).rejects.toThrow()
    await page.call('lock', null)
    await expect(page.call('openJob', { jobId: 'a', sealed })).rejects.toThrow(/locked/)
  })
})
