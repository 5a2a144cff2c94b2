import { expect, it } from 'vitest'
import type { Answer } from '#/api/probe'
import { causeOf, causeWords, type Cause } from './judge-answer'
import { judgeClock } from './judge-clock'
import { fileFaults, wrongHeaders } from './judge-files'
import { judgeConfig, judgeEvents, judgeIdentity, judgePrelogin } from './judge-server'
import { passedLines } from './lines'
import type { Answers, StepContext } from './questions'
import type { Rules } from './rules'

const answer = (part: Partial<Answer>): Answer => ({
  outcome: 'answer',
  status: 200,
  type: 'application/json',
  headers: {},
  text: '{}',
  took: 1,
  askedAt: Date.UTC(2026, 8, 16),
  ...part,
})

const rules: Rules = {
  headers: { 'X-Frame-Options': 'DENY', 'Content-Security-Policy': "default-src 'none'; sandbox" },
  exampleServer: 'https://vault.example.com',
  nginx: { passed: ['proxy_pass https://vault.example.com;', ''], headers: {}, files: [] },
  caddy: { passed: ['reverse_proxy https://vault.example.com'], headers: {}, files: [] },
}
const places = { host: 'console.test', server: 'https://v.test' }
const context = (answers: Partial<Answers>): StepContext => ({ answers: answers as Answers, rules, places })

const html = { type: 'text/html', text: '<!doctype html><title>Hello</title>' }
const own = { type: 'text/html', text: '<!doctype html><title>Strongroom</title>' }

it.each<[Cause | null, Partial<Answer>]>([
  [null, {}],
  ['unreachable', { outcome: 'none', status: 0 }],
  ['silent', { outcome: 'silence', status: 0 }],
  ['redirected', { outcome: 'redirect', status: 0 }],
  ['no-rule', own],
  ['no-rule', { ...html, status: 404 }],
  ['no-rule', { ...html, status: 405 }],
  ['page', html],
  ['page', { text: '<html>', type: '' }],
  ['page', { ...html, status: 500 }],
  ['away', { ...html, status: 502 }],
  ['away', { status: 504 }],
  ['guarded', { status: 401 }],
  ['guarded', { ...html, status: 403 }],
  ['busy', { status: 429 }],
  ['failed', { status: 500, text: '' }],
  ['unknown-path', { status: 404, text: '' }],
  ['no-json', { type: 'text/plain', text: 'alive' }],
])('%s is told apart', (cause, part) => {
  const came = answer(part)
  expect(causeOf(came)).toBe(cause)
  if (cause !== null) expect(causeWords(cause, '/api', came).title).toContain('/api')
})

it('says of a server that is away what the local server says, and nothing of foreign pages', () => {
  const sentence = 'Nothing listens at https://v.test. Check that the server runs, and its port.'
  const local = answer({ status: 502, text: JSON.stringify({ message: sentence, object: 'error' }) })
  expect(causeWords('away', '/api', local).advice).toBe(sentence)
  const foreign = answer({ ...html, status: 502 })
  expect(causeWords('away', '/api', foreign).advice).toContain('Check that the server runs')
})

it('shows the server’s address in the lines of the rule', () => {
  const found = judgeConfig(context({ config: answer(own) }))
  expect(found).toMatchObject({ tone: 'fail', title: '/api does not reach the server' })
  expect(found.lines?.nginx?.missing).toEqual(['  proxy_pass https://v.test;', ''])
  expect(passedLines(rules, places).local?.missing).toEqual(['npm start -- --server https://v.test'])
})

const config = (more: object) => answer({ text: JSON.stringify({ version: '2026.8.0', ...more }) })

