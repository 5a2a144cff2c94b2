import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Browser } from '@playwright/test'

const run = promisify(execFile)
const EVERY = 500
const MB = 1024

/** What the pages and workers of a browser hold in memory, as the system sees it: megabytes. */
export async function heldMemory(browser: Browser): Promise<number> {
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  await cdp.detach()
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => String(id))
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', ids.join(',')])
  return stdout.split('\n').reduce((sum, line) => sum + Number(line), 0) / MB
}

/** The most that is held while something happens. */
export async function mostMemory(browser: Browser, happens: () => Promise<unknown>): Promise<number> {
  let most = 0
  const over = new AbortController()
  const look = async () => {
    while (!over.signal.aborted) {
      most = Math.max(most, await heldMemory(browser))
      await new Promise((resolve) => setTimeout(resolve, EVERY))
    }
  }
  const looking = look()
  try {
    await happens()
  } finally {
    over.abort()
    await looking
  }
  return most
}
