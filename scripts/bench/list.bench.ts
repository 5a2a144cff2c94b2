import { accountKeys } from '#/mocks/seed/keys'
import { largeOwner } from '#/mocks/seed/accounts'
import { organizationId } from '#/mocks/seed/organizations'
import type { Line } from './lines.mjs'
import type { Faster } from './rounds'
import { runInPage, serveMock } from './support.mjs'

const SECRETS = 100_000

/** The list's answer as the mock sends it, taken once: its own work is not what is measured. */
async function takeAnswer(server: string): Promise<Uint8Array> {
  const form = new URLSearchParams({
    grant_type: 'password',
    client_id: 'web',
    scope: 'api offline_access',
    username: largeOwner.salt,
    password: accountKeys(largeOwner.slug).masterPasswordHash,
    deviceType: '9',
    deviceIdentifier: 'd0c0ffee-0000-4000-8000-000000000001',
    deviceName: 'chrome',
  })
  const headers = { 'Bitwarden-Client-Version': '2026.8.0' }
  const token = await fetch(`${server}/identity/connect/token`, { method: 'POST', headers, body: form })
  const { access_token: bearer } = (await token.json()) as { access_token: string }
  const path = `/api/organizations/${organizationId('large')}/secrets`
  const answer = await fetch(server + path, { headers: { ...headers, Authorization: `Bearer ${bearer}` } })
  if (!answer.ok) throw new Error(`The mock answered ${answer.status}.`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** Lines 2 and 3: how soon names are on the page, against parsing the whole answer and opening name by name. */
export default async function list(): Promise<Line[]> {
  const server = await serveMock(['--seed', 'large', '--secrets', String(SECRETS), '--events', '0'])
  const served = { 'answer.json': await takeAnswer(server) }
  const { plain, bounded } = (await runInPage('in-page/list.ts', served)) as Record<
    'plain' | 'bounded',
    Record<'first' | 'all', Faster>
  >
  const { first, all } = plain
  const count = SECRETS.toLocaleString('en')
  const took = ({ ours, theirs }: Faster) => `(${ours.toFixed(0)} ms, else ${theirs.toFixed(0)} ms)`
  return [
    {
      line: 2,
      what: `first names of ${count} on the page ${took(first)}, share of the time`,
      value: 1 / first.ratio,
      unit: '',
      goal: `≤ ${(1 / 15).toFixed(3)}`,
      holds: first.ratio >= 15,
    },
    {
      line: 3,
      what: `all ${count} names searchable ${took(all)}; against 500 at a time ${bounded.all.ratio.toFixed(1)} ×`,
      value: all.ratio,
      unit: '×',
      goal: '≥ 3 ×',
      holds: all.ratio >= 3,
    },
  ]
}
