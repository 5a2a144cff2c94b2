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

  it('and the rule for passwords are read anew after an unlock, once for all tabs', async () => {
    const { page, host, tamper, requests } = await openWithPolicy({ type: 'custom', minutes: 5 })
    const syncs = async () => (await requests()).filter(({ endpoint }) => endpoint === 'accountsSync').length
    const before = await syncs()
    await page.call('loadTimeouts', null)
    expect(await syncs()).toBe(before)
    const ruled = () => page.state?.phase === 'open' && page.state.organizations.some((o) => o.generatorRule)
    expect(ruled()).toBe(true)

    await page.call('lock', null)
    await tamper(({ policies }) => {
      for (const policy of policies) {
        if (policy.type === 9) policy.data = { type: 'custom', minutes: 3 }
        if (policy.type === 2) policy.enabled = false
      }
    })
    await page.call('unlock', { password: OWNER.password })
    // As it was, until the server says otherwise.
    expect(page.state).toMatchObject({ lockAfterMinutes: 5 })
    const tab = new TestPage(host)
    await Promise.all([page.call('loadTimeouts', null), tab.call('loadTimeouts', null)])
    expect(page.state).toMatchObject({ lockAfterMinutes: 3 })
    expect(ruled()).toBe(false)
    // Counted from the change of the tables, which empties the list of requests.
    expect(await syncs()).toBe(1)
  })

  it('are asked for again where the server failed, and stay as they were until then', async () => {
    const { page, fault, mend } = await openWithPolicy({ type: 'custom', minutes: 5 })
    await page.call('lock', null)
    await page.call('unlock', { password: OWNER.password })
    await fault({ fault: 'status500', match: 'accountsSync' })
    await expect(page.call('loadTimeouts', null)).rejects.toThrow(/./)
    expect(page.state).toMatchObject({ lockAfterMinutes: 5 })
    await mend()
    await expect(page.call('loadTimeouts', null)).resolves.not.toThrow()
  })
})

describe('role and rights', () => {
  const roleOf = (page: TestPage) =>
    page.state?.phase === 'open' ? page.state.organizations.map(({ role }) => role)[0] : page.state?.phase

  /** Locked as an owner, who is no more than a member by then. */
  async function lockedOut() {
    const open = await openWorld()
    expect(roleOf(open.page)).toBe('owner')
    await open.page.call('lock', null)
    await open.tamper(({ users, members }) => {
      const me = users.find(({ email }) => email === OWNER.email)
      for (const member of members) if (member.userId === me?.id) member.type = 2
    })
    return open
  }

  it('are read anew at an unlock', async () => {
    const { page } = await lockedOut()
    await page.call('unlock', { password: OWNER.password })
    expect(roleOf(page)).toBe('user')
  })

  it('are as they were where the server is away, and where it is slow until it answers', async () => {
    const { page, fault, mend } = await lockedOut()
    await fault({ fault: 'status500', match: 'accountsProfile' })
    await page.call('unlock', { password: OWNER.password })
    expect(roleOf(page)).toBe('owner')
    await page.call('lock', null)
    await mend()
    await fault({ fault: 'slow', match: 'accountsProfile', ms: 2_000 })
    await page.call('unlock', { password: OWNER.password })
    expect(roleOf(page)).toBe('owner')
    await expect.poll(() => roleOf(page), { timeout: 10_000 }).toBe('user')
  })

  it('of a time before a lock change nothing after it', async () => {
    const { page, fault, mend, requests } = await lockedOut()
    const read = async () =>
      (await requests()).filter(({ endpoint }) => endpoint === 'accountsProfile').length
    const before = await read()
    await fault({ fault: 'slow', match: 'accountsProfile', ms: 1_200 })
    await page.call('unlock', { password: OWNER.password })
    await page.call('lock', null)
    await expect.poll(read, { timeout: 10_000 }).toBe(before + 1)
    await mend()
    await fault({ fault: 'status500', match: 'accountsProfile', times: 1 })
    await page.call('unlock', { password: OWNER.password })
    expect(roleOf(page)).toBe('owner')
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
