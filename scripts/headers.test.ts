import { expect, it } from 'vitest'
import { cacheControl, contentSecurityPolicy, devHeaders, metaPolicy, securityHeaders } from './headers.mjs'

const strict = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
]

it('allows nothing inline, nothing foreign and no frame', () => {
  const policy = contentSecurityPolicy().split('; ')
  expect(policy).toEqual(
    expect.arrayContaining([...strict, "frame-ancestors 'none'", 'trusted-types strongroom']),
  )
  expect(contentSecurityPolicy()).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
  expect(securityHeaders()).not.toHaveProperty('Content-Security-Policy-Report-Only')
})

it('reports only where a mock host collects reports', () => {
  expect(contentSecurityPolicy()).not.toContain('report-uri')
  expect(contentSecurityPolicy({ reportUri: '/__mock/csp-reports' })).toContain(
    'report-uri /__mock/csp-reports',
  )
})

it('leaves out of the page what counts only as a header', () => {
  expect(metaPolicy().split('; ')).toEqual(expect.arrayContaining(strict))
  expect(metaPolicy()).not.toContain('frame-ancestors')
})

it('relaxes scripts in dev by a nonce alone, and reports Trusted Types', () => {
  const headers = devHeaders('n1')
  expect(headers['Content-Security-Policy']).toContain("script-src 'self' 'wasm-unsafe-eval' 'nonce-n1';")
  expect(headers['Content-Security-Policy']).not.toContain('trusted-types')
  expect(headers['Content-Security-Policy-Report-Only']).toContain("require-trusted-types-for 'script'")
})

it('keeps only names with a hash', () => {
  const kept = ['/assets/index-BrefcqzE.js', '/x/assets/index-DR9e6lKn.css', '/workers/main-D_iNbFaq.js']
  expect(kept.map(cacheControl)).toEqual(kept.map(() => 'public, max-age=31536000, immutable'))
  const asked = ['/', '/sw.js', '/favicon.svg', '/assets/plain.js', '/orgs/assets-12345678.js']
  expect(asked.map(cacheControl)).toEqual(asked.map(() => 'no-cache'))
})