it('names who answers at /api, and warns of a form that it does not know', () => {
  const whole = config({
    environment: {},
    object: 'config',
    server: { name: 'Vaultwarden', url: 'x' },
    later: 1,
  })
  expect(judgeConfig(context({ config: whole }))).toMatchObject({ tone: 'pass' })
  expect(judgeConfig(context({ config: whole })).text).toContain('Vaultwarden 2026.8.0')
  expect(judgeConfig(context({ config: config({ environment: 1 }) }))).toMatchObject({ tone: 'warn' })
  expect(judgeConfig(context({ config: answer({ text: '{"hello":1}' }) }))).toMatchObject({ tone: 'fail' })
})

it('takes /identity for there where only its prelogin is known', () => {
  const gone = answer({ status: 404, text: '' })
  const prelogin = answer({ text: '{"kdf":0,"kdfIterations":600000}' })
  expect(judgeIdentity(context({ identity: gone, prelogin })).tone).toBe('pass')
  expect(judgeIdentity(context({ identity: gone, prelogin: gone })).tone).toBe('fail')
  expect(judgePrelogin(context({ identity: gone, prelogin })).text).toContain('600,000')
  expect(judgePrelogin(context({ identity: prelogin, prelogin: gone })).title).toContain(
    'does not know how this console signs in',
  )
  expect(judgePrelogin(context({ identity: gone, prelogin: answer({ text: '{"kdf":9}' }) })).tone).toBe(
    'fail',
  )
})

it('says once what stands before both addresses of /identity', () => {
  const both = context({ identity: answer(own), prelogin: answer(own) })
  expect(judgePrelogin(both)).toMatchObject({ tone: 'fail', text: 'For the same reason as the step above.' })
})

it('never fails for /events, which the console does not need', () => {
  expect(judgeEvents(context({ events: answer(own) })).tone).toBe('warn')
  expect(judgeEvents(context({ events: answer({ status: 404, text: '' }) })).tone).toBe('pass')
})

it('compares the clocks, and says where they cannot be compared', () => {
  const at = (ms: number) => ({ date: new Date(Date.UTC(2026, 8, 16) + ms).toUTCString() })
  expect(judgeClock(context({ config: answer({ headers: at(0) }) })).tone).toBe('pass')
  const behind = judgeClock(context({ config: answer({ headers: at(3_600_000) }) }))
  expect([behind.tone, behind.title]).toEqual(['warn', 'The clocks differ by 60 minutes'])
  const unknown = (part: Partial<Answer>) => judgeClock(context({ config: answer(part) }))
  expect(unknown({}).title).toContain('cannot be compared')
  const reasons = [
    {},
    { outcome: 'none', status: 0 },
    { outcome: 'redirect', status: 0 },
    { headers: at(0), status: 502 },
  ] as const
  expect(new Set(reasons.map((part) => unknown(part).text)).size).toBe(reasons.length)
})

it('finds headers that are missing or different; said twice or with a place for reports is the same', () => {
  const policy = "default-src 'none'; sandbox"
  const headers = { 'x-frame-options': 'DENY, DENY', 'content-security-policy': `${policy}; report-uri /r` }
  expect(wrongHeaders(answer({ headers }), rules.headers)).toEqual({ missing: [], different: [] })
  expect(wrongHeaders(answer({ headers: { 'x-frame-options': 'SAMEORIGIN' } }), rules.headers)).toEqual({
    missing: ['Content-Security-Policy'],
    different: ['X-Frame-Options'],
  })
})

it('judges how files are served', () => {
  const script = answer({
    type: 'text/javascript',
    headers: { 'cache-control': 'max-age=31536000, immutable' },
  })
  const page = answer({ type: 'text/html', headers: { 'cache-control': 'no-cache' } })
  const good = { page, script, worker: script, deepLink: page, absent: answer({ status: 404 }) }
  expect(fileFaults(good)).toEqual([])
  const plain = answer({ type: 'text/html' })
  expect(
    fileFaults({
      page: plain,
      script: plain,
      worker: plain,
      deepLink: answer({ status: 404 }),
      absent: plain,
    }),
  ).toHaveLength(5)
})
