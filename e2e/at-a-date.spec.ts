import { findings } from './support/axe'
import { expect, test } from './support/test'
import { signInAs } from './support/sign-in'
import { projectId, projectPath, secretPath } from './support/seed'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'

test('a secret tells which value was live on a date, which stands in the URL', async ({ page, mock }) => {
  await signInAs(page, 'owner', `${secretPath(LEDGER)}/versions?at=2025-11-15T12:00Z`)
  const answer = page.getByRole('region', { name: 'Value at a date' })
  await expect(answer).toContainText('Version 3: live from')
  await answer.getByLabel(/^Which value was live on/).fill('2020-01-01T00:00')
  await expect(answer).toContainText('The secret did not exist then.')
  await expect(page).toHaveURL(/at=2020-01-01T00/)
  await answer.getByLabel(/^Which value was live on/).fill('2099-01-01T00:00')
  await expect(answer).toContainText('That moment has not come yet.')
  expect(await mock.count('secretGet')).toBe(0)
})

test('a project at a date says what it costs, reads on request, and reveals without another read', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', `${projectPath('Payments')}/at`)
  const read = page.getByRole('button', { name: /^Read \d+ version lists$/ })
  await expect(page.getByText('What this cannot know.')).toBeVisible()
  await expect(read).toHaveAttribute('aria-disabled', 'true')
  await page.getByLabel(/^Which value was live on/).fill('2025-11-15T12:00')
  expect(await mock.count('secretVersionList')).toBe(0)
  const row = page.getByRole('row', { name: new RegExp(LEDGER) })
  await expect(row).toContainText('? Not read yet')
  // Slow too, so that there is something left to stop.
  await mock.fail({ fault: 'slow', match: 'secretVersionList', ms: 300 })
  await mock.fail({ fault: 'serverDown', match: 'secretVersionList' })
  await read.click()
  await expect(row).toContainText('? Could not be read')
  // It goes through all lists, and each fails at once.
  await expect(page.getByRole('button', { name: 'Stop reading' })).toHaveCount(0)
  await mock.mend()
  await read.click()
  await expect(page.getByText(/^\? (Could not|Not read)/)).toHaveCount(0)
  const log = page.getByRole('button', { name: /^Read the log of/ })
  await log.click()
  await expect(row).toContainText('Version 3: live from')
  await row.getByRole('button', { name: /^Reveal the value of/ }).click()
  await expect(row.getByRole('textbox')).toContainText('"host"')
  expect(await mock.count('secretGet')).toBe(0)
  expect(await findings(page)).toEqual([])

  await mock.tamper(({ secrets }) => {
    for (const secret of secrets) if (secret.projectId === projectId('Loyalty')) secret.projectId = null
  })
  await page.goto(`${projectPath('Loyalty')}/at?at=2025-11-15T12:00Z`)
  await expect(page.getByRole('heading', { name: 'No secret stands in this project today' })).toBeVisible()
  await expect(page.getByText('the server keeps no history of projects')).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('who may not read the log sees what stays unknown, as unknown', async ({ page }) => {
  await signInAs(page, 'reader', `${secretPath('PROD_CHECKOUT_GATEWAY_TOKEN')}/versions?at=2021-01-15T12:00Z`)
  const answer = page.getByRole('region', { name: 'Value at a date' })
  await expect(answer).toContainText(/The secret did not exist then|Not known/)
})
