import { diceFor } from '#/mocks/seed/random'
import type { Dice } from '#/mocks/seed/random'
import { MINUTE } from '#/mocks/seed/moments'
import type { Moments } from '#/mocks/seed/moments'
import { projectId } from './access'
import { leftAgo } from './cast'
import type { Actor, Person } from './cast'
import { projectEntry, secretEntry } from './log'
import type { LogEntry } from './log'
import type { ProjectName } from './names'
import type { DraftSecret } from './play'

/** Days of log that the demo has. */
export const LOG_DAYS = 90

interface Habit {
  machine: Actor
  /** Labels of secrets, or the project of which all production secrets are read at once. */
  secrets?: readonly string[]
  everythingOf?: ProjectName
  /** Times of day in UTC. */
  times: readonly string[]
  on: 'daily' | 'workdays' | 'mondays'
  /** Only this many days back, only until this many days ago. */
  since?: number
  until?: number
}

const prod = (prefix: string, ...items: string[]) => items.map((item) => `PROD_${prefix}_${item}`)

const habits: readonly Habit[] = [
  {
    machine: '@payments-api',
    secrets: prod(
      'PAYMENTS',
      'STRIPE_KEY',
      'STRIPE_WEBHOOK_SECRET',
      'LEDGER_DB_CONFIG',
      'CARD_VAULT_KEY',
      'DB_URL',
    ),
    times: ['09:50', '15:35'],
    on: 'workdays',
  },
  {
    machine: '@payments-api',
    secrets: ['settlement/Partner API'],
    times: ['06:00'],
    on: 'mondays',
    since: 60,
  },
  {
    machine: '@k8s-prod-operator',
    secrets: [
      ...prod('PLATFORM', 'REGISTRY_PULL_URL', 'OBJECT_STORE_KEY_ID', 'OBJECT_STORE_SECRET'),
      ...prod('CHECKOUT', 'SESSION_KEY', 'DB_URL', 'CACHE_URL', 'FRAUD_TOKEN'),
      ...prod('EDGE', 'TLS_CERT', 'TLS_KEY', 'CDN_PURGE_TOKEN'),
      ...prod('IDENTITY', 'SIGNING_KEY', 'DB_URL'),
      ...prod('NOTIFY', 'SMTP_PASSWORD', 'QUEUE_URL'),
      ...prod('SEARCH', 'CLUSTER_URL'),
    ],
    times: ['04:00'],
    on: 'daily',
  },
  {
    machine: '@ci-deploy',
    secrets: [
      ...prod('PAYMENTS', 'STRIPE_KEY', 'ERRORS_DSN'),
      ...prod('CHECKOUT', 'SESSION_KEY', 'ERRORS_DSN'),
      ...prod('MOBILE', 'CRASH_REPORT_DSN'),
    ],
    times: ['10:12', '13:58'],
    on: 'workdays',
  },
  {
    machine: '@ledger-batch',
    secrets: [
      ...prod('PAYMENTS', 'LEDGER_DB_CONFIG', 'LEDGER_SIGNING_KEY'),
      ...prod('WAREHOUSE', 'PAYMENTS_LOADER_DSN'),
    ],
    times: ['01:30'],
    on: 'daily',
  },
  {
    machine: '@warehouse-loader',
    secrets: prod('WAREHOUSE', 'LOADER_DSN', 'EXPORT_KEY'),
    times: ['02:10'],
    on: 'daily',
  },
  {
    machine: '@refund-worker',
    secrets: prod('PAYMENTS', 'REFUND_QUEUE_TOKEN', 'REFUND_QUEUE_URL'),
    times: ['07:05', '19:05'],
    on: 'workdays',
  },
  {
    machine: '@edge-proxy',
    secrets: prod('EDGE', 'TLS_CERT', 'TLS_KEY', 'RATE_LIMIT_CACHE_URL'),
    times: ['05:20'],
    on: 'daily',
  },
  {
    machine: '@telemetry-ingest',
    secrets: prod('TELEMETRY', 'INGEST_KEY', 'COLLECTOR_ENV'),
    times: ['00:40', '12:40'],
    on: 'daily',
  },
  {
    machine: '@mobile-release',
    secrets: prod('MOBILE', 'STORE_UPLOAD_ACCOUNT', 'PUSH_CERT'),
    times: ['14:20'],
    on: 'mondays',
  },
  {
    machine: '@ci-rotate',
    secrets: ['DEV_SANDBOX_DB_URL', 'DEV_SANDBOX_SESSION_KEY'],
    times: ['03:10'],
    on: 'mondays',
  },
  {
    machine: '@partner-sync',
    secrets: prod('PARTNER', 'RATES_FEED_TOKEN', 'INVOICE_API_KEY', 'SFTP_KEY'),
    times: ['00:15', '04:15', '08:15', '12:15', '16:15', '20:15'],
    on: 'daily',
    since: 1,
  },
  { machine: '@backup-agent', everythingOf: 'Platform', times: ['23:30'], on: 'mondays' },
  { machine: '@backup-agent', everythingOf: 'Data lake', times: ['23:40'], on: 'mondays' },
  {
    machine: '@legacy-rotator',
    secrets: prod('PAYMENTS', 'PAYPAL_CLIENT_SECRET'),
    times: ['03:05'],
    on: 'daily',
    until: 41,
  },
]

