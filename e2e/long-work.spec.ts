import type { Page } from '@playwright/test'
import { clickEdit } from './support/secret'
import { secretPath } from './support/seed'
import { rail, signInAs } from './support/sign-in'
import { expect, test } from './support/test'

const note = (page: Page) => page.getByLabel('Note', { exact: true })
const lost = (page: Page) => page.getByRole('heading', { name: 'This page could not be shown' })
const stillThere = (page: Page) => page.evaluate(() => 'stillThere' in globalThis)

// The files of the console come from a static host, which has no switches: here the routes of the page are it.

test('a newer version on the server is told, and what was typed survives the reload that it asks for', async ({
  page,
}) => {
  await signInAs(page, 'owner', secretPath('PROD_PAYMENTS_LEDGER_DB_CONFIG'))
  await clickEdit(page)
  await note(page).fill('typed under the old version')
  await page.evaluate(() => Object.assign(globalThis, { stillThere: true }))
  // Its files have other names, and the old ones are gone.
  await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: 'Not found' }))
  await page.route('/', async (route) => {
    const html = await (await route.fetch()).text()
    await route.fulfill({
      contentType: 'text/html',
      body: html.replace('/assets/index-', '/assets/index-newer-'),
    })
  })
  await rail(page, 'Policies').click()
  await expect(lost(page)).toBeVisible()
  await expect(page.getByText('this part of the one that runs here is gone')).toBeVisible()
  await expect(page.getByText('A newer version of the console is on the server. Reload')).toBeVisible()
  // Nobody else reloaded it.
  expect(await stillThere(page)).toBe(true)

  await page.unrouteAll({ behavior: 'wait' })
  await page.getByRole('button', { name: 'Reload', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Policies', level: 1 })).toBeVisible()
  expect(await stillThere(page)).toBe(false)
  await expect(page.getByText('A newer version of the console')).toHaveCount(0)
  await page.goto(`${secretPath('PROD_PAYMENTS_LEDGER_DB_CONFIG')}/edit`)
  await expect(note(page)).toHaveValue('typed under the old version')
})

test('a part that cannot be had without network can be had later, and nothing is loaded anew', async ({
  page,
  context,
}) => {
  await signInAs(page, 'owner', secretPath('PROD_PAYMENTS_LEDGER_DB_CONFIG'))
  await page.evaluate(() => Object.assign(globalThis, { stillThere: true }))
  await context.setOffline(true)
  await rail(page, 'Policies').click()
  await expect(lost(page)).toBeVisible()
  await expect(page.getByText('the server did not answer, or no longer has it')).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Policies', level: 1 })).toBeVisible()
  expect(await stillThere(page)).toBe(true)
})

test('a server that is restarted as another version: told, taken on without a reload, nothing is sent twice', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretPath('PROD_PAYMENTS_LEDGER_DB_CONFIG'))
  await clickEdit(page)
  await note(page).fill('typed while the server was away')
  await page.evaluate(() => Object.assign(globalThis, { stillThere: true }))
  await expect(page.getByText('2026.8.0', { exact: true })).toBeVisible()

  await mock.fail({ fault: 'serverDown', match: 'secretUpdate' })
  await mock.fail({ fault: 'serverDown', match: 'configGet' })
  await page.getByRole('button', { name: 'Save secret' }).click()
  await expect(page.getByText(/^No answer: /)).toBeVisible()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(page.getByText('The server does not answer. It is asked again.')).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 900 })

  await mock.switch({ versionsGeneration: 'B' })
  await mock.mend()
  await expect(page.getByText('The server is now version 2026.10.0; it was 2026.8.0.')).toBeVisible({
    timeout: 20_000,
  })
  await expect(page.getByText(/^No answer: /)).toHaveCount(0)
  await expect(page.getByText('2026.10.0', { exact: true })).toBeVisible()
  expect(await mock.count('secretUpdate')).toBe(1)
  await expect(note(page)).toHaveValue('typed while the server was away')
  expect(await stillThere(page)).toBe(true)

  await page.getByRole('button', { name: 'Save secret' }).click()
  await expect.poll(() => mock.count('secretUpdate')).toBe(2)
  await page.getByRole('link', { name: /^Versions/ }).click()
  // Only the later generation writes such a line down.
  await expect(page.getByRole('main')).toContainText('records each look at the versions')
})
