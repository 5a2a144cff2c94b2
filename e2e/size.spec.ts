import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { filesOfPage, pages } from '../scripts/size.mjs'
import { secretList } from './support/seed'
import { credentialsOf, signIn } from './support/sign-in'

// The size gate follows the build's manifest. Here a browser says whether that is what it fetches.

type Manifest = Parameters<typeof filesOfPage>[0]

const manifest = JSON.parse(
  readFileSync(new URL('../dist/.vite/manifest.json', import.meta.url), 'utf8'),
) as Manifest

/**
 * Paths of the built files that a page has fetched once `sign` stands on it, growing while more come. Workers' scripts
 * are not among them.
 */
async function fetched(page: Page, url: string, sign: RegExp) {
  const paths = new Set<string>()
  page.on('request', (request) => paths.add(new URL(request.url()).pathname.slice(1)))
  await page.goto(url)
  await expect(page.getByText(sign).first()).toBeVisible()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return () => [...paths].filter((path) => path.startsWith('assets/'))
}

const code = (paths: string[]) => paths.filter((path) => /\.(?:js|css)$/.test(path)).toSorted()

test('the gate measures what the sign-in page fetches', async ({ page }) => {
  const paths = await fetched(page, '/sign-in', /^Master password$/)
  await expect.poll(() => code(paths())).toEqual(filesOfPage(manifest, pages['sign-in'].lazy).toSorted())
})

test('the gate measures what the secrets page fetches', async ({ page, context }) => {
  await signIn(page, credentialsOf('owner'), secretList)
  await page.waitForURL(/\/secrets$/)

  const paths = await fetched(await context.newPage(), page.url(), /^PROD_\w+$/)
  await expect.poll(() => code(paths())).toEqual(filesOfPage(manifest, pages.secrets.lazy).toSorted())
  const { limits } = pages.secrets
  expect(1 + paths().length).toBeLessThanOrEqual(limits.requests)
})
