import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { expect, test } from './support/test'
import { signInAs } from './support/sign-in'
import { secretId, secretPath } from './support/seed'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'
const versions = (label: string) => `${secretPath(label)}/versions`
const list = (page: Page) => page.getByRole('list', { name: 'Versions to compare, newest first' })
const lines = (page: Page) => page.getByRole('list', { name: 'Lines of both values' })
const show = (page: Page) => page.getByRole('button', { name: 'Show both values' })

async function openCompare(page: Page, number: number) {
  await signInAs(page, 'owner', versions(LEDGER))
  await page.getByRole('link', { name: `Compare version ${number} with the one before` }).click()
  await expect(
    page.getByRole('heading', { name: `Version ${number - 1} to version ${number}` }),
  ).toBeVisible()
}

test('two versions are compared masked, then shown, without a request; the URL survives a reload', async ({
  page,
  mock,
}) => {
  await openCompare(page, 5)
  await expect(lines(page)).not.toContainText('ledger')
  await expect(page.getByText('Reading versions leaves no event.')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Length/ })).toContainText('Differs')
  await page.getByText('Still looking up authors.').waitFor({ state: 'detached' })
  await mock.clearLog()
  await show(page).click()
  await expect(lines(page)).toContainText('"host"')
  await expect(lines(page).locator('mark').first()).toBeVisible()
  await page.getByRole('radio', { name: 'Unified' }).check()
  await expect(lines(page)).toContainText('"host"')
  expect((await mock.log()).filter(({ endpoint }) => endpoint === 'secretGet')).toEqual([])
  await page.getByRole('button', { name: 'Hide both values' }).click()
  await expect(lines(page)).not.toContainText('host')
  expect(await findings(page)).toEqual([])

  // The pair is the path: another tab that is signed in finds it again.
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(other.getByRole('heading', { name: 'Version 4 to version 5' })).toBeVisible()
  await expect(lines(other)).not.toContainText('host')
})

test('the older one is always A, whatever was pressed first, by keyboard alone', async ({ page }) => {
  await openCompare(page, 7)
  await list(page).getByRole('button', { name: 'Version 2 as B' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Version 2 to version 6' })).toBeVisible()
  await expect(list(page).getByRole('button', { name: 'Version 2 as A' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  const [a = '', b = ''] = page.url().split('/').slice(-2)
  const other = await page.context().newPage()
  await other.goto(`${versions(LEDGER)}/${b}/${a}`)
  await expect(other.getByRole('heading', { name: 'Version 2 to version 6' })).toBeVisible()
  await expect(other).toHaveURL(`${versions(LEDGER)}/${a}/${b}`)
})

test('a value that was rotated and came back is told as such, masked', async ({ page }) => {
  await signInAs(page, 'owner', versions('PROD_EDGE_SIGNED_COOKIE_KEY'))
  // With the log the last entry is known as a restore; which value came back only a read can tell.
  await page.getByRole('link', { name: 'Compare version 6 with the one before' }).click()
  await page.getByRole('button', { name: 'Read the current value, records 1 event' }).click()
  await expect(page.getByText(/Rotated and back: B has the same value as version \d/)).toBeVisible()
})

test('a pair that is not there any more is said to be so', async ({ page }) => {
  await signInAs(page, 'owner', `${versions(LEDGER)}/${secretId('gone-a')}/${secretId('gone-b')}`)
  await expect(page.getByRole('heading', { name: 'These two versions cannot be compared' })).toBeVisible()
})

test('a version is deleted only when its name was typed; a refusal stays in the dialog', async ({
  page,
  mock,
}) => {
  await openCompare(page, 4)
  const before = (await mock.tables()).secretVersions.length
  await page.getByRole('button', { name: 'Delete version 3' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete version 3 for good?' })
  await expect(dialog).toContainText('Leaves no event')
  const confirm = dialog.getByRole('button', { name: 'Delete version 3' })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await mock.fail({ fault: 'reject', times: 1 })
  await dialog.getByRole('textbox').fill('version 3')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Nothing was deleted.')
  expect((await mock.tables()).secretVersions).toHaveLength(before)
  await confirm.click()
  await expect(page.getByText('Version 3 is deleted')).toBeVisible()
  await expect(page).toHaveURL(versions(LEDGER))
  expect((await mock.tables()).secretVersions).toHaveLength(before - 1)
})

test('who may only read compares, and sees restoring and deleting closed, with the reason', async ({
  page,
}) => {
  await signInAs(page, 'reader', versions('PROD_CHECKOUT_GATEWAY_TOKEN'))
  await page
    .getByRole('link', { name: /^Compare version \d+ with the one before$/ })
    .first()
    .click()
  await expect(lines(page)).toBeVisible()
  const remove = page.getByRole('button', { name: /^Delete version/ })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await expect(remove).toHaveAccessibleDescription(/You can read this secret, not change it/)
})
