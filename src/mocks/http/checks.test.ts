import { expect, test } from 'vitest'
import { email, isEncString, maxEncLength, required, sealedText } from './checks'

// `encStringParse` of the contract, and the forms that the recording shows.
test.each([
  ['2.AAAA|AAAA|AAAA', true],
  ['2.AAAA|AAAA', false],
  ['2.AAAA|AAAA|AAAA|AAAA', false],
  ['2.AAAA||AAAA', false],
  ['2.AAA|AAAA|AAAA', false],
  ['2.AA=A|AAAA|AAAA', false],
  ['2.A_AA|AAAA|AAAA', false],
  ['2.AB==|AAAA|AAAA', true],
  ['0.AAAA|AAAA', true],
  ['4.AAAA', true],
  ['6.AAAA|AAAA', true],
  ['7.AAAA', true],
  ['8.AAAA', false],
  ['AesCbc256_HmacSha256_B64.AAAA|AAAA|AAAA', true],
  ['AAAA|AAAA', true],
  ['AAAA|AAAA|AAAA', true],
  ['AAAA', false],
  ['', false],
])('%s is an EncString: %s', (text, isOne) => {
  expect(isEncString(text)).toBe(isOne)
})

test('blank text breaks two rules at once, null only one', () => {
  const tell = (value: unknown) =>
    sealedText(200)
      .map((check) => check(value, 'Name'))
      .filter((text) => text !== null)
  expect(tell(' ')).toEqual(['The Name field is required.', 'Name is not a valid encrypted string.'])
  expect(tell(null)).toEqual(['The Name field is required.'])
  expect(tell(`2.AAAA|${'A'.repeat(192)}|AAAA`)).toEqual([
    'The field Name exceeds the maximum encrypted value length of 200 characters.',
  ])
})

test('a limit counts itself in', () => {
  expect(maxEncLength(4)('AAAA', 'Key')).toBeNull()
  expect(maxEncLength(4)('AAAAA', 'Key')).not.toBeNull()
})

test('other values pass the checks of texts', () => {
  expect(email(null, 'Email')).toBeNull()
  expect(required([], 'Ids')).toBeNull()
})
