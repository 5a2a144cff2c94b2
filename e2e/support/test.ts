import { randomUUID } from 'node:crypto'
import { expect, test as base } from '@playwright/test'
import { Mock } from './mock'

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
