import { toBase64, utf8Encode } from '#/lib/bytes'
import { bytesFor, diceFor } from '#/mocks/seed/random'
import type { Dice } from '#/mocks/seed/random'
import { certificate, pem } from './der'

export type ValueKind =
  | 'apiKey'
  | 'password'
  | 'hex'
  | 'base64'
  | 'uuid'
  | 'webhook'
  | 'postgres'
  | 'redis'
  | 'amqp'
  | 'basicUrl'
  | 'dsn'
  | 'dbJson'
  | 'serviceJson'
  | 'jwt'
  | 'privateKey'
  | 'certificate'
  | 'env'
  | 'yaml'
  | 'pin'

export interface ValueContext {
  /** Fixes the random parts: the same label gives the same value. */
  label: string
  /** Short lower-case word that hosts and users are made of. */
  service: string
  /** When the value was set, and the present, in milliseconds. */
  at: number
  now: number
}

const DAY = 86_400_000
const HEX = '0123456789abcdef'
const ADJECTIVES = [
  'pale',
  'brisk',
  'amber',
  'quiet',
  'north',
  'salt',
  'early',
  'broad',
  'still',
  'copper',
] as const
const NOUNS = [
  'lantern',
  'osprey',
  'quarry',
  'heron',
  'tiller',
  'harbour',
  'mast',
  'anchor',
  'gull',
  'pier',
] as const

export function passphrase(dice: Dice): string {
  const noun = dice.pick(NOUNS)
  const middle = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}${dice.between(10, 99)}`
  return `${dice.pick(ADJECTIVES)}-${middle}-${dice.pick(NOUNS)}-${dice.pick(NOUNS)}-${dice.below(10)}`
}

const host = (service: string, part: string) => `${service}-${part}.internal.harbourline.example`

const base64Url = (text: string) =>
  toBase64(utf8Encode(text)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

function jwt({ service, at }: ValueContext, dice: Dice): string {
  const issued = Math.floor(at / 1000)
  const claims = {
    iss: 'https://id.harbourline.example',
    sub: service,
    iat: issued,
    exp: issued + 31_536_000,
  }
  const signature = dice.letters(43).replace('0', '_')
  return `${base64Url('{"alg":"ES256","typ":"JWT"}')}.${base64Url(JSON.stringify(claims))}.${signature}`
}

function chain({ label, service, at, now }: ValueContext): string {
  const random = bytesFor(`certificate/${label}`)
  const issuer = 'Harbourline Demo Issuing CA'
  const notAfter = Math.max(at + 90 * DAY, now + (23 + (label.length % 3) * 6) * DAY)
  const leaf = certificate({
    subject: `${service}.harbourline.example`,
    issuer,
    notBefore: at,
    notAfter,
    random,
  })
  const ca = certificate({
    subject: issuer,
    issuer: 'Harbourline Demo Root',
    notBefore: at - 700 * DAY,
    notAfter: at + 3_000 * DAY,
    random,
  })
  return pem('CERTIFICATE', leaf) + pem('CERTIFICATE', ca)
}

function serviceJson(context: ValueContext, dice: Dice): string {
  const file = {
    type: 'service_account',
    project_id: `harbourline-${context.service}`,
    private_key_id: dice.letters(40, HEX),
    private_key: pem('PRIVATE KEY', bytesFor(`service/${context.label}`)(300)),
    client_email: `${context.service}@harbourline.example`,
    token_uri: 'https://id.harbourline.example/token',
  }
  return JSON.stringify(file, null, 2)
}

function dbJson({ service }: ValueContext, dice: Dice): string {
  const config = {
    host: host(service, `db-${dice.between(1, 3)}`),
    port: 5432,
    user: `${service}_rw`,
    password: passphrase(dice),
    pool: { min: dice.between(2, 6), max: dice.between(12, 40) },
    sslmode: 'verify-full',
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

const envFile = ({ service }: ValueContext, dice: Dice) =>
  [
    `# ${service}, read by the start script`,
    `${service.toUpperCase()}_ENDPOINT=https://${service}.harbourline.example/v1`,
    `${service.toUpperCase()}_TOKEN=demo_${dice.letters(32)}`,
    `${service.toUpperCase()}_BATCH=${dice.between(50, 500)}`,
    '',
  ].join('\n')

const yamlFile = ({ service }: ValueContext, dice: Dice) =>
  [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    `  - name: ${service}`,
    '    cluster:',
    `      server: https://${host(service, 'api')}:6443`,
    'users:',
    `  - name: ${service}-deployer`,
    '    user:',
    `      token: demo_${dice.letters(48)}`,
    '',
  ].join('\n')

const makers: Record<ValueKind, (context: ValueContext, dice: Dice) => string> = {
  apiKey: (_, dice) => `demo_${dice.letters(32)}`,
  password: (_, dice) => passphrase(dice),
  hex: (_, dice) => dice.letters(64, HEX),
  base64: ({ label }) => toBase64(bytesFor(`base64/${label}`)(48)),
  uuid: (_, dice) => [8, 4, 4, 4, 12].map((count) => dice.letters(count, HEX)).join('-'),
  webhook: (_, dice) => `demo_hook_${dice.letters(40)}`,
  postgres: ({ service }, dice) =>
    `postgres://${service}_rw:${dice.letters(24)}@${host(service, 'db-1')}:5432/${service}?sslmode=verify-full`,
  redis: ({ service }, dice) => `rediss://:${dice.letters(28)}@${host(service, 'cache')}:6380/0`,
  amqp: ({ service }, dice) => `amqps://${service}:${dice.letters(20)}@${host('queue', 'a')}/${service}`,
  basicUrl: ({ service }, dice) => `https://${service}:${dice.letters(18)}@registry.harbourline.example/`,
  dsn: (_, dice) => `https://${dice.letters(32, HEX)}@errors.harbourline.example/${dice.between(2, 40)}`,
  dbJson,
  serviceJson,
  jwt,
  privateKey: ({ label }) => pem('PRIVATE KEY', bytesFor(`key/${label}`)(1190)),
  certificate: chain,
  env: envFile,
  yaml: yamlFile,
  pin: (_, dice) => dice.letters(6, '0123456789'),
}

/** A value that looks like the real thing, is none, and trips no scanner for leaked vendor keys. */
export const makeValue = (kind: ValueKind, context: ValueContext): string =>
  makers[kind](context, diceFor(`value/${context.label}`))