/** Existed, and was not in the trash, at that moment. */
const wasThere = (secret: DraftSecret, at: number) =>
  secret.created < at &&
  (secret.trashedAt === null || at < secret.trashedAt) &&
  !secret.absences.some(({ from, to }) => from <= at && at <= to)

function falls(habit: Habit, day: number, moments: Moments): boolean {
  if (day > (habit.since ?? LOG_DAYS) || day < (habit.until ?? 0)) return false
  if (habit.on === 'workdays') return !moments.isWeekend(day)
  return habit.on === 'daily' || new Date(moments.at(day, '00:00')).getUTCDay() === 1
}

function readsOf(habit: Habit, secrets: readonly DraftSecret[], moments: Moments): LogEntry[] {
  const dice = diceFor(`habit/${habit.machine}/${habit.times.join()}/${habit.everythingOf ?? ''}`)
  const wanted = habit.everythingOf
    ? secrets.filter(({ project, label }) => project === habit.everythingOf && label.startsWith('PROD'))
    : (habit.secrets ?? []).flatMap((label) => secrets.filter((secret) => secret.label === label))
  const entries: LogEntry[] = []
  for (let day = LOG_DAYS; day >= 0; day -= 1) {
    if (!falls(habit, day, moments)) continue
    for (const time of habit.times) {
      const start = moments.at(day, time) + dice.below(4 * MINUTE)
      if (start > moments.now - MINUTE) continue
      for (const [index, secret] of wanted.entries()) {
        // What is asked for in one request is logged with one date; single reads follow each other.
        const at = habit.everythingOf ? start : start + index * 830 + dice.below(300)
        if (wasThere(secret, at)) entries.push(secretEntry(at, 2100, habit.machine, secret.id))
      }
    }
  }
  return entries
}

interface Reader {
  person: Person
  projects: readonly ProjectName[]
  /** Chance of looking something up on a working day. */
  daily: number
}

const readers: readonly Reader[] = [
  { person: 'owner', projects: ['Payments', 'Platform', 'Data lake', 'Partner API'], daily: 0.8 },
  { person: 'secondOwner', projects: ['Identity', 'Warehouse', 'Telemetry'], daily: 0.5 },
  { person: 'admin', projects: ['Platform', 'Edge', 'Checkout', 'Search', 'Telemetry'], daily: 0.9 },
  { person: 'argonAdmin', projects: ['Notifications', 'Identity', 'Search'], daily: 0.5 },
  { person: 'reader', projects: ['Checkout', 'Warehouse'], daily: 0.6 },
  { person: 'groupWriter', projects: ['Payments', 'Checkout'], daily: 0.9 },
  { person: 'projectWriter', projects: ['Sandbox', 'Partner API', 'Payments', 'Warehouse'], daily: 0.9 },
  { person: 'twoOrganizations', projects: ['Mobile'], daily: 0.5 },
  { person: 'authenticator', projects: ['Platform', 'Edge'], daily: 0.7 },
  { person: 'leaver', projects: ['Checkout', 'Edge', 'Notifications'], daily: 0.6 },
]

function looksUp(reader: Reader, secrets: readonly DraftSecret[], moments: Moments): LogEntry[] {
  const { person } = reader
  const dice = diceFor(`reader/${person}`)
  const entries: LogEntry[] = []
  for (let day = LOG_DAYS; day >= (leftAgo[person] ?? 0) + (leftAgo[person] ? 1 : 0); day -= 1) {
    if (moments.isWeekend(day) || !dice.chance(reader.daily)) continue
    const at = moments.at(day, `${dice.between(8, 16)}:${dice.between(10, 59)}`) + dice.below(MINUTE)
    if (at > moments.now - MINUTE) continue
    entries.push(...oneLook(reader, secrets, at, dice))
  }
  return entries
}

/** A person opens a project, which is logged too, and reveals a secret or two in it. */
function oneLook(reader: Reader, secrets: readonly DraftSecret[], at: number, dice: Dice): LogEntry[] {
  const project = reader.projects[dice.below(reader.projects.length)]
  const there = secrets.filter((secret) => secret.project === project && wasThere(secret, at))
  const entries =
    project && dice.chance(0.3) ? [projectEntry(at - 9_000, 2200, reader.person, projectId(project))] : []
  for (const [index, secret] of dice.some(there, dice.between(1, 3)).entries()) {
    entries.push(secretEntry(at + index * 21_000, 2100, reader.person, secret.id))
  }
  return entries
}

/** The person with a grant on one secret, who can read nothing else. */
function singleSecret(secrets: readonly DraftSecret[], moments: Moments): LogEntry[] {
  const secret = secrets.find(({ label }) => label === 'PROD_PARTNER_RATES_FEED_TOKEN')
  if (!secret) return []
  return [80, 52, 31, 17, 4]
    .map((day) => moments.workday(day, '10:42'))
    .filter((at) => wasThere(secret, at))
    .map((at) => secretEntry(at, 2100, 'oneSecret', secret.id))
}

export function reads(secrets: readonly DraftSecret[], moments: Moments): LogEntry[] {
  return [
    ...habits.flatMap((habit) => readsOf(habit, secrets, moments)),
    ...readers.flatMap((reader) => looksUp(reader, secrets, moments)),
    ...singleSecret(secrets, moments),
  ]
}
