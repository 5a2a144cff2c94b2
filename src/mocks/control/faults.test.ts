import { beforeEach, describe, expect, test } from 'vitest'
import { decryptText, importSymmetricKey } from '#/crypto/symmetric-key'
import { fromBase64 } from '#/lib/bytes'
import { strike } from './faults'
import type { Fault } from './faults'
import { organizationKeys } from '#/mocks/seed/keys'
import { testServer } from '#/mocks/testing/test-server'

describe('which requests a fault strikes', () => {
  const names = (faults: Fault[], ...requests: Parameters<typeof strike>[1][]) => {
    let left: readonly Fault[] = faults
    return requests.map((name) => {
      const result = strike(left, name, `/api/${name}`)
      left = result.left
      return result.struck.length > 0
    })
  }

  test('status500 alone: writes, and not those that only read', () => {
    const hit = names([{ fault: 'status500' }], 'secretUpdate', 'secretGet', 'secretGetByIds', 'tokenCreate')
    expect(hit).toEqual([true, false, false, false])
  })

  test('empty403 alone: writes', () => {
    expect(names([{ fault: 'empty403' }], 'groupUpdate', 'groupDetailsList')).toEqual([true, false])
  })

  test('times and after', () => {
    const fault: Fault = { fault: 'slow', match: 'secretGet', after: 1, times: 2 }
    const hit = names([fault], 'secretGet', 'projectGet', 'secretGet', 'secretGet', 'secretGet')
    expect(hit).toEqual([false, false, true, true, false])
  })

  test('a path with stars', () => {
    const faults: Fault[] = [{ fault: 'slow', match: '/api/*Get' }]
    expect(names(faults, 'secretGet', 'secretList')).toEqual([true, false])
  })
})

describe('what a fault does', () => {
  let mock: Awaited<ReturnType<typeof testServer>>
  let token: string
  beforeEach(async () => {
    mock = await testServer()
    token = (await mock.signIn()).token
  })
  const add = (fault: Fault) => mock.call('POST', '/__mock/faults', undefined, fault)
  const profile = () => mock.call('GET', '/api/accounts/profile', token)

  test.each([
    ['status429', 429],
    ['unauthorized', 401],
    ['empty403', 403],
  ] as const)('%s is %i, once', async (fault, status) => {
    await add({ fault, match: 'accountsProfile', times: 1, retryAfter: 7 })
    const first = await profile()
    expect(first.status).toBe(status)
    expect(first.headers.get('retry-after')).toBe(status === 429 ? '7' : null)
    expect((await profile()).status).toBe(200)
  })

  test('offline is a network failure, serverDown a page of a proxy', async () => {
    await add({ fault: 'offline', times: 1 })
    await expect(profile()).rejects.toThrow(TypeError)
    await add({ fault: 'serverDown', times: 1 })
    const response = await mock.fetch('http://mock.test/api/config')
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html'])
  })

  test('a network or proxy that answers itself: a page in place of data, a redirect', async () => {
    await add({ fault: 'htmlPage', times: 1 })
    const page = await mock.fetch('http://mock.test/api/config')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html'])
    expect(page.headers.get('content-length')).toBe(String((await page.text()).length))
    await add({ fault: 'redirect', times: 1 })
    const elsewhere = await mock.fetch('http://mock.test/api/config', { redirect: 'manual' })
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([
      302,
      'https://portal.example.test/',
    ])
  })

  test('slow waits until it is taken away, and not for another', async () => {
    await add({ fault: 'slow', match: 'accountsProfile', ms: 3_600_000 })
    let isAnswered = false
    const answer = profile().then(({ status }) => {
      isAnswered = true
      return status
    })
    await mock.call('DELETE', '/__mock/faults?fault=offline')
    expect(isAnswered).toBe(false)
    await mock.call('DELETE', '/__mock/faults')
    expect(await answer).toBe(200)
  })

  test('contractBreak sends a field of a wrong type', async () => {
    await add({ fault: 'contractBreak', times: 1 })
    expect((await profile()).body).toMatchObject({ id: 0 })
  })

  test('unknown names are refused', async () => {
    expect(await mock.call('POST', '/__mock/faults', undefined, { fault: 'rain' })).toMatchObject({
      status: 400,
    })
  })

  test('a colleague saves after the read: sealed, with version, author and event', async () => {
    const enc = '2.AAAAAAAAAAAAAAAAAAAAAA==|AAAA|AAAA'
    const organizationId = mock.db.organizations.all()[0]?.id ?? ''
    const [self] = mock.db.members.all()
    if (!self) throw new Error('The seed changed.')
    const colleague = mock.db.users.put({
      ...mock.owner(),
      id: mock.db.newId(),
      email: 'colleague@new.example',
    })
    mock.db.members.put({ ...self, id: mock.db.newId(), userId: colleague.id, type: 1 })
    const wish = { key: enc, value: enc, note: enc }
    const made = await mock.call('POST', `/api/organizations/${organizationId}/secrets`, token, wish)
    const { id } = made.body as { id: string }
    await add({ fault: 'colleagueSaves', times: 1, value: 'from a colleague' })
    const read = await mock.call('GET', `/api/secrets/${id}`, token)
    expect(read.body).toMatchObject({ value: enc })
    const key = await importSymmetricKey(fromBase64(organizationKeys('empty').key) ?? new Uint8Array())
    const saved = mock.db.secrets.get(id)
    expect(await decryptText(key, saved?.value ?? '')).toBe('from a colleague')
    const [version] = mock.db.secretVersions.where('secretId', id)
    expect(version).toMatchObject({ value: saved?.value, versionDate: saved?.revisionDate })
    expect(mock.db.members.get(version?.editorOrganizationUserId)?.userId).toBe(colleague.id)
    expect(mock.db.events.all().at(-1)).toMatchObject({ type: 2102, userId: colleague.id, secretId: id })
  })
})
