import type { Browser, Page } from '@playwright/test'
import { largeOwner } from '#/mocks/seed/accounts'
import { organizationId } from '#/mocks/seed/organizations'
import type { DbExport } from '#/mocks/store/db'
import { scrollMatrix } from './in-page/watch-matrix'
import { enlarge, SIZES } from './large-access'
import { percentile, type Line } from './lines.mjs'
import { longestBlocks } from './page-work'
import { openBrowser, runInPage, servePreview } from './support.mjs'

const DATABASE = 'bench-access'
// A wheel that is turned quickly, a fling, and both sideways.
const SCROLLS = [
  { down: 60, right: 0, frames: 120 },
  { down: 150, right: 0, frames: 120 },
  { down: 0, right: 60, frames: 120 },
  { down: -60, right: 40, frames: 120 },
]

async function makeDatabase(app: string): Promise<void> {
  const headers = { 'mock-db': DATABASE }
  const ask = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`${app}/__mock/${path}`, { method, headers, ...sent })
    if (!answer.ok) throw new Error(`The mock answered ${answer.status} to ${path}.`)
    return (await answer.json()) as unknown
  }
  const sizes = { secrets: SIZES.secrets, members: SIZES.people, events: 0 }
  await ask('POST', 'databases', { name: DATABASE, seed: 'large', ...sizes })
  const data = (await ask('GET', 'export')) as DbExport
  await enlarge(data.tables)
  await ask('POST', 'import', data)
}

async function openExplorer(app: string, browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: 'mock-db', value: DATABASE, url: app }])
  // tsx names functions by this helper, which what is evaluated in the page then calls too.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  await page.goto(`${app}/sign-in?to=/orgs/${organizationId('large')}/projects`)
  await page.getByLabel('E-mail').fill(largeOwner.salt)
  await page.getByLabel('Master password', { exact: true }).fill(largeOwner.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('list complete').waitFor({ timeout: 60_000 })
  const blocks = await longestBlocks(page, async () => {
    await page.getByRole('link', { name: 'Explorer' }).click()
    await page.getByText(`${SIZES.projects} of ${SIZES.projects} projects read`).waitFor({ timeout: 120_000 })
    // The last groups come behind the last project.
    await page.waitForTimeout(1_500)
  })
  return { page, blocks }
}

async function scroll(page: Page) {
  const all = []
  for (const each of SCROLLS) all.push(await page.evaluate(scrollMatrix, each))
  return all
}

const line = (what: string, value: number, unit: string, most: number): Line => ({
  line: 12,
  what,
  value,
  unit,
  goal: `≤ ${most} ${unit}`.trim(),
  holds: value <= most,
})

/** Line 12: effective access of a large organization, computed, drawn while it comes, and scrolled. */
export default async function explorer(): Promise<Line[]> {
  const rules = (await runInPage('in-page/access.ts')) as Record<
    'cold' | 'longest' | 'warm' | 'proof' | 'compare',
    number
  >
  const app = await servePreview()
  await makeDatabase(app)
  const { page, blocks } = await openExplorer(app, await openBrowser())
  const scrolls = await scroll(page)
  const frames = scrolls.flatMap((each) => each.frames)
  const size = `${SIZES.people} people, ${SIZES.machines} machines, ${SIZES.projects} projects, ${SIZES.secrets} secrets`
  return [
    line(
      `effective access of ${size}, first time (later ${rules.warm.toFixed(0)} ms)`,
      rules.cold,
      'ms',
      150,
    ),
    line('longest piece of it', rules.longest, 'ms', 50),
    line('who gains and loses what by one change', rules.compare, 'ms', 150),
    line('one proof path', rules.proof, 'ms', 1),
    line(
      `longest block of the page while the grants arrive (${blocks.whole.clock.toFixed(0)} ms by the clock)`,
      blocks.whole.work,
      'ms',
      50,
    ),
    line(`scrolling the matrix, ${frames.length} frames, p95`, percentile(frames, 95), 'ms', 25),
    line(
      'frames with blank cells',
      scrolls.reduce((sum, each) => sum + each.blankFrames, 0),
      '',
      0,
    ),
  ]
}
