import { bytesFor, diceFor } from '#/mocks/seed/random'
import { toBase64 } from '#/lib/bytes'
import type { ProjectName } from './names'
import { pem } from './der'

/** A secret whose text is the point of it: whatever people paste, the console shows and gives back unchanged. */
export interface Oddity {
  name: string
  project: ProjectName
  value: string
  note?: string
}

const token = (label: string) => `demo_${diceFor(`oddity/${label}`).letters(32)}`

/** Exactly 25,000 characters, the most that official clients allow. */
function trustBundle(): string {
  const random = bytesFor('oddity/bundle')
  let text = ''
  while (text.length < 24_500) text += pem('CERTIFICATE', random(900))
  return `${text}# ${'end of the bundle '.repeat(60)}`.slice(0, 25_000)
}

const jwks = () => {
  const dice = diceFor('oddity/jwks')
  const key = (kid: string) => ({
    kty: 'RSA',
    use: 'sig',
    alg: 'RS256',
    kid,
    e: 'AQAB',
    n: dice.letters(342),
  })
  return JSON.stringify({ keys: [key('current'), key('next')] })
}

const agentEnv = [
  '# telemetry agent, one line each; the file ends with a line feed',
  'AGENT_ENDPOINT=https://telemetry.harbourline.example/v1',
  `AGENT_TOKEN=${token('agent')}`,
  'AGENT_LABELS="region=eu-north-1,tier=prod"',
  'AGENT_FLUSH_SECONDS=15',
  '',
].join('\n')

const legacyIni = [
  '[warehouse]',
  'server=wh-01.internal.harbourline.example',
  'user=legacy_loader',
  `password=${token('ini')}`,
  '[options]',
  'codepage=1252',
  '',
].join('\r\n')

const RUNBOOK = `Before you use it, read the runbook.

1. Tell #platform-oncall what breaks and since when.
2. Ask a second person to watch.
3. Take the token, do the one thing, write down the time.
4. Rotate it when you are done.
`

export const oddities: readonly Oddity[] = [
  {
    name: 'PROD_TELEMETRY_AGENT_ENV',
    project: 'Telemetry',
    value: agentEnv,
    note: 'The agent fails to start if the line feed at the end is missing.',
  },
  {
    name: 'PROD_WAREHOUSE_LEGACY_INI',
    project: 'Warehouse',
    value: legacyIni,
    note: 'Windows line ends, on purpose.',
  },
  {
    name: 'PROD_PLATFORM_TRUST_BUNDLE',
    project: 'Platform',
    value: trustBundle(),
    note: 'Everything our clients trust, in one file. As long as a value may be.',
  },
  { name: '🚢 launch day passphrase', project: 'Sandbox', value: 'ship 🚢 it, then 🎉 (👩‍👩‍👧‍👦 invited) ½ price' },
  {
    name: 'PROD_PARTNER_RIYADH_PASSPHRASE',
    project: 'Partner API',
    value: 'مرساة-٤٢-ميناء / עוגן-נמל / anchor',
    note: 'عبارة المرور للشريك في الرياض. Right to left and left to right in one line.',
  },
  {
    name: 'PROD_PARTNER_PASTED_TOKEN',
    project: 'Partner API',
    value: `\uFEFFdemo_\u200B${diceFor('oddity/pasted').letters(28)}\u200D\u00A0`,
    note: 'Pasted out of a chat. It works only with the invisible characters in it; do not tidy it up.',
  },
  {
    name: 'STAGING_CHECKOUT_PADDED_SECRET',
    project: 'Checkout',
    value: '  two spaces before, a tab and a space after\t ',
    note: 'The terminal counts every character.',
  },
  {
    name: 'Zugang Zürich (Größe L) – Büro',
    project: 'Platform',
    value: 'Schlüsselbund-Nordsee-Möwe-7',
    note: 'Für den Aufzug.',
  },
  {
    name: 'DEV_SANDBOX_EMPTY_VALUE',
    project: 'Sandbox',
    value: '',
    note: 'Set by the deploy job on its first run.',
  },
  { name: 'PROD_IDENTITY_OPENID_JWKS', project: 'Identity', value: jwks() },
  {
    name: 'PROD_NOTIFY_VENDOR_SETTINGS_XML',
    project: 'Notifications',
    value: `<?xml version="1.0"?>\n<settings>\n  <endpoint>https://sms.partner.example/v2</endpoint>\n  <key enc="none">${token('xml')}</key>\n</settings>\n`,
  },
  {
    name: `DEV_SANDBOX_"><script>alert('name')</script>`,
    project: 'Sandbox',
    value: `"><script>alert('value')</script> \${HOME} $(whoami) \`id\` %s \\n \\" '' --`,
    note: '<img src=x onerror=alert(1)> Left over from a test of the old dashboard.',
  },
  {
    name: `PROD_LAKE_${'PARTITIONED_BY_REGION_AND_DAY_'.repeat(7)}`.slice(0, 193) + '_READER',
    project: 'Data lake',
    value: token('long name'),
    note: 'Two hundred characters of name.',
  },
  {
    name: 'prod_search_admin_key',
    project: 'Search',
    value: token('lower case'),
    note: 'Differs from PROD_SEARCH_ADMIN_KEY by case alone.',
  },
  {
    name: 'PROD_PLATFORM_BREAK_GLASS_TOKEN',
    project: 'Platform',
    value: token('break glass'),
    note: RUNBOOK.repeat(24).slice(0, 5_500),
  },
  { name: 'DEV_SANDBOX_ONE_LONG_LINE', project: 'Sandbox', value: toBase64(bytesFor('oddity/line')(5_250)) },
  {
    name: 'STAGING_IDENTITY_TOTP_SEED',
    project: 'Identity',
    value: diceFor('oddity/totp').letters(32, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
  },
  {
    name: 'STAGING_NOTIFY_ODBC',
    project: 'Notifications',
    value: `Driver={Demo ODBC};Server=tcp:notify-db.internal.harbourline.example,1433;Uid=notify;Pwd={${diceFor('oddity/odbc').letters(20)}};Encrypt=yes;`,
  },
]
