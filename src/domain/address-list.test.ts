import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressFault, newAddresses, readAddresses } from './address-list'
import type { KnownAddresses } from './address-list'

const known: KnownAddresses = new Map([
  ['in@acme.test', 'member'],
  ['asked@acme.test', 'invited'],
  ['gone@acme.test', 'revoked'],
])
const read = (text: string) => readAddresses(text, known)
const kinds = (text: string) => read(text).map(({ text: piece, verdict }) => [piece, verdict.kind])

describe('a pasted list of addresses', () => {
  it('takes any separator, names before addresses, and CSV', () => {
    for (const text of [
      'a@x.test\nb@x.test',
      'a@x.test, b@x.test',
      'a@x.test;b@x.test',
      'a@x.test\tb@x.test',
      'a@x.test b@x.test',
      'Ada L. <a@x.test>, "Bo, B." <b@x.test>',
      'Ada <a@x.test>, b@x.test',
      'Name,E-mail,Team\r\nAda,a@x.test,Core\r\n"Bo B.","b@x.test",',
      '\uFEFFemail\na@x.test\nb@x.test\n',
      '(mailto:a@x.test) and b@x.test.',
      'a@x.test、b@x.test',
      'Ａｄａ；a@x.test，b@x.test',
      '• a@x.test\n•b@x.test',
      '“a@x.test” and „b@x.test“',
      '‘a@x.test’, «b@x.test»',
    ]) {
      expect(newAddresses(read(text)), text).toEqual(['a@x.test', 'b@x.test'])
    }
  })

  it('says of each why it is not sent to', () => {
    expect(
      kinds('In@acme.test\nasked@acme.test gone@acme.test\nA@x.test\na@X.test\nwho knows\nb@host'),
    ).toEqual([
      ['In@acme.test', 'member'],
      ['asked@acme.test', 'invited'],
      ['gone@acme.test', 'revoked'],
      ['A@x.test', 'new'],
      ['a@X.test', 'double'],
      ['who knows', 'bad'],
      ['b@host', 'bad'],
    ])
    expect(kinds('a@x.test, ruth.elling.acme.test')).toEqual([
      ['a@x.test', 'new'],
      ['ruth.elling.acme.test', 'bad'],
    ])
    expect(read('x\n\ny@acme.test\nz@other.test').map(({ line, isOutside }) => [line, isOutside])).toEqual([
      [1, false],
      [3, false],
      [4, true],
    ])
  })

  it('knows what is wrong', () => {
    expect(addressFault('nobody')).toBe('no-at')
    expect(addressFault('a@host')).toBe('no-ending')
    expect(addressFault('a@10.0.0.1')).toBe('no-ending')
    expect(addressFault('a@@x.test')).toBe('odd')
    expect(addressFault('a..b@x.test')).toBe('odd')
    expect(addressFault('a@-x.test')).toBe('odd')
    expect(addressFault(`${'a'.repeat(260)}@x.test`)).toBe('too-long')
    expect(addressFault('jörg@müller.example')).toBeNull()
  })

  it('loses no address and sends to none twice, whatever stands between them', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/)
    const separator = fc.constantFrom('\n', ', ', ';', '、', '；', '\t', '  ', '\r\n', ',\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, separator), { maxLength: 40 }), (parts) => {
        const text = parts.map(([local, between]) => `${local}@x.test${between}`).join('')
        expect(new Set(newAddresses(read(text)))).toEqual(new Set(parts.map(([local]) => `${local}@x.test`)))
        expect(newAddresses(read(text)).length).toBe(new Set(newAddresses(read(text))).size)
      }),
    )
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => read(text)).not.toThrow()
      }),
    )
  })
})
