import { expect, it } from 'vitest'
import { judgeAddress } from './judge-address'

it.each([
  'https://vault.example.test',
  'http://127.0.0.1:8787',
  'http://vaultwarden',
  'https://v.test:8443/',
])('takes %s as it is', (typed) =>
  expect(judgeAddress(typed)).toEqual({ server: new URL(typed).origin, problem: null }),
)

it.each([
  ['vault.example.test', 'https://vault.example.test', 'Without https://'],
  ['http://vault.example.test', 'https://vault.example.test', 'could be read on the way'],
  ['https://vault.example.test/#/login', 'https://vault.example.test', 'Only the address counts'],
  ['https://vault.example.test/web', 'https://vault.example.test', 'Only the address counts'],
  ['ftp://vault.example.test', null, 'no address of a server'],
  ['not an address', null, 'no address of a server'],
])('mends %s and says so', (typed, server, words) => {
  const verdict = judgeAddress(typed)
  expect(verdict.server).toBe(server)
  expect(verdict.problem).toContain(words)
})

it('asks for nothing', () => {
  expect(judgeAddress('  ')).toEqual({ server: null, problem: null })
})
