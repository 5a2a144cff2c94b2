import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createAccessToken,
  deriveAccessTokenKey,
  MAX_TOKEN_NAME_BYTES,
  openAccessTokenPayload,
  parseAccessToken,
} from './access-token'
import { decryptText, encryptText, importSymmetricKey } from './symmetric-key'
import { seededRandom } from './test-reference'

const random = seededRandom('access-token')
const organizationKeyBytes = random(64)
const organizationKey = await importSymmetricKey(organizationKeyBytes)
const id = '3f2c1b7e-5a64-4c1d-9b0e-b2f300a1c001'
const seed = `${'A'.repeat(22)}==`

test.each([
  ['', 'form'],
  ['0.a.b', 'form'],
  [`0.${id}:${seed}`, 'form'],
  [`0.${id}.:${seed}`, 'form'],
  [`0.${id}.secret.more:${seed}`, 'form'],
  [`1.${id}.secret:${seed}`, 'version'],
  [`00.${id}.secret:${seed}`, 'version'],
  [`0.${id.slice(1)}.secret:${seed}`, 'id'],
  [`0.{${id}}.secret:${seed}`, 'id'],
  [`0.${id}.secret:`, 'seed'],
  [`0.${id}.secret:${'A'.repeat(20)}`, 'seed'],
  [`0.${id}.secret:${seed}:`, 'seed'],
  [`0.${id}.secret:not base64`, 'seed'],
])('refuses %j: %s', (text, reason) => {
  expect(() => parseAccessToken(text)).toThrow(expect.objectContaining({ name: 'AccessTokenError', reason }))
})

test('a new token opens the organization for whoever holds it', async () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  const shortNames = names.filter(
    (name) => name.isWellFormed() && Buffer.byteLength(name) <= MAX_TOKEN_NAME_BYTES,
  )
  await fc.assert(
    fc.asyncProperty(shortNames, async (name) => {
      const created = await createAccessToken({ organizationKeyBytes, organizationKey, name })
      expect(created.request.name.length).toBeLessThanOrEqual(200)
      const token = parseAccessToken(created.assemble(id, 'secret'))
      expect(token).toMatchObject({ id, clientSecret: 'secret' })
      const tokenKey = await deriveAccessTokenKey(token.seed)
      const opened = await openAccessTokenPayload(tokenKey, created.request.encryptedPayload)
      expect(await decryptText(opened, created.request.name)).toBe(name)
    }),
    { seed: 10, numRuns: 30 },
  )
})

test('the name is measured in bytes of UTF-8', async () => {
  expect(MAX_TOKEN_NAME_BYTES).toBe(95)
  const create = (name: string) => createAccessToken({ organizationKeyBytes, organizationKey, name }, random)
  for (const name of ['x'.repeat(95), '密'.repeat(31)]) {
    expect((await create(name)).request.name.length).toBeLessThanOrEqual(200)
  }
  for (const name of ['x'.repeat(96), '密'.repeat(32)]) {
    await expect(create(name)).rejects.toMatchObject({ reason: 'name-too-long' })
  }
})

test('the bytes of the caller stay as they were', async () => {
  const before = organizationKeyBytes.slice()
  await createAccessToken({ organizationKeyBytes, organizationKey, name: 'n' }, random)
  expect(organizationKeyBytes).toEqual(before)
  const short = { organizationKeyBytes: random(32), organizationKey, name: 'n' }
  await expect(createAccessToken(short)).rejects.toMatchObject({ name: 'DecryptError', reason: 'key' })
})

test.each([
  '',
  'null',
  '[]',
  '{}',
  '{"encryptionKey":1}',
  '{"encryptionKey":"%%%"}',
  '{"encryptionKey":"AAAA"}',
])('a payload of %j holds no key', async (payload) => {
  const tokenKey = await deriveAccessTokenKey(random(16))
  const sealed = await encryptText(tokenKey, payload)
  await expect(openAccessTokenPayload(tokenKey, sealed)).rejects.toMatchObject({ reason: 'key' })
})

test('another seed opens nothing, and a seed has 16 bytes', async () => {
  const created = await createAccessToken({ organizationKeyBytes, organizationKey, name: 'n' }, random)
  const wrong = await deriveAccessTokenKey(random(16))
  await expect(openAccessTokenPayload(wrong, created.request.encryptedPayload)).rejects.toMatchObject({
    reason: 'mac',
  })
  await expect(deriveAccessTokenKey(random(15))).rejects.toMatchObject({ reason: 'seed' })
})
