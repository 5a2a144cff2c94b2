import type { Page } from '@playwright/test'
import { scrollGrid, watchKeys } from './in-page/watch'
import type { KeyTimes, ScrollTimes } from './in-page/watch'
import { median, percentile, type Line } from './lines.mjs'
import { atMost as line, load, makeDatabase, SECRETS, type Blocks } from './long-list'
import type { Block } from './page-work'
import { openBrowser, servePreview } from './support.mjs'

const LOADS = 5
const WORDS = ['payments', 'prod_ledger', 'db_url', 'dev tls -edge', '0999', 'oauth_client']
// A wheel that is turned quickly and a fling: 3,600 and 9,000 px a second.
const SCROLLS = [
  { step: 60, frames: 150 },
  { step: 150, frames: 150 },
]
// A dragged scroll bar draws every row anew in each frame: no blank rows there either.
const DRAGS = [
  { step: 1_500, frames: 60 },
  { step: -900, frames: 60 },
]

async function typeWords(page: Page): Promise<KeyTimes[]> {
  const search = page.getByRole('searchbox')
  await search.focus()
  const watch = await page.evaluateHandle(watchKeys, '[role="grid"]')
  for (const word of WORDS) {
    await search.pressSequentially(word, { delay: 150 })
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    await page.waitForTimeout(300)
  }
  const times = await watch.evaluate(({ stopKeys }) => stopKeys())
  // A key that types nothing has no echo; one that changes no row has no list to wait for.
  return times.filter(({ echo }) => echo > 0)
}

async function scroll(page: Page, steps: typeof SCROLLS): Promise<ScrollTimes[]> {
  const all: ScrollTimes[] = []
  for (const each of steps) all.push(await page.evaluate(scrollGrid, each))
  return all
}

function blockLine(what: string, blocks: Block[]): Line {
  const clock = median(blocks.map((block) => block.clock)).toFixed(0)
  return line(4, `${what} (${clock} ms by the clock)`, median(blocks.map((block) => block.work)), 'ms', 50)
}

/** Lines 4 to 6: the page with a long list, while it loads, while somebody types, and while it is scrolled. */
export default async function secretsPage(): Promise<Line[]> {
  const app = await servePreview()
  const browser = await openBrowser()
  await makeDatabase(app)
  const all: Blocks[] = []
  for (let round = 1; round < LOADS; round += 1) {
    const { page, blocks } = await load(app, browser)
    all.push(blocks)
    await page.context().close()
  }
  const { page, blocks } = await load(app, browser)
  all.push(blocks)

  const count = SECRETS.toLocaleString('en')
  const keys = await typeWords(page)
  const lists = keys.map(({ list }) => list).filter((ms) => ms > 0)
  const smooth = await scroll(page, SCROLLS)
  const scrolls = [...smooth, ...(await scroll(page, DRAGS))]
  const frames = smooth.flatMap((each) => each.frames)
  return [
    blockLine(
      `longest block of the page while ${count} names arrive`,
      all.map((each) => each.sinceMark),
    ),
    blockLine(
      'longest block from the password on, drawing the page for the first time included',
      all.map((each) => each.whole),
    ),
    line(5, `${lists.length} keys in the search: list painted, p95`, percentile(lists, 95), 'ms', 50),
    line(
      5,
      `${keys.length} keys in the search: letter painted, p95`,
      percentile(
        keys.map(({ echo }) => echo),
        95,
      ),
      'ms',
      33,
    ),
    line(6, `scrolling ${frames.length} frames, p95`, percentile(frames, 95), 'ms', 25),
    line(
      6,
      'frames with blank rows',
      scrolls.reduce((sum, each) => sum + each.blankFrames, 0),
      '',
      0,
    ),
    line(6, 'most rows in the page', Math.max(...scrolls.map((each) => each.mostRows)), '', 60),
  ]
}
