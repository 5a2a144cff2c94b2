import { pbkdf2Sync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assertKdfFloor, deriveMasterKey, type Kdf, normaliseSalt, passwordHash } from './kdf'

const pbkdf2 = (iterations: number): Kdf => ({ type: 'pbkdf2', iterations })
const argon = (iterations: number, memory: number, parallelism: number): Kdf => ({
  type: 'argon2id',
  iterations,
  memory,
  parallelism,
})

test.each([pbkdf2(5000), pbkdf2(10_000_000), argon(2, 16, 1), argon(6, 32, 4), argon(50, 2048, 32)])(
  'accepts %j',
  (kdf) => expect(() => assertKdfFloor(kdf)).not.toThrow(),
)

test.each([
  [pbkdf2(4999), 'too-weak'],
  [pbkdf2(0), 'too-weak'],
  [pbkdf2(-600_000), 'too-weak'],
  [argon(1, 64, 4), 'too-weak'],
  [argon(3, 15, 4), 'too-weak'],
  [argon(3, 64, 0), 'too-weak'],
  [pbkdf2(10_000_001), 'too-costly'],
  [argon(51, 64, 4), 'too-costly'],
  [argon(3, 2049, 4), 'too-costly'],
  [argon(3, 64, 33), 'too-costly'],
  [pbkdf2(Number.NaN), 'malformed'],
  [pbkdf2(Number.POSITIVE_INFINITY), 'malformed'],
  [argon(3, 64.5, 4), 'malformed'],
])('refuses %j: %s', async (kdf, reason) => {
  expect(() => assertKdfFloor(kdf)).toThrow(expect.objectContaining({ name: 'KdfError', reason }))
  await expect(deriveMasterKey('password', 'a@example.com', kdf)).rejects.toMatchObject({ reason })
})

test('refuses an empty password', async () => {
  await expect(deriveMasterKey('', 'a@example.com', pbkdf2(5000))).rejects.toMatchObject({
    reason: 'no-password',
  })
})

test('the salt is trimmed and in lower case, the password as typed', async () => {
  expect(normaliseSalt('\t Ä.User@Example.COM \n')).toBe('ä.user@example.com')
  const [plain, shouted, spaced] = await Promise.all([
    deriveMasterKey('Pass ', 'a@example.com', pbkdf2(5000)),
    deriveMasterKey('Pass ', ' A@EXAMPLE.com', pbkdf2(5000)),
    deriveMasterKey('Pass', 'a@example.com', pbkdf2(5000)),
  ])
  expect(shouted).toEqual(plain)
  expect(spaced).not.toEqual(plain)
})

test('PBKDF2 and the password hash agree with Node', async () => {
  const passwords = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
    .filter((text) => text.isWellFormed())
  await fc.assert(
    fc.asyncProperty(
      passwords,
      fc.emailAddress(),
      fc.integer({ min: 5000, max: 5003 }),
      async (password, email, n) => {
        const masterKey = await deriveMasterKey(password, email, pbkdf2(n))
        expect(Buffer.from(masterKey)).toEqual(pbkdf2Sync(password, email.toLowerCase(), n, 32, 'sha256'))
        const hash = pbkdf2Sync(masterKey, password, 1, 32, 'sha256').toString('base64')
        expect(await passwordHash(masterKey, password)).toBe(hash)
      },
    ),
    { seed: 6, numRuns: 15 },
  )
})
