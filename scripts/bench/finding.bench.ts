import type { Page } from '@playwright/test'
import { watchKeys, type KeyTimes } from './in-page/watch'
import { percentile, type Line } from './lines.mjs'
import { atMost, load, makeDatabase, SECRETS } from './long-list'
import { longestBlock, type Block } from './page-work'
import { openBrowser, servePreview } from './support.mjs'

const QUERIES = [
  'payments key -dev ',
  'age:>30d prod edge ',
  'name:oauth -qa client ',
  'is:duplicate changed:>2026 db ',
]
// The last one is in no name: then similar ones are looked for.
const WORDS = ['payments', 'prod_ledger', 'oauth client', 'ada berg', 'machine', 'paymnets']
const WHOLE = '[role="listbox"][aria-label="Results"]'

const listTimes = (times: readonly KeyTimes[]) => times.map(({ list }) => list).filter((ms) => ms > 0)

/** Keys of queries in the list's box, operators that move to the address included. */
async function typeQueries(page: Page): Promise<number[]> {
  const search = page.getByRole('searchbox')
  await search.focus()
  // The tools of queries come with the first focus.
  await search.pressSequentially('is:')
  await page.getByRole('listbox').waitFor()
  await search.fill('')
  const watch = await page.evaluateHandle(watchKeys, '[role="grid"]')
  for (const query of QUERIES) {
    await search.pressSequentially(query, { delay: 150 })
    await search.fill('')
    const chips = page.getByRole('button', { name: /^Remove filter/ })
    while ((await chips.count()) > 0) await chips.first().click()
    await search.focus()
    await page.waitForTimeout(300)
  }
  return listTimes(await watch.evaluate(({ stopKeys }) => stopKeys()))
}

async function typeInPalette(page: Page): Promise<number[]> {
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByRole('combobox', { name: 'Search or run a command' })
  await field.pressSequentially('a')
  await page.locator(WHOLE).waitFor()
  await page.waitForTimeout(1_000)
  await field.fill('')
  const watch = await page.evaluateHandle(watchKeys, WHOLE)
  for (const word of WORDS) {
    await field.pressSequentially(word, { delay: 150 })
    await field.fill('')
    await page.waitForTimeout(300)
  }
  const times = await watch.evaluate(({ stopKeys }) => stopKeys())
  await page.keyboard.press('Escape')
  return listTimes(times)
}

/** Selects the thousand that hold a word. */
async function selectThousand(page: Page, word: string): Promise<void> {
  await page.getByRole('searchbox').fill(word)
  await page.getByText(/^1,000 of [\d,]+ match/).waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.getByText('1,000 secrets selected').waitFor()
}

const act = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Selection' }).getByRole('button', { name }).click()
const confirm = (page: Page, name: RegExp) => page.getByRole('dialog').getByRole('button', { name }).click()

/** From the plan to the list that is read anew. */
async function deleteThousand(page: Page): Promise<void> {
  await act(page, /^Delete/)
  await page
    .getByRole('dialog')
    .getByLabel(/^Type “1000”/)
    .fill('1000')
  await confirm(page, /^Delete 1,000/)
  await page.getByRole('button', { name: 'Jobs: 1,000 deleted' }).waitFor()
  await page.waitForTimeout(3_000)
}

/** A read and a write each, at the four writes a second that the console allows itself. */
async function renameFor(page: Page, ms: number): Promise<void> {
  await act(page, /^Rename/)
  await page.getByRole('dialog').getByLabel('Put after').pressSequentially('_old')
  await confirm(page, /^Rename 1,000/)
  await page.getByRole('button', { name: /^Jobs: Renaming/ }).waitFor()
  await page.waitForTimeout(ms)
}

export default async function finding(): Promise<Line[]> {
  const app = await servePreview()
  const browser = await openBrowser()
  await makeDatabase(app)
  const { page } = await load(app, browser)
  const count = SECRETS.toLocaleString('en')
  const keys = await typeQueries(page)
  const palette = await typeInPalette(page)
  await selectThousand(page, '_001')
  const deleting = await longestBlock(page, () => deleteThousand(page))
  await selectThousand(page, '_002')
  const renaming = await longestBlock(page, () => renameFor(page, 10_000))
  const bulk = (what: string, block: Block) =>
    atMost(16, `longest block of the page while 1,000 secrets are ${what}`, block.work, 'ms', 50)
  return [
    atMost(
      14,
      `${keys.length} keys of queries over ${count} names: list painted, p95`,
      percentile(keys, 95),
      'ms',
      50,
    ),
    atMost(
      15,
      `${palette.length} keys in the palette over ${count} objects, p95`,
      percentile(palette, 95),
      'ms',
      50,
    ),
    bulk('deleted, from the plan to the list read anew', deleting),
    bulk('planned and renamed, for ten seconds', renaming),
  ]
}
