import { afterEach, describe, expect, it, vi } from 'vitest'
import { personas } from '#/mocks/seed/personas'
import { memoryDrafts } from './draft-store'
import { SessionHost } from './host'
import { fetchOf, openWorld, OWNER, TestPage, world } from '#/session/testing/world'

afterEach(() => void vi.restoreAllMocks())

const MINUTE = 60_000

/** Lets the machine sleep: what the clock shows when it wakes by a key. */
function wakeAfter(page: TestPage, minutes: number) {
  const at = Date.now() + minutes * MINUTE
  vi.spyOn(Date, 'now').mockReturnValue(at)
  page.send({ kind: 'active' })
}

async function openWithPolicy(data: Record<string, unknown>) {
  const open = await openWorld()
  await open.tamper(({ policies }) => {
    const [other] = policies
    if (other) policies.push({ ...other, id: crypto.randomUUID(), type: 9, enabled: true, data })
  })
  await open.page.call('loadTimeouts', null)
  return open
}

describe('the timeout of a session', () => {
  it('is the person’s own where no policy says less', async () => {
    const { page } = await openWorld()
    wakeAfter(page, 14)
    expect(page.state?.phase).toBe('open')
    wakeAfter(page, 15.1)
    await expect.poll(() => page.state).toMatchObject({ phase: 'locked', reason: 'idle' })
  })

  it('follows the minutes of the policy', async () => {
    const { page } = await openWithPolicy({ type: 'custom', minutes: 5, action: 'lock' })
    expect(page.state).toMatchObject({
      lockAfterMinutes: 5,
      lockAtMost: { organization: 'Harbourline', minutes: 5, action: 'lock' },
      signOutAfter: null,
    })
    wakeAfter(page, 5.1)
    await expect.poll(() => page.state).toMatchObject({ phase: 'locked', reason: 'idle' })
  })

  it('signs out where the policy asks for it, and keeps the address', async () => {
    const { page } = await openWithPolicy({ type: 'custom', minutes: 5, action: 'logOut' })
    wakeAfter(page, 5.1)
    await expect.poll(() => page.state).toEqual({ phase: 'out', reason: 'timeout', email: OWNER.email })
    expect(page.stored).toBeNull()
  })

  it('locks by the own timer and signs out by a later policy, also while locked', async () => {
    const { page } = await openWithPolicy({ type: 'custom', minutes: 60, action: 'logOut' })
    expect(page.state).toMatchObject({ lockAfterMinutes: 15, signOutAfter: { minutes: 60 } })
    await page.call('lock', null)
    wakeAfter(page, 61)
    await expect.poll(() => page.state?.phase).toBe('out')
  })
})

describe('a sign-in that waits for a code', () => {
  const twoFactor = personas.find(({ id }) => id === 'authenticator')
  it('belongs to its page: another tab neither takes it nor finds it', async () => {
    const { host, page, code } = await twoSteps()
    const other = new TestPage(host)
    const step = { factor: 'authenticator', remember: false } as const
    await expect(other.call('signInSecondStep', { ...step, code: '000000' })).rejects.toMatchObject({
      code: 'ended',
    })
    await expect(other.call('signIn', { ...OWNER, password: 'not it' })).rejects.toMatchObject({
      code: 'refused',
    })
    await expect(page.call('signInSecondStep', { ...step, code: await code() })).resolves.toMatchObject({
      step: 'done',
    })
    expect(other.state?.phase).toBe('open')
  })

  async function twoSteps() {
    const made = await world()
    await made.page.call('probeServer', null)
    const { email = '', password = '' } = twoFactor ?? {}
    await expect(made.page.call('signIn', { email, password })).resolves.toMatchObject({
      step: 'second-factor',
    })
    const code = async () => (await made.codes()).find((entry) => entry.email === email)?.code ?? ''
    return { ...made, code }
  }
})

describe('the id of this device', () => {
  it('is sent anew after it was erased, once nobody is signed in', async () => {
    const ids: (string | null)[] = []
    const { page } = await world()
    const seen: typeof fetch = (input, init) => {
      ids.push(new Headers(init?.headers).get('device-identifier'))
      return fetchOf()(input, init)
    }
    const other = new TestPage(new SessionHost({ fetch: seen, drafts: memoryDrafts() }), null, 'first')
    await other.call('signIn', OWNER)
    other.send({ kind: 'device', deviceIdentifier: 'second' })
    await other.call('reloadProfile', null)
    expect(new Set(ids.filter(Boolean))).toEqual(new Set(['first']))
    await other.call('signOut', null)
    other.send({ kind: 'device', deviceIdentifier: 'third' })
    ids.splice(0)
    await other.call('signIn', OWNER)
    expect(new Set(ids.filter(Boolean))).toEqual(new Set(['third']))
    expect(page.state?.phase).toBe('out')
  })
})

describe('drafts', () => {
  it('are done one after the other: the last text is kept, and is what who asks at once is given', async () => {
    await world()
    const kept = memoryDrafts()
    let isFirst = true
    const host = new SessionHost({
      fetch: fetchOf(),
      drafts: {
        ...kept,
        put: async (draft) => {
          if (isFirst) await new Promise((resolve) => setTimeout(resolve, 20))
          isFirst = false
          return kept.put(draft)
        },
      },
    })
    const leaving = new TestPage(host)
    await leaving.call('signIn', OWNER)
    const place = '/orgs/o/projects/new'
    void leaving.call('putDraft', { place, startedAt: 1, content: 'Light' })
    void leaving.call('putDraft', { place, startedAt: 1, content: 'Lighthouse' })
    const next = new TestPage(host)
    expect(await next.call('readDraft', { place })).toMatchObject({ content: 'Lighthouse' })
    void leaving.call('putDraft', { place, startedAt: 1, content: 'Tower' })
    expect(await next.call('listDrafts', null)).toHaveLength(1)
    void leaving.call('removeDraft', { place })
    expect(await next.call('readDraft', { place })).toBeNull()
  })
})
