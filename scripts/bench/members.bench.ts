import type { Page } from '@playwright/test'
import { largeOwner } from '#/mocks/seed/accounts'
import { organizationId } from '#/mocks/seed/organizations'
import type { DbExport } from '#/mocks/store/db'
import { watchKeys } from './in-page/watch'
import { percentile, type Line } from './lines.mjs'
import { longestBlock } from './page-work'
import { openBrowser, servePreview } from './support.mjs'

const DATABASE = 'bench-members'
const MEMBERS = 10_000
const WAITING = 1_000

/** 10,000 members, of whom 1,000 wait to be confirmed. */
async function makeDatabase(app: string): Promise<void> {
  const headers = { 'mock-db': DATABASE }
  const ask = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`${app}/__mock/${path}`, { method, headers, ...sent })
    if (!answer.ok) throw new Error(`The mock answered ${answer.status} to ${path}.`)
    return (await answer.json()) as unknown
  }
  await ask('POST', 'databases', { name: DATABASE, seed: 'large', secrets: 100, members: MEMBERS, events: 0 })
  const data = (await ask('GET', 'export')) as DbExport
  const waiting = data.tables.members.filter(({ status }) => status === 1).length
  const others = data.tables.members.filter(({ status, type }) => status === 2 && type === 2)
  for (const row of others.slice(0, WAITING - waiting)) Object.assign(row, { status: 1, key: null })
  await ask('POST', 'import', data)
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Members' })

async function openMembers(app: string) {
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: 'mock-db', value: DATABASE, url: app }])
  // tsx names functions by this helper, which what is evaluated in the page then calls too.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  await page.goto(`${app}/sign-in?to=/orgs/${organizationId('large')}/secrets`)
  await page.getByLabel('E-mail').fill(largeOwner.salt)
  await page.getByLabel('Master password', { exact: true }).fill(largeOwner.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('list complete').waitFor({ timeout: 60_000 })
  let firstRow = 0
  const block = await longestBlock(page, async () => {
    const start = performance.now()
    await page.getByRole('link', { name: 'Members' }).click()
    await grid(page).getByRole('row').nth(1).waitFor({ timeout: 60_000 })
    firstRow = performance.now() - start
    await page.waitForTimeout(500)
  })
  return { page, firstRow, block }
}

async function typeNames(page: Page): Promise<number[]> {
  const search = page.getByRole('searchbox', { name: 'Search names and addresses' })
  await search.click()
  const watch = await page.evaluateHandle(watchKeys, '[role="grid"]')
  for (const text of ['marta', 'longshore', 'an 12']) {
    for (const key of text) {
      await page.keyboard.press(key === ' ' ? 'Space' : key)
      await page.waitForTimeout(80)
    }
    await search.fill('')
    await page.waitForTimeout(120)
  }
  const times = await watch.evaluate(({ stopKeys }) => stopKeys())
  return times.map(({ list }) => list).filter((ms) => ms > 0)
}

async function confirmAll(page: Page) {
  await page.getByRole('link', { name: /^To confirm/ }).click()
  await grid(page).getByRole('row').nth(1).waitFor()
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await page
    .getByRole('region', { name: 'Selection' })
    .getByRole('button', { name: 'Confirm 1,000 members' })
    .click()
  const dialog = page.getByRole('dialog')
  let seconds = 0
  const block = await longestBlock(page, async () => {
    await dialog.getByRole('list', { name: 'Fingerprints' }).waitFor({ timeout: 60_000 })
    const start = performance.now()
    await dialog.getByRole('button', { name: 'Confirm 1,000 members' }).click()
    await page
      .getByText(/1,000 confirmed/)
      .first()
      .waitFor({ timeout: 120_000 })
    seconds = (performance.now() - start) / 1000
  })
  return { block, seconds }
}

const line = (what: string, value: number, most: number): Line => ({
  line: 13,
  what,
  value,
  unit: 'ms',
  goal: `≤ ${most} ms`,
  holds: value <= most,
})

/** Line 13: a long list of members, and a thousand of them confirmed at once. */
export default async function members(): Promise<Line[]> {
  const app = await servePreview()
  await makeDatabase(app)
  const { page, firstRow, block } = await openMembers(app)
  const keys = await typeNames(page)
  const confirmed = await confirmAll(page)
  return [
    line(`${MEMBERS} members, from the click to the first row`, firstRow, 1_000),
    line('longest block of the page meanwhile', block.work, 50),
    line(
      `search in ${MEMBERS} members, ${keys.length} keys to the painted list, p95`,
      percentile(keys, 95),
      50,
    ),
    line(
      `longest block of the page while ${WAITING} are confirmed in ${confirmed.seconds.toFixed(0)} s`,
      confirmed.block.work,
      50,
    ),
  ]
}
