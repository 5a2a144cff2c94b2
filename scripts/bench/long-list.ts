import type { Browser, Page } from '@playwright/test'
import { largeOwner } from '#/mocks/seed/accounts'
import { organizationId } from '#/mocks/seed/organizations'
import { markFirstRow } from './in-page/watch'
import type { Line } from './lines.mjs'
import { longestBlocks } from './page-work'

/** What benchmarks of the page with a long list share. */

export const SECRETS = 100_000
const DATABASE = 'bench'

export type Blocks = Awaited<ReturnType<typeof longestBlocks>>

/** A server database of its own, found by a cookie. */
export async function makeDatabase(app: string): Promise<void> {
  const wish = { name: DATABASE, seed: 'large', secrets: SECRETS, events: 0 }
  const answer = await fetch(`${app}/__mock/databases`, { method: 'POST', body: JSON.stringify(wish) })
  if (!answer.ok) throw new Error(`The mock answered ${answer.status}.`)
}

/** A sign-in in a profile of its own, and the longest blocks from the password to the whole list. */
export async function load(app: string, browser: Browser): Promise<{ page: Page; blocks: Blocks }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: 'mock-db', value: DATABASE, url: app }])
  // tsx names functions by this helper, which what is evaluated in the page then calls too.
  await context.addInitScript('globalThis.__name = (named) => named')
  await context.addInitScript(markFirstRow)
  const page = await context.newPage()
  await page.goto(`${app}/sign-in?to=/orgs/${organizationId('large')}/secrets`)
  await page.getByLabel('E-mail').fill(largeOwner.salt)
  await page.getByLabel('Master password', { exact: true }).fill(largeOwner.password)
  const happens = async () => {
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('list complete').waitFor({ timeout: 120_000 })
  }
  return { page, blocks: await longestBlocks(page, happens, 'first-row') }
}

/** A line whose goal is an upper limit. */
export const atMost = (number: number, what: string, value: number, unit: string, most: number): Line => ({
  line: number,
  what,
  value,
  unit,
  goal: `≤ ${most} ${unit}`.trim(),
  holds: value <= most,
})
