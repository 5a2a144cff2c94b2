import { expect, it } from 'vitest'
import { BadAddress, readUpstream, takeServerOptions } from './upstream.mjs'

const bases = (...args: string[]) =>
  readUpstream(takeServerOptions(args, {}).wanted)?.passedOn.map(({ base }) => base)

it('passes three prefixes on to a server of one address', () => {
  expect(bases('--server', 'https://vault.example.test/')).toEqual([
    'https://vault.example.test/api',
    'https://vault.example.test/identity',
    'https://vault.example.test/events',
  ])
})

it.each(['eu', 'https://vault.bitwarden.eu', 'https://bitwarden.eu/'])(
  'knows the hosts of a cloud region by %s',
  (server) => {
    expect(bases('--server', server)).toEqual([
      'https://api.bitwarden.eu',
      'https://identity.bitwarden.eu',
      'https://events.bitwarden.eu',
    ])
  },
)

it('takes each part by itself, folders too', () => {
  expect(bases('--api', 'https://a.test/v/api/', '--identity=https://i.test')).toEqual([
    'https://a.test/v/api',
    'https://i.test',
  ])
  expect(bases('--server', 'us', '--events', 'https://e.test')?.at(2)).toBe('https://e.test')
})

it('asks for no server without a word of one', () => {
  expect(bases()).toBeUndefined()
})

it('leaves other options alone, and lets the command line win over the environment', () => {
  const { wanted, rest } = takeServerOptions(['--port', '1', '--server', 'us', '--host'], {
    STRONGROOM_SERVER: 'eu',
    STRONGROOM_API: 'https://a.test',
  })
  expect(rest).toEqual(['--port', '1', '--host'])
  expect(wanted).toEqual({ server: 'us', api: 'https://a.test' })
})

it.each([
  ['vault.example.test', 'has no scheme: write https://vault.example.test'],
  ['https://vault.example.test/web', 'without /web'],
  ['https://vault.example.test/#/login', 'without #/login'],
  ['http://vault.example.test', 'readable over the network'],
  ['http://8.8.8.8', 'readable over the network'],
  ['ftp://vault.example.test', 'must begin with https://'],
  ['https://me:word@vault.example.test', 'leave name and password out'],
  ['https://', 'is no address'],
])('refuses %s with what to do', (server, words) => {
  expect(() => bases('--server', server)).toThrow(BadAddress)
  expect(() => bases('--server', server)).toThrow(words)
})

it.each([
  'http://127.0.0.1:8787',
  'http://localhost',
  'http://vaultwarden:80',
  'http://10.0.0.3',
  'http://[::1]:1',
])('takes %s, which does not leave the house', (server) => expect(bases('--server', server)).toHaveLength(3))

it('names what is missing', () => {
  expect(() => bases('--api', 'https://a.test')).toThrow('--identity is missing')
  expect(() => bases('--server')).toThrow('needs an address behind it')
  expect(() => bases('--server', '--api', 'https://a.test')).toThrow('needs an address behind it')
})
