import * as nodeCrypto from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchItem, decryptTextBatch, type TextBatch } from './decrypt-batch'
import { nodeReference, seededRandom, spoiledInEachByte } from './test-reference'
import { DecryptError, decryptText, encryptText, importSymmetricKey } from './symmetric-key'

const random = seededRandom('decrypt-batch')
const reference = nodeReference(nodeCrypto)
const keyBytes = random(64)
const key = await importSymmetricKey(keyBytes)
const seal = (text: string) => reference.seal(keyBytes, random(16), Buffer.from(text))
const sealRaw = (...bytes: number[]) => reference.seal(keyBytes, random(16), Uint8Array.from(bytes))

const items = (batch: TextBatch) =>
  Array.from({ length: batch.offsets.length - 1 }, (_, index) => batchItem(batch, index))

const alone = async (text: string) => {
  try {
    return { ok: true, text: await decryptText(key, text) }
  } catch (error) {
    if (error instanceof DecryptError) return { ok: false, reason: error.reason }
    throw error
  }
}

const expectSameAsAlone = async (encStrings: string[]) => {
  const expected = await Promise.all(encStrings.map(alone))
  expect(items(await decryptTextBatch(key, encStrings))).toEqual(expected)
}

test('nothing in, nothing out', async () => {
  expect(await decryptTextBatch(key, [])).toEqual({
    text: '',
    offsets: new Uint32Array(1),
    failures: new Map(),
  })
})

test('texts are joined, offsets count UTF-16 units', async () => {
  const texts = ['', 'ascii', 'é', '', '🔑x', '密', '\uFEFF', '']
  const batch = await decryptTextBatch(key, texts.map(seal))
  expect(batch.text).toBe(texts.join(''))
  expect([...batch.offsets]).toEqual([0, 0, 5, 6, 6, 9, 10, 11, 11])
  expect(items(batch)).toEqual(texts.map((text) => ({ ok: true, text })))
})

test('an index outside is an error of the caller', async () => {
  const batch = await decryptTextBatch(key, [seal('one')])
  for (const index of [-1, 1, 0.5]) expect(() => batchItem(batch, index)).toThrow(RangeError)
})

test('gives for arbitrary items what each gives alone', async () => {
  const good = fc.string({ unit: 'grapheme', maxLength: 50 }).map((text) => seal(text.toWellFormed()))
  const edge = fc
    .constantFrom('', 'a'.repeat(15), 'a'.repeat(16), 'a'.repeat(17), '🔑'.repeat(4), 'é')
    .map(seal)
  const bytes = fc.uint8Array({ maxLength: 20 }).map((raw) => sealRaw(...raw))
  const padding = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((raw) => reference.seal(keyBytes, random(16), raw, true))
  const forged = good.chain((text) => fc.constantFrom(...spoiledInEachByte(text)))
  const mangled = fc
    .tuple(good, fc.nat(), fc.constantFrom('', '|', '=', '.', '\u0141', 'A'))
    .map(([text, at, by]) => {
      const place = at % text.length
      return text.slice(0, place) + by + text.slice(place + 1)
    })
  const junk = fc.oneof(
    fc.string(),
    fc.constantFrom('0.AAAA|AAAA', '4.AAAA', '7.AAAA', '2.||', '2.AAAA|AAAA|AAAA'),
  )
  const lists = fc.array(fc.oneof(good, edge, bytes, padding, forged, mangled, junk), { maxLength: 25 })
  await fc.assert(fc.asyncProperty(lists, expectSameAsAlone), { seed: 8, numRuns: 150 })
})

test('every spoiled byte fails alone, in the middle of whole neighbours', async () => {
  const spoiled = spoiledInEachByte(seal('a value of more than one block'))
  const batch = await decryptTextBatch(
    key,
    spoiled.flatMap((text, i) => [seal(`before ${i}`), text, seal(`after ${i} ü`)]),
  )
  const expected = spoiled.flatMap((_, i) => [
    { ok: true, text: `before ${i}` },
    { ok: false, reason: 'mac' },
    { ok: true, text: `after ${i} ü` },
  ])
  expect(items(batch)).toEqual(expected)
})

test('first, last and all of them spoiled', async () => {
  const bad = spoiledInEachByte(seal('x'))[0] ?? ''
  for (const list of [[bad, seal('a')], [seal('a'), bad], [bad], [bad, bad], ['', bad, '0.AAAA|AAAA']]) {
    await expectSameAsAlone(list)
  }
})

test('a truncated, a wrong-typed, an ill-padded and a foreign item, each among whole ones', async () => {
  const foreign = await encryptText(await importSymmetricKey(random(64)), 'theirs', random)
  const whole = seal('whole')
  const [iv, data] = whole.slice(2).split('|')
  const illPadded = reference.seal(keyBytes, random(16), new Uint8Array(32), true)
  const list = [seal('a'), whole.slice(0, -4), `0.${iv}|${data}`, seal('b'), illPadded, foreign, seal('c')]
  const results = items(await decryptTextBatch(key, list))
  expect(results.map((item) => (item.ok ? item.text : item.reason))).toEqual([
    'a',
    'form',
    'type',
    'b',
    'padding',
    'mac',
    'c',
  ])
})

test('more bytes in the room of the IV or the MAC are a wrong form, not cut off', async () => {
  const whole = seal('whole')
  const longIv = whole.replace('==|', 'AA|')
  const longMac = whole.replace(/=$/, 'A')
  const results = items(await decryptTextBatch(key, [longIv, longMac, whole]))
  expect(results.map((item) => (item.ok ? item.text : item.reason))).toEqual(['form', 'form', 'whole'])
  await expectSameAsAlone([longIv, longMac])
})

test('half a character is not completed by the next item', async () => {
  const list = [
    seal('ok'),
    sealRaw(0xc3),
    sealRaw(0xa9),
    seal('é'),
    sealRaw(0xf0, 0x9f),
    sealRaw(0x94, 0x91),
    seal(''),
  ]
  const results = items(await decryptTextBatch(key, list))
  expect(results.map((item) => (item.ok ? item.text : item.reason))).toEqual([
    'ok',
    'utf8',
    'utf8',
    'é',
    'utf8',
    'utf8',
    '',
  ])
})

test('long values and more than one slice', async () => {
  const long = ['x'.repeat(25_000), '🔑'.repeat(12_500), 'é'.repeat(25_000)].map(seal)
  await expectSameAsAlone(long)

  const texts = ['first', 'zwölf', '🔑', 'last']
  const sealed = texts.map(seal)
  const count = 10_003
  const list = Array.from({ length: count }, (_, i) => sealed[i % 4] ?? '')
  list[9_999] = 'spoiled'
  list[10_000] = 'spoiled'
  const batch = await decryptTextBatch(key, list)
  expect([...batch.failures.keys()]).toEqual([9_999, 10_000])
  expect([0, 1, 9_998, 10_001, 10_002].map((i) => batchItem(batch, i))).toEqual(
    [0, 1, 9_998, 10_001, 10_002].map((i) => ({ ok: true, text: texts[i % 4] })),
  )
  expect(batch.offsets[count]).toBe(batch.text.length)
})
