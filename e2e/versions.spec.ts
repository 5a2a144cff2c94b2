import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { signInAs } from './support/sign-in'
import { secretId, secretPath } from './support/seed'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'
const versions = (label: string) => `${secretPath(label)}/versions`
const timeline = (page: Page) => page.getByRole('list', { name: 'Versions, newest first' })
const version = (page: Page, number: number) =>
  timeline(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: `Version ${number}` }) })

test('each value of the past has its author, its from and its until', async ({ page, mock }) => {
  await signInAs(page, 'owner', versions(LEDGER))
  await expect(page.getByRole('heading', { name: '7 values' })).toBeVisible()
  await expect(timeline(page).getByRole('heading')).toHaveCount(7)
  await expect(timeline(page).getByRole('heading').first()).toContainText('Version 7')
  await expect(version(page, 7)).toContainText('Set by Tomas Okafor')
  await expect(version(page, 6)).toContainText('Set by ci-rotate')
  await expect(version(page, 5)).toContainText('Set by Priya Raman')
  await expect(version(page, 1)).toContainText('Created by Mara Lindqvist')
  await expect(page.getByText('Reading and restoring versions leaves no event.')).toBeVisible()
  expect(await mock.count('secretGet')).toBe(0)
})

test('after a read the timeline knows which value is the current one', async ({ page }) => {
  await signInAs(page, 'owner', secretPath(LEDGER))
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(version(page, 7)).toContainText('Current')
  await expect(version(page, 7)).toContainText('to now')
})

test('an earlier value is revealed without another request, and hidden again', async ({ page, mock }) => {
  await signInAs(page, 'owner', versions(LEDGER))
  await expect(version(page, 1)).toContainText('Created by Mara Lindqvist')
  await expect(page.getByText('Still looking up authors.')).toHaveCount(0)
  await mock.clearLog()
  await page.getByRole('button', { name: 'Reveal version 3' }).click()
  const old = page.getByRole('textbox', { name: 'Value of version 3' })
  await expect(old).toContainText('"user": "ledger"')
  await page.getByRole('button', { name: 'Hide version 3' }).click()
  await expect(old).toHaveCount(0)
  const asked = (await mock.log()).map(({ endpoint }) => endpoint)
  expect(asked.filter((endpoint) => /^secret(?!Event)/.test(endpoint ?? ''))).toEqual([])
})

test('a restored value is the current one, and is told as restored', async ({ page, context, mock }) => {
  const id = secretId(LEDGER)
  const before = await mock.secret(id)
  await signInAs(page, 'owner', versions(LEDGER))
  await page.getByRole('button', { name: 'Restore version 3' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restore version 3?' })
  await expect(dialog).toContainText('Leaves no event')
  const confirm = dialog.getByRole('button', { name: 'Restore version 3' })
  await expect(confirm).toBeFocused()
  // The words lead to their line of Coverage, and the dialog stays.
  const [coverage] = await Promise.all([
    context.waitForEvent('page'),
    dialog.getByRole('link', { name: 'Leaves no event' }).click(),
  ])
  await expect(coverage.getByRole('heading', { name: /^Coverage/, level: 1 })).toBeVisible()
  const line = coverage.getByRole('row').and(coverage.locator('[aria-current=true]'))
  await expect(line).toContainText('Restore an earlier value')
  await expect(line).toBeInViewport()
  await coverage.close()
  await confirm.press('Enter')
  await expect(page.getByText('Version 3 is the current value again')).toBeVisible()
  await expect(version(page, 8)).toContainText('Current')
  await expect(version(page, 8)).toContainText('Restored by Mara Lindqvist')
  const after = await mock.secret(id)
  expect(after.value).not.toBe(before.value)
  expect([after.key, after.note, after.projectId]).toEqual([before.key, before.note, before.projectId])
})

test('a restore that fails is told in its dialog, and nothing changes', async ({ page, mock }) => {
  await signInAs(page, 'owner', versions(LEDGER))
  await mock.fail({ fault: 'reject', times: 1 })
  await page.getByRole('button', { name: 'Restore version 3' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Restore version 3' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Refused by a fault switch.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Restore version 3' })).toBeFocused()
  await expect(page.getByRole('heading', { name: '7 values' })).toBeVisible()
})

test('restores of the past are told as such', async ({ page }) => {
  await signInAs(page, 'owner', versions('PROD_EDGE_SIGNED_COOKIE_KEY'))
  await expect(
    timeline(page)
      .getByText(/^Restored by/)
      .first(),
  ).toBeVisible()
  await expect(timeline(page)).toContainText('edge-proxy')
})

test('who may not read the log learns who set values, and that the rest is not known', async ({ page }) => {
  await signInAs(page, 'reader', versions('PROD_CHECKOUT_GATEWAY_TOKEN'))
  await expect(timeline(page)).toContainText('Priya Raman')
  await expect(page.getByText(/your account may not read the event log/)).toBeVisible()
})

test('members and programs that are gone are named as far as they are known', async ({ page }) => {
  await signInAs(page, 'owner', versions('PROD_MOBILE_LEGACY_PUSH_TOKEN'))
  await expect(
    timeline(page)
      .getByText(/no longer here|not known|deleted/)
      .first(),
  ).toBeVisible()
})

test('the server keeps ten, and the page says that older ones may have existed', async ({ page }) => {
  await signInAs(page, 'owner', versions('PROD_CHECKOUT_GATEWAY_TOKEN'))
  await expect(page.getByText(/^The server keeps 10 versions of a secret\./)).toBeVisible()
})

test('who may only read sees restore closed, with the reason', async ({ page }) => {
  await signInAs(page, 'reader', versions('PROD_CHECKOUT_GATEWAY_TOKEN'))
  const restore = page.getByRole('button', { name: /^Restore version/ }).first()
  await expect(restore).toHaveAttribute('aria-disabled', 'true')
  await expect(restore).toHaveAccessibleDescription(/You can read this secret, not change it/)
})

test('versions that fail to load can be tried again', async ({ page, mock }) => {
  await mock.fail({ fault: 'serverDown', match: 'secretVersionList' })
  await signInAs(page, 'owner', versions(LEDGER))
  await expect(page.getByRole('heading', { name: 'The versions could not be loaded' })).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(version(page, 7)).toBeVisible()
})
