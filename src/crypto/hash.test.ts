import { createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hkdf, hkdfExpand } from './hash'

const secrets = fc.uint8Array({ minLength: 1, maxLength: 80 })
const lengths = fc.integer({ min: 1, max: 130 })

test('extract and expand agree with Node', async () => {
  await fc.assert(
    fc.asyncProperty(secrets, fc.string(), fc.string(), lengths, async (secret, salt, info, length) => {
      const expected = Buffer.from(hkdfSync('sha256', secret, salt, info, length))
      expect(Buffer.from(await hkdf(new Uint8Array(secret), salt, info, length))).toEqual(expected)
    }),
    { seed: 4, numRuns: 60 },
  )
})

test('expanding what HMAC extracted is the whole of HKDF', async () => {
  await fc.assert(
    fc.asyncProperty(secrets, fc.string(), lengths, async (secret, info, length) => {
      const prk = new Uint8Array(createHmac('sha256', 'salt').update(secret).digest())
      const expected = Buffer.from(hkdfSync('sha256', secret, 'salt', info, length))
      expect(Buffer.from(await hkdfExpand(prk, info, length))).toEqual(expected)
    }),
    { seed: 5, numRuns: 60 },
  )
})
