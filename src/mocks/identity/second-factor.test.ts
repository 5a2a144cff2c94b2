import { beforeEach, describe, expect, test } from 'vitest'
import { totpCode } from '#/crypto/totp'
import { stampOf } from '#/mocks/store/stamp'
import { testServer } from '#/mocks/testing/test-server'
import type { Answer } from '#/mocks/testing/test-server'

let mock: Awaited<ReturnType<typeof testServer>>
beforeEach(async () => (mock = await testServer()))

const later = (ms: number) => mock.db.setMeta({ clockOffset: mock.db.meta.clockOffset + ms })
const events = () => mock.db.events.all().map(({ type }) => type)
const MINUTE = 60_000

describe('second factor', () => {
  const totpSecret = 'JBSWY3DPEHPK3PXP'
  const code = (at = mock.db.nowMs()) => totpCode(totpSecret, at)
  const withCode = (twoFactorToken: string, more = {}) =>
    mock.signIn({ twoFactorProvider: '0', twoFactorToken, ...more })

  test('is asked for, with what each provider needs', async () => {
    mock.db.users.put({ ...mock.owner(), totpSecret, emailTwoFactor: true, otherTwoFactor: [7] })
    const { status, body } = await mock.signIn()
    expect(status).toBe(400)
    expect(body).toMatchObject({
      error_description: 'Two factor required.',
      TwoFactorProviders: ['0', '1', '7'],
    })
    expect(body.TwoFactorProviders2).toMatchObject({ 0: null, 1: { Email: 'ow***@new.example' } })
    expect(String(body.SsoEmail2faSessionToken)).toMatch(/^BwSsoEmail2FaSessionToken_/)
  })

  test('takes a code once, one step early or late', async () => {
    mock.db.users.put({ ...mock.owner(), totpSecret })
    const early = await code(mock.db.nowMs() + 30_000)
    expect((await withCode(early)).status).toBe(200)
    const again = await withCode(early)
    expect(again.body.ErrorModel).toEqual({
      Message: 'Two-step token is invalid. Try again.',
      Object: 'error',
    })
    expect((await withCode(await code(mock.db.nowMs() - 61_000))).status).toBe(400)
    expect(events().filter((type) => type === 1006)).toHaveLength(4)
  })

  test('a remembered device skips it for 30 days, or until the security stamp changes', async () => {
    mock.db.users.put({ ...mock.owner(), totpSecret })
    const first = await withCode(await code(), { twoFactorRemember: '1' })
    const remembered = () =>
      mock.signIn({ twoFactorProvider: '5', twoFactorToken: String(first.body.TwoFactorToken) })
    expect((await remembered()).status).toBe(200)
    expect((await mock.signIn({ twoFactorProvider: '5', twoFactorToken: 'x' })).body.error_description).toBe(
      'Two factor required.',
    )
    mock.db.users.put({ ...mock.owner(), securityStamp: mock.db.newId() })
    expect((await remembered()).status).toBe(400)
  })

  test('its remember token expires', async () => {
    mock.db.users.put({ ...mock.owner(), totpSecret })
    const first = await withCode(await code(), { twoFactorRemember: '1' })
    later(31 * 24 * 60 * MINUTE)
    const { body } = await mock.signIn({
      twoFactorProvider: '5',
      twoFactorToken: String(first.body.TwoFactorToken),
    })
    expect(body.error_description).toBe('Two factor required.')
  })

  test('mails a code only when asked, and that works once and for five minutes', async () => {
    mock.db.users.put({ ...mock.owner(), emailTwoFactor: true })
    const { email } = mock.owner()
    const { body } = await mock.signIn()
    expect(mock.db.mails.all()).toEqual([])
    const send = (more: Answer) =>
      mock.call('POST', '/api/two-factor/send-email-login', undefined, { email, ...more })
    expect(await send({ masterPasswordHash: 'wrong' })).toMatchObject({
      status: 400,
      body: { message: 'Cannot send two-factor email.' },
    })
    expect(await send({ ssoEmail2FaSessionToken: body.SsoEmail2faSessionToken })).toMatchObject({
      status: 200,
      body: '',
    })
    const mailed = () => mock.db.mails.all().findLast(({ used }) => !used)?.code ?? ''
    const use = (twoFactorToken: string) => mock.signIn({ twoFactorProvider: 'Email', twoFactorToken })
    const sent = mailed()
    expect(sent).toMatch(/^\d{6}$/)
    expect((await use(sent)).status).toBe(200)
    expect((await use(sent)).status).toBe(400)
    await send({ masterPasswordHash: mock.owner().masterPasswordHash })
    const old = mailed()
    later(6 * MINUTE)
    expect((await use(old)).status).toBe(400)
  })

  test('a stale session token mails nothing', async () => {
    mock.db.users.put({ ...mock.owner(), emailTwoFactor: true })
    const { body } = await mock.signIn()
    later(3 * MINUTE)
    const sent = { email: mock.owner().email, ssoEmail2FaSessionToken: body.SsoEmail2faSessionToken }
    expect((await mock.call('POST', '/api/two-factor/send-email-login', undefined, sent)).status).toBe(400)
  })
})

describe('new device', () => {
  beforeEach(async () => {
    await mock.signIn()
    mock.db.users.put({ ...mock.owner(), creationDate: stampOf(mock.db.nowMs() - 48 * 60 * MINUTE) })
    mock.database.state = {
      ...mock.database.state,
      switches: { ...mock.database.state.switches, newDeviceVerification: true },
    }
  })
  const fromNew = (more = {}) => mock.signIn({ deviceIdentifier: 'new', ...more })

  test('wants a mailed code, which the known device does not', async () => {
    expect((await mock.signIn()).status).toBe(200)
    const asked = await fromNew()
    expect(asked.body).toMatchObject({
      error: 'device_error',
      ErrorModel: { Message: 'new device verification required' },
    })
    const wrong = await fromNew({ newDeviceOtp: '0' })
    expect(wrong.body).toMatchObject({ ErrorModel: { Message: 'invalid new device otp' } })
    const { email, masterPasswordHash } = mock.owner()
    await mock.call('POST', '/api/accounts/resend-new-device-otp', undefined, { email, masterPasswordHash })
    const newDeviceOtp = mock.db.mails.all().findLast(({ used }) => !used)?.code ?? ''
    expect(newDeviceOtp).toMatch(/^\d{8}$/)
    expect((await fromNew({ newDeviceOtp })).status).toBe(200)
    expect((await fromNew()).status).toBe(200)
  })

  test.each([
    ['a young account', () => ({ creationDate: mock.db.stamp() })],
    ['one that opted out', () => ({ verifyDevices: false })],
  ])('%s is not asked', async (_, change) => {
    mock.db.users.put({ ...mock.owner(), ...change() })
    expect((await fromNew()).status).toBe(200)
  })
})
