const ENVIRONMENTS = ['PROD', 'STAGING', 'DEV', 'QA']

const SERVICES = [
  'PAYMENTS',
  'CHECKOUT',
  'LEDGER',
  'WAREHOUSE',
  'EDGE',
  'MOBILE',
  'TELEMETRY',
  'PARTNER',
  'IDENTITY',
  'NOTIFY',
  'SEARCH',
  'LAKE',
  'BILLING',
  'CATALOG',
  'FLEET',
  'ROUTING',
  'PRICING',
]

const ITEMS = [
  'API_KEY',
  'DB_URL',
  'SIGNING_KEY',
  'WEBHOOK_SECRET',
  'CACHE_URL',
  'QUEUE_TOKEN',
  'SESSION_KEY',
  'SFTP_KEY',
  'OAUTH_CLIENT_SECRET',
  'TLS_KEY',
  'BUCKET_ACCOUNT',
]

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

/** Name of the secret with this number. Neighbours differ from the first letters on, as in real lists. */
export function secretName(index: number): string {
  const service = at(SERVICES, Math.imul(index, 7) >>> 0)
  const item = at(ITEMS, Math.floor(index / 3))
  return `${at(ENVIRONMENTS, index)}_${service}_${item}_${String(index + 1).padStart(6, '0')}`
}

export const projectName = (index: number): string => `${at(SERVICES, index).toLowerCase()}-${index + 1}`

const FIRST = [
  'Ada',
  'Bo',
  'Cara',
  'Dev',
  'Elin',
  'Fadi',
  'Gwen',
  'Hugo',
  'Ilse',
  'Jon',
  'Kaya',
  'Lars',
  'Mina',
]
const LAST = [
  'Aalto',
  'Berg',
  'Costa',
  'Dahl',
  'Engel',
  'Fonseca',
  'Grau',
  'Holm',
  'Iqbal',
  'Jansen',
  'Kovacs',
]

export const memberName = (index: number): string => `${at(FIRST, index)} ${at(LAST, Math.floor(index / 13))}`
