import { expect, test } from 'vitest'
import { totpCode } from './totp'

// RFC 6238, appendix B: the last six of eight digits. The secret is the ASCII text 12345678901234567890.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is %s', async (second, code) => {
  expect(await totpCode(secret, second * 1000)).toBe(code)
})

test('a code lasts thirty seconds', async () => {
  expect(await totpCode(secret, 30_000)).toBe(await totpCode(secret, 59_999))
  expect(await totpCode(secret, 29_999)).not.toBe(await totpCode(secret, 30_000))
})

test('a secret may be typed in groups, in lower case and padded', async () => {
  const code = await totpCode('JBSWY3DP', 0)
  for (const typed of ['jbsw y3dp', 'JBSWY3DP========']) expect(await totpCode(typed, 0)).toBe(code)
})

test.each(['', '=', 'A', '0189', 'JBSWY3D!'])('%j is no secret', async (text) => {
  await expect(totpCode(text, 0)).rejects.toThrow(TypeError)
})
