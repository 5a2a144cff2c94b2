import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sha256 } from './sha256'

it('gives what Node gives, however the bytes are cut', () => {
  const cuts = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 })
  fc.assert(
    fc.property(cuts, (parts) => {
      const mine = new Sha256()
      const theirs = createHash('sha256')
      for (const part of parts) {
        mine.update(part)
        theirs.update(part)
      }
      expect(mine.hex()).toBe(theirs.digest('hex'))
    }),
  )
})
