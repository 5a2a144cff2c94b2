import { expect, test } from 'vitest'
import { effLongWordList } from './eff-long-word-list'
import { fingerprintPhrase } from './fingerprint'
import vectors from './vectors.json'

const spki = vectors.rsa.publicKeySpkiDerB64

test('the list has 7,776 different words in their order', () => {
  expect(effLongWordList).toHaveLength(6 ** 5)
  expect(new Set(effLongWordList).size).toBe(6 ** 5)
  expect(effLongWordList).toEqual(effLongWordList.toSorted())
  expect(effLongWordList.every((word) => /^[a-z]+(?:-[a-z]+)?$/.test(word))).toBe(true)
})

test('the case of the user id does not matter, the id and the key do', async () => {
  const [expected] = vectors.fingerprint
  const phrase = await fingerprintPhrase(expected?.userId.toUpperCase() ?? '', spki)
  expect(phrase).toBe(expected?.phrase)
  expect(await fingerprintPhrase('b1fd4bf2-9643-4787-87f3-b0f00189c33c', spki)).not.toBe(phrase)
  expect(await fingerprintPhrase(expected?.userId ?? '', spki.replace('M', 'N'))).not.toBe(phrase)
})

test('a key that is not base64 has no phrase', async () => {
  await expect(fingerprintPhrase('id', 'no key')).rejects.toThrow(TypeError)
})
