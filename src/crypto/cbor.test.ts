import { expect, test } from 'vitest'
import { fromHex } from '#/lib/bytes'
import { decodeCbor } from './cbor'

const decode = (hex: string) => decodeCbor(fromHex(hex) ?? new Uint8Array(0))

// The first rows are examples of RFC 8949, appendix A.
test.each([
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['20', -1],
  ['3903e7', -1000],
  ['4401020304', Uint8Array.of(1, 2, 3, 4)],
  ['62c3bc', 'ü'],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
  [
    'a201020304',
    new Map([
      [1, 2],
      [3, 4],
    ]),
  ],
  ['a1616101', new Map([['a', 1]])],
  ['3a0001116f', -70_000],
])('reads %s', (hex, expected) => {
  expect(decode(hex)).toEqual(expected)
})

test.each([
  ['', 'early end'],
  ['18', 'early end'],
  ['42ff', 'early end'],
  ['5affffffff', 'early end'],
  ['9affffffff', 'early end'],
  ['a16161', 'early end'],
  ['0000', 'after the end'],
  ['1817', 'shortest'],
  ['1900ff', 'shortest'],
  ['1a0000ffff', 'shortest'],
  ['1b0000000100000000', 'huge'],
  ['5f4100ff', 'indefinite'],
  ['9fff', 'indefinite'],
  ['c000', 'kind of value'],
  ['f4', 'kind of value'],
  ['f93c00', 'kind of value'],
  ['62ffff', 'UTF-8'],
  ['a201000100', 'duplicate'],
  ['a1410000', 'key that is no'],
  ['8181818181818181818100', 'too deep'],
])('refuses %s: %s', (hex, message) => {
  expect(() => decode(hex)).toThrow(message)
})
