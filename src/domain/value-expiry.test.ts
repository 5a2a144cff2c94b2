import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '#/lib/bytes'
import { expiryInside } from './value-expiry'

// Made with OpenSSL, whose own words for the dates are in the tests. The first has a UTCTime, the second a
// GeneralizedTime, which certificates need from 2050 on.
const short =
  'MIIBhDCCASmgAwIBAgIUFnNgFyhDHOd3GUBN8bnxshYuSwQwCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwMZXhhbXBsZS' +
  '50ZXN0MB4XDTI2MTEyMjIzMzQ0MVoXDTI2MTIyMjIzMzQ0MVowFzEVMBMGA1UEAwwMZXhhbXBsZS50ZXN0MFkwEwYH' +
  'KoZIzj0CAQYIKoZIzj0DAQcDQgAEOLh0n4nX+2uQf2XYtVO3wOGi7AH8dJ9FFwt3oZKmUm21WOKvPwfoEsEiwjftXy' +
  'ybLqUB7jiLnbasyShN6jZ1o6NTMFEwHQYDVR0OBBYEFFiMHTQwCs68jZiXWc9RsR8ZKXqbMB8GA1UdIwQYMBaAFFiM' +
  'HTQwCs68jZiXWc9RsR8ZKXqbMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAIcCAvDidwMG4EdRuO' +
  'XiDsdByPuKPyfk1wkAsvajPV8sAiEAlAYmBLOZosgkTstGU8dRqzN2QR3S01nI7VolB59vM5I='
const long =
  'MIIBhTCCASugAwIBAgIUETTOuaGyfue/4DhZhoPpJNPBxrgwCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwMZXhhbXBsZS' +
  '50ZXN0MCAXDTI2MTEyMjIzMzQ0MVoYDzIwODEwODI1MjMzNDQxWjAXMRUwEwYDVQQDDAxleGFtcGxlLnRlc3QwWTAT' +
  'BgcqhkjOPQIBBggqhkjOPQMBBwNCAAQ4uHSfidf7a5B/Zdi1U7fA4aLsAfx0n0UXC3ehkqZSbbVY4q8/B+gSwSLCN+' +
  '1fLJsupQHuOIudtqzJKE3qNnWjo1MwUTAdBgNVHQ4EFgQUWIwdNDAKzryNmJdZz1GxHxkpepswHwYDVR0jBBgwFoAU' +
  'WIwdNDAKzryNmJdZz1GxHxkpepswDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA883Ti6pz1WbMKh' +
  'z4hIebJhTENJZA7BiqjB1XxhnqiNUCIECFr6vwsnqsiibtnfkPEdPVrh/z+C3jtkKCA3T4nls2'

const pem = (body: string, end = '\n') =>
  ['-----BEGIN CERTIFICATE-----', ...(body.match(/.{1,64}/g) ?? []), '-----END CERTIFICATE-----', ''].join(
    end,
  )
const jwt = (claims: unknown) =>
  `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`

describe('expiryInside', () => {
  it('reads the end of a certificate, whatever its line ends', () => {
    expect(expiryInside(pem(short))).toBe(Date.parse('2026-12-22T23:34:41Z'))
    expect(expiryInside(`\n${pem(long, '\r\n')}`)).toBe(Date.parse('2081-08-25T23:34:41Z'))
    expect(expiryInside(pem(short) + pem(long))).toBe(Date.parse('2026-12-22T23:34:41Z'))
  })

  it('reads `exp` of a JWT', () => {
    expect(expiryInside(jwt({ exp: 1_800_000_000, sub: 'ä?>' }))).toBe(1_800_000_000_000)
    expect(expiryInside(jwt({ exp: '1800000000' }))).toBeNull()
    expect(expiryInside(jwt(null))).toBeNull()
    expect(expiryInside('eyJhbGciOiJub25lIn0.A.c2ln')).toBeNull()
  })

  it('finds none in other texts', () => {
    const others = ['', 'exp: 1800000000', '{"exp":1800000000}', pem('QUJD'), pem('*'), pem('')]
    expect(others.map(expiryInside)).toEqual(others.map(() => null))
  })

  it('takes a certificate that is cut off or damaged anywhere', () => {
    const der = fromBase64(short) ?? new Uint8Array()
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const damaged = isCut ? der.slice(0, at) : der.with(at, byte)
        const found = expiryInside(pem(toBase64(damaged)))
        expect(found === null || Number.isFinite(found)).toBe(true)
      }),
      { seed: 8, numRuns: 500 },
    )
  })
})
