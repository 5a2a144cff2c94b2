import { MINUTE } from '#/mocks/seed/moments'
import type { Moments } from '#/mocks/seed/moments'
import { diceFor } from '#/mocks/seed/random'
import type { Actor } from './cast'
import { DELETED_PROJECT } from './names'
import { oddities } from './oddities'
import { inOrder } from './ordinary'
import { projects } from './projects'
import type { Act, Story } from './story'
import { makeValue, passphrase } from './values'
import type { ValueKind } from './values'

type Step = [days: number, time: string, by: Actor, act: Act]
type Facts = Partial<Pick<Story, 'label' | 'note' | 'spoiled' | 'value'>> & { steps?: Step[] }

/** Secrets with a story of their own: told act by act, since a rule or a picture needs each of them. */
export function toldStories(moments: Moments): Story[] {
  const value = (kind: ValueKind, label: string, service: string, days = 30) =>
    makeValue(kind, { label, service, at: moments.ago(days), now: moments.now })
  const tell = (
    name: string,
    project: Story['project'],
    days: number,
    by: Actor,
    facts: Facts = {},
  ): Story => {
    const { label = name } = facts
    return inOrder({
      label,
      name,
      value: facts.value ?? value('apiKey', label, 'told', days),
      note: facts.note ?? '',
      project,
      created: moments.workday(days, '10:20') + diceFor(`told/${label}`).below(40 * MINUTE),
      by,
      acts: (facts.steps ?? []).map(([ago, time, actor, act]) => ({
        ...act,
        at: moments.ago(ago, time),
        by: actor,
      })),
      ...(facts.spoiled ? { spoiled: facts.spoiled } : {}),
    })
  }
  return [
    ...histories(tell, value),
    ...strays(tell, value),
    ...trashed(tell, moments.ahead(-30) + 40 * MINUTE),
    ...oddities.map(({ name, project, value: text, note = '' }, index) =>
      tell(name, project, 40 + index * 9, odditiesBy(project), { value: text, note }),
    ),
  ]
}

type Tell = (name: string, project: Story['project'], days: number, by: Actor, facts?: Facts) => Story
type Value = (kind: ValueKind, label: string, service: string, days?: number) => string

const odditiesBy = (project: keyof typeof projects): Actor => projects[project].by

const ledger = (index: number, user: string, more: Record<string, unknown>, end = '') =>
  `${JSON.stringify(
    {
      host: `ledger-db-${index < 5 ? 1 : 2}.internal.harbourline.example`,
      port: 5432,
      user,
      password: passphrase(diceFor(`ledger/${index}`)),
      ...more,
    },
    null,
    2,
  )}${end}`

/** Histories of every kind: long, capped, restored, written by machines, by people who have left, and silently. */
function histories(tell: Tell, value: Value): Story[] {
  const set = (text: string): Act => ({ do: 'value', text })
  const key = (label: string, index: number) => value('apiKey', `${label}/${index}`, 'told')
  const relaxed = { timeout_ms: 8000, sslmode: 'require' }
  return [
    tell('PROD_PAYMENTS_LEDGER_DB_CONFIG', 'Payments', 511, 'owner', {
      value: ledger(0, 'ledger', relaxed),
      note: 'The pool was doubled after the incident of June; do not shrink it without ledger-batch.',
      steps: [
        [454, '09:12', 'owner', set(ledger(1, 'ledger', relaxed))],
        [371, '14:40', 'admin', set(ledger(2, 'ledger', relaxed))],
        [261, '10:05', 'groupWriter', set(ledger(3, 'ledger', relaxed))],
        [166, '11:31', 'groupWriter', set(ledger(4, 'ledger', relaxed))],
        [86, '03:15', '@ci-rotate', set(ledger(5, 'ledger', relaxed))],
        [
          41,
          '16:02',
          'admin',
          set(ledger(6, 'ledger_rw', { pool: { min: 4, max: 24 }, sslmode: 'verify-full' }, '\n')),
        ],
      ],
    }),
    tell('STAGING_PAYMENTS_LEDGER_DB_CONFIG', 'Payments', 322, 'groupWriter', {
      value: ledger(10, 'ledger', relaxed),
      steps: [
        [120, '10:00', 'groupWriter', set(ledger(11, 'ledger', relaxed))],
        [90, '10:30', 'projectWriter', set(ledger(12, 'ledger', relaxed))],
        [89, '09:15', 'groupWriter', { do: 'restore', back: 0 }],
        [33, '13:20', 'groupWriter', set(ledger(13, 'ledger_rw', relaxed))],
      ],
    }),
    tell('PROD_CHECKOUT_GATEWAY_TOKEN', 'Checkout', 505, 'admin', {
      note: 'Rotated each month; the server keeps the last ten values.',
      steps: Array.from({ length: 14 }, (_, index): Step => {
        const by: Actor = index < 12 && index % 3 === 2 ? 'leaver' : index % 2 ? 'groupWriter' : 'admin'
        return [480 - index * 34, '09:40', by, set(key('gateway', index + 1))]
      }),
    }),
    tell('PROD_EDGE_SIGNED_COOKIE_KEY', 'Edge', 210, 'admin', {
      note: 'Changed twice, then back: the edge caches knew only the older one.',
      steps: [
        [60, '11:00', 'admin', set(key('cookie', 1))],
        [59, '11:10', 'leaver', set(key('cookie', 2))],
        [59, '13:45', 'admin', { do: 'restore', back: 0 }],
        [12, '10:25', '@edge-proxy', set(key('cookie', 3))],
        [11, '08:50', 'admin', { do: 'restore', back: 0 }],
      ],
    }),
    tell('STAGING_SEARCH_CLUSTER_ROOT', 'Search', 130, 'argonAdmin', {
      steps: [
        [70, '15:00', 'admin', { do: 'silentValue', text: key('root', 1) }],
        [69, '15:20', 'argonAdmin', set(key('root', 2))],
        [38, '09:05', 'admin', { do: 'silentValue', text: key('root', 3) }],
        [20, '09:30', 'argonAdmin', { do: 'restore', back: 0 }],
      ],
    }),
    tell('PROD_MOBILE_LEGACY_PUSH_TOKEN', 'Mobile', 420, 'twoOrganizations', {
      steps: [
        [300, '03:15', '@legacy-rotator', set(key('push', 1))],
        [200, '03:15', '@legacy-rotator', set(key('push', 2))],
        [75, '14:00', 'leaver', set(key('push', 3))],
      ],
    }),
    tell('STAGING_NOTIFY_BOUNCE_KEY', 'Notifications', 88, 'argonAdmin', {
      steps: [
        [50, '10:10', 'admin', { do: 'trash' }],
        [49, '09:00', 'owner', { do: 'untrash' }],
        [30, '11:35', 'argonAdmin', { do: 'rename', name: 'STAGING_NOTIFY_BOUNCES_KEY' }],
      ],
    }),
  ]
}

