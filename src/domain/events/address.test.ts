import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressTest, isAddressRange } from './address'

it.each([
  ['10.0.0.0/8', '10.255.0.1', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.6/31', '203.0.113.7', true],
  ['0.0.0.0/0', '198.51.100.1', true],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['2001:db8::/32', '2001:db8:4::19', true],
  ['2001:db8::/33', '2001:db8:8000::', false],
  ['2001:DB8::1', '2001:db8:0:0:0:0:0:1', true],
  ['10.0.0.0/8', '::ffff:10.1.2.3', true],
  ['unknown', 'unknown', true],
])('%s holds %s: %s', (range, address, holds) => expect(addressTest(range)(address)).toBe(holds))

it.each([
  '10.0.0.0/33',
  '10.0.0/8',
  '256.1.1.1',
  '1:2:3',
  '::1::',
  '10.0.0.0/8/8',
  '',
  '2001:db8::/x',
  '1.2.3.4:5',
])('%j is no range', (text) => expect(isAddressRange(text)).toBe(false))

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.ipV6(), (text, address) => typeof addressTest(text)(address) === 'boolean'),
  )
})
