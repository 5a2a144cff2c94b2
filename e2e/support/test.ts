import { randomUUID } from 'node:crypto'
import { expect, test as base, type Page } from '@playwright/test'
import { Mock } from './mock'

/** `STRONGROOM_SLOW=6` makes every page's thread six times slower: what hangs on luck fails then. */
const slowness = Number(process.env.STRONGROOM_SLOW ?? 1)

async function slowDown(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowness })
}

/**
 * Each test has a server database of its own, named by a cookie. After it, whatever it did: no page may have thrown,
 * and no page may have met the content security policy.
 */
export const test = base.extend<{ mock: Mock }>({
  mock: [
    async ({ context, request, baseURL }, use) => {
      const mock = new Mock(randomUUID(), request)
      await mock.create()
      await context.addCookies([{ name: 'mock-db', value: mock.name, url: baseURL ?? '' }])
      const thrown: string[] = []
      context.on('weberror', (error) => thrown.push(error.error().stack ?? error.error().message))
      // A page that is closed at once cannot be slowed down any more.
      if (slowness > 1) context.on('page', (page) => void slowDown(page).catch(() => undefined))
      await use(mock)
      const reports = await mock.cspReports()
      await mock.drop()
      expect(thrown, 'uncaught errors in pages').toEqual([])
      expect(reports, 'violations of the content security policy').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