/** Unassigned, of a deleted project, doubly named, spoiled. */
function strays(tell: Tell, value: Value): Story[] {
  const orphan: Step = [21, '15:20', 'groupWriter', { do: 'orphan' }]
  return [
    tell('payments-legacy-ftp-pass', null, 214, 'owner', {
      value: value('password', 'ftp', 'ftp'),
      note: 'Whose is this?',
    }),
    tell('office wifi guest', null, 150, 'admin', { value: 'harbour-view-guest' }),
    tell('break-glass root passphrase', 'Platform', 333, 'owner', {
      value: value('password', 'break glass', 'platform'),
      note: 'For owners only: taken out of Platform.',
      steps: [[17, '12:00', 'owner', { do: 'move', to: null }]],
    }),
    tell('PROD_KIOSK_PRINTER_PASSWORD', DELETED_PROJECT, 260, 'groupWriter', { steps: [orphan] }),
    tell('PROD_PAYMENTS_SETTLEMENT_SFTP_KEY', 'Payments', 310, 'groupWriter', {
      label: 'settlement/Payments',
      value: value('privateKey', 'settlement', 'payments'),
      steps: [[58, '10:40', 'groupWriter', { do: 'note', text: 'Moved to Partner API? Ask Jonas.' }]],
    }),
    tell('PROD_PAYMENTS_SETTLEMENT_SFTP_KEY', 'Partner API', 66, 'projectWriter', {
      label: 'settlement/Partner API',
      value: value('privateKey', 'settlement copy', 'partner'),
    }),
    tell('STAGING_PAYMENTS_CHARGEBACK_TOKEN', 'Payments', 96, 'groupWriter', { spoiled: 'name' }),
    tell('PROD_WAREHOUSE_PAYROLL_EXPORT_KEY', 'Warehouse', 140, 'projectWriter', { spoiled: 'value' }),
    tell('PROD_EDGE_ORIGIN_PIN', 'Edge', 180, 'admin', { value: value('pin', 'origin pin', 'edge') }),
  ]
}

/** Nine in the trash, one of them on its last day, and two that were destroyed today. */
function trashed(tell: Tell, lastDay: number): Story[] {
  const bin = (days: number, time: string, by: Actor): Step => [days, time, by, { do: 'trash' }]
  const kiosk: Step[] = [
    [21, '15:05', 'groupWriter', { do: 'trash' }],
    [21, '15:20', 'groupWriter', { do: 'orphan' }],
  ]
  const old = ['DEV_MAIL_OLD', 'DEV_FTP_OLD'].map((name, index) =>
    tell(name, 'Sandbox', 140, 'projectWriter', {
      steps: [bin(3, `14:2${index}`, 'projectWriter'), [2, `14:2${index}`, 'admin', { do: 'destroy' }]],
    }),
  )
  const sandbox = ['MAIL_RELAY', 'FTP_PASSWORD', 'SMS_GATEWAY_KEY', 'MAPS_KEY'].map((name) =>
    tell(`DEV_SANDBOX_${name}`, 'Sandbox', 120, 'projectWriter', {
      steps: [bin(1, '16:31', 'projectWriter')],
    }),
  )
  const apns = tell('PROD_MOBILE_APNS_CERT_2025', 'Mobile', 395, 'twoOrganizations')
  return [
    { ...apns, acts: [{ do: 'trash', by: 'twoOrganizations', at: lastDay }] },
    tell('STAGING_EDGE_WAF_TOKEN', 'Edge', 190, 'admin', { steps: [bin(25, '10:15', 'admin')] }),
    tell('PROD_KIOSK_DEVICE_KEY', DELETED_PROJECT, 255, 'groupWriter', { steps: kiosk }),
    tell('PROD_KIOSK_UPDATE_SIGNING_KEY', DELETED_PROJECT, 251, 'groupWriter', { steps: kiosk }),
    tell('DEV_CHECKOUT_COUPON_SEED', 'Checkout', 160, 'admin', { steps: [bin(8, '11:45', 'admin')] }),
    ...sandbox,
    ...old,
  ]
}
