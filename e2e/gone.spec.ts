import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { found } from './support/mock'
import { signInAs } from './support/sign-in'
import { secretId, secretPath } from './support/seed'

const PIN = 'PROD_EDGE_ORIGIN_PIN'
const value = (page: Page) => page.getByLabel('Value', { exact: true })

test('an edit of a secret that was deleted meanwhile keeps its text and can become a new secret', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', `${secretPath(PIN)}/edit`)
  await value(page).fill('typed-for-a-gone-one')
  await mock.tamper(({ secrets }) => {
    const row = secrets.find(({ id }) => id === secretId(PIN))
    if (row) secrets.splice(secrets.indexOf(row), 1)
  })
  await page.getByRole('button', { name: 'Save secret' }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing was saved: the server says “not found”.')
  await expect(value(page)).toHaveValue('typed-for-a-gone-one')
  await page.getByRole('button', { name: 'Create a new secret from it' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create a new secret from what you typed?' })
  await expect(dialog).toContainText('It gets a new id')
  await dialog.getByRole('button', { name: 'Create 1 secret' }).click()
  await expect(page.getByRole('heading', { name: PIN })).toBeVisible()
  expect(page.url()).not.toContain(secretId(PIN))
  expect(await mock.secret(found(page.url().split('/').at(-1), 'id'))).toBeTruthy()
})

test('a draft of a secret that is gone is told; its value is shown on request; it can be thrown away', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', `${secretPath(PIN)}/edit`)
  await value(page).fill('kept-in-the-draft')
  await expect(page.getByText(/^Draft sealed on this device at/)).toBeVisible()
  await page.getByRole('link', { name: 'Secrets', exact: true }).first().click()
  await expect(page.getByRole('grid')).toBeVisible()
  await mock.tamper(({ secrets }) => {
    const row = secrets.find(({ id }) => id === secretId(PIN))
    if (row) secrets.splice(secrets.indexOf(row), 1)
  })
  // A second page of the session has a list of its own, read after the deletion.
  const other = await page.context().newPage()
  await other.goto(`${secretPath(PIN)}/edit`)
  await expect(other.getByRole('heading', { name: /is gone; your draft of it is kept/ })).toBeVisible()
  await expect(other.getByRole('main')).not.toContainText('kept-in-the-draft')
  await other.getByRole('button', { name: 'Show the value' }).click()
  await expect(other.getByRole('textbox', { name: 'Value of the draft' })).toHaveText('kept-in-the-draft')
  await other.getByRole('button', { name: 'Throw the draft away' }).click()
  await other.getByRole('button', { name: 'Discard what I typed' }).click()
  await expect(other.getByRole('heading', { name: /is not here/ })).toBeVisible()
})

test('the result of a merge is previewed, and can be edited before it is saved', async ({ page, mock }) => {
  await signInAs(page, 'owner', `${secretPath(PIN)}/edit`)
  await page.getByLabel('Note', { exact: true }).fill('Ours.')
  await mock.fail({ fault: 'colleagueSaves', match: 'secretGet', times: 1, value: 'theirs-1' })
  const other = await page.context().newPage()
  await other.goto(secretPath(PIN))
  await other.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(other.getByText(/^Read at /)).toBeVisible()
  await other.close()
  await page.bringToFront()
  await page.getByRole('button', { name: 'Save secret' }).click()
  const dialog = page.getByRole('dialog', { name: /saved this secret while you edited it/ })
  await expect(dialog.getByRole('region', { name: 'Result of the merge' })).toContainText('Ours.')
  await dialog.getByRole('button', { name: 'Show the values' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Merged value' })).toHaveText('theirs-1')
  await dialog.getByRole('button', { name: 'Edit the result' }).click()
  await expect(value(page)).toHaveValue('theirs-1')
  expect(await mock.count('secretUpdate')).toBe(0)
  await value(page).fill('theirs-1, and ours')
  await page.getByRole('button', { name: 'Save secret' }).click()
  await page.waitForURL(`**${secretPath(PIN)}`)
  expect(await mock.count('secretUpdate')).toBe(1)
})
