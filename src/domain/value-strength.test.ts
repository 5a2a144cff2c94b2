import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strengthOf, strengthSteps } from './value-strength'

const bits = (text: string) => strengthOf(text)?.bits ?? -1

describe('strengthOf', () => {
  it('comes near the true bits of random hex and base64', () => {
    const bytes = new Uint8Array(32).map((_, i) => (i * 151 + 67) % 256)
    const text = Buffer.from(bytes)
    expect(bits(text.toString('hex'))).toBeGreaterThan(200)
    expect(bits(text.toString('hex'))).toBeLessThanOrEqual(256)
    expect(bits(randomBytes(32).toString('base64'))).toBeGreaterThan(150)
  })

  it('does not fall for length without choice', () => {
    expect(bits('a'.repeat(200))).toBeLessThan(28)
    expect(bits('1234567890')).toBeLessThan(28)
    expect(bits('abcabcabcabcabcabc')).toBeLessThan(40)
    expect(bits('password')).toBeLessThan(28)
    expect(bits('Correct-Horse-Battery-Staple')).toBeLessThan(bits('Xq7!vR2#mB9$kT4%nW6^pL1&zH8*'))
  })

  it('looks at the strongest text of a JSON and at the password of a URL', () => {
    expect(strengthOf('{"user":"app","password":"k3J!x9Qv7#Lm2"}')).toEqual({
      bits: bits('k3J!x9Qv7#Lm2'),
      of: 'strongest field',
    })
    expect(strengthOf('postgres://app:k3J%21x9Qv7@db.example/x')).toEqual({
      bits: bits('k3J!x9Qv7'),
      of: 'password',
    })
  })

  it('says nothing where it knows nothing', () => {
    const nothing = [
      '',
      '  \n',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
      'eyJhbGciOiJub25lIn0.e30.',
    ]
    expect([...nothing, 'https://example.test/', '{"port":5432}'].map(strengthOf)).toEqual(
      Array(6).fill(null),
    )
  })

  it('never falls when a character is added at the end', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,20}$/), fc.constantFrom('Q', '#'), (text, more) => {
        expect(bits(`x${text}${more}`)).toBeGreaterThanOrEqual(bits(`x${text}`))
      }),
      { seed: 3 },
    )
  })

  it('has five steps', () => {
    expect([0, 28, 48, 72, 112, 128, 500].map(strengthSteps)).toEqual([0, 1, 2, 3, 4, 5, 5])
  })
})
