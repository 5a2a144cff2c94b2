import type { Page } from '@playwright/test'
import { organizationId } from '#/mocks/seed/organizations'
import { personas } from '#/mocks/seed/personas'
import { firstOfRange, takeFiles } from './in-page/events'
import { watchKeys } from './in-page/watch'
import { ROWS, serveLog, type LogServer } from './large-log'
import { median, percentile, type Line } from './lines.mjs'
import { atMost } from './long-list'
import { heldMemory, mostMemory } from './memory'
import { longestBlock } from './page-work'
import { openBrowser, servePreview } from './support.mjs'

const HOUR = 3_600_000
const ROUNDS = 7
const ANSWER_MS = 250
const RATE = 100_000
const count = ROWS.toLocaleString('en-GB')
const QUERIES = ['-ip:203.0.1.0/24 ', '203.0.2', 'client:sdk ', 'severity:critical ', 'retrieved']

const eventsPath = `/orgs/${organizationId('harbourline')}/events`
const range = (from: number, to: number) =>
  `${eventsPath}?from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`

async function signIn(server: LogServer): Promise<Page> {
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  // tsx names functions by this helper, which what is evaluated in the page then calls too.
  await context.addInitScript('globalThis.__name = (named) => named')
  await context.addInitScript(takeFiles)
  const page = await context.newPage()
  const owner = personas.find(({ id }) => id === 'owner')
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('E-mail').fill(owner?.email ?? '')
  await page.getByLabel('Master password', { exact: true }).fill(owner?.password ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Lock in all tabs' }).waitFor()
  return page
}

/** From the request of the first page to its rows painted, by what the server itself took. */
async function firstPages(page: Page, server: LogServer): Promise<number[]> {
  server.page = { rows: 50, takes: ANSWER_MS }
  const shares: number[] = []
  const now = Date.now()
  await page.goto(`${server.url}${range(now - 20_000, now - 10_000)}`)
  await page.getByText('Range complete').waitFor()
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.waitForTimeout(500)
    server.asked.length = 0
    // Ten seconds each, less than a page, and none of them read before.
    const to = now - (round + 1) * HOUR
    const from = to - 10_000
    const shown = await page.evaluate(firstOfRange, { path: range(from, to), from, to })
    const [first] = server.asked
    if (first) shares.push((shown - first.at) / (first.answered - first.at))
  }
  return shares
}

async function loadAll(page: Page, server: LogServer): Promise<void> {
  // More than a real server gives, as loading is not what is measured.
  server.page = { rows: 5_000, takes: 0 }
  await page.goto(`${server.url}${eventsPath}?last=7d`)
  await page.getByText('Range complete').waitFor({ timeout: 120_000 })
}

async function typeQueries(page: Page): Promise<number[]> {
  const box = page.getByRole('searchbox', { name: 'Query events' })
  const watch = await page.evaluateHandle(watchKeys, '[role="grid"]')
  for (const query of QUERIES) {
    await box.focus()
    await box.pressSequentially(query, { delay: 150 })
    await page.waitForTimeout(300)
    await box.fill('')
    const chips = page.getByRole('button', { name: /^Remove filter/ })
    while ((await chips.count()) > 0) await chips.first().click()
    await page.waitForTimeout(300)
  }
  return (await watch.evaluate(({ stopKeys }) => stopKeys())).map(({ list }) => list).filter((ms) => ms > 0)
}

export default async function eventPage(): Promise<Line[]> {
  const server = await serveLog(await servePreview())
  const page = await signIn(server)
  const shares = await firstPages(page, server)
  await loadAll(page, server)
  const keys = await typeQueries(page)
  const block = await longestBlock(page, () => exportAll(page, FORMATS.csv))
  const exports = await exportsOf(page)
  server.stop()
  return [
    atMost(
      7,
      `first page of events shown, by a server’s ${ANSWER_MS} ms, median of ${ROUNDS}`,
      median(shares),
      '',
      1.2,
    ),
    atMost(7, `${keys.length} keys over ${count} events: list painted, p95`, percentile(keys, 95), 'ms', 50),
    ...exports,
    atMost(7, 'longest block of the page while they are exported as CSV', block.work, 'ms', 50),
  ]
}

const FORMATS = { csv: 'CSV', jsonl: 'JSON Lines', json: 'JSON', pack: 'Evidence pack' }

/** Each format's rate, and the most memory beside what the console held before. */
async function exportsOf(page: Page): Promise<Line[]> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser.')
  const rates: Line[] = []
  const told: Line[] = []
  for (const [format, label] of Object.entries(FORMATS)) {
    const before = await heldMemory(browser)
    let rate = 0
    const most = await mostMemory(browser, async () => (rate = await exportAll(page, label)))
    const what = `export of ${count} events as ${label} with its SHA-256, from the press to the file closed`
    rates.push(
      // The pack compresses the rows, twice: the goal is that of rows as they are.
      format === 'pack'
        ? justTold(what, rate, 'rows/s')
        : { line: 7, what, value: rate, unit: 'rows/s', goal: `≥ ${RATE} rows/s`, holds: rate >= RATE },
    )
    told.push(
      justTold(
        `memory while it runs as ${label}, beside ${before.toFixed(0)} MB before`,
        Math.max(0, most - before),
        'MB',
      ),
    )
  }
  return [...rates, ...told]
}

const justTold = (what: string, value: number, unit: string): Line => ({
  line: 7,
  ...{ what, value, unit },
  goal: '',
  holds: true,
})

async function exportAll(page: Page, label: string): Promise<number> {
  await page.getByRole('button', { name: /^Export [\d,]+ events$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: new RegExp(`^${label}(?! Lines)`) }).check()
  const begun = Date.now()
  await dialog.getByRole('button', { name: /^Export [\d,]+ events$/ }).click()
  await dialog.getByText('events saved.').waitFor({ timeout: 120_000 })
  const took = (Date.now() - begun) / 1000
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.waitFor({ state: 'hidden' })
  return ROWS / took
}
