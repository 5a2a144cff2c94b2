import { expect, test } from '@playwright/test'
import { findings } from '../support/axe'
import { clickEdit, findSecret } from '../support/secret'
import { secretList } from '../support/seed'
import { lockButton, rail, unlock } from '../support/sign-in'

const NAME = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'

/** One story, since opening the demo for the first time is what takes long. */
test('one click signs in; reveal, edit, versions, restore, lock and unlock work, and all of it stays', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the demo as owner' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Demo in this browser' })).toBeVisible()
  await rail(page, 'Secrets').click()

  await findSecret(page, 'prod ledger')
  await page.getByRole('grid').getByRole('link', { name: NAME }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  const value = page.getByRole('textbox', { name: 'Value', exact: true })
  await expect(value).toContainText('ledger_rw')

  await clickEdit(page)
  await page.getByLabel('Value', { exact: true }).fill('a value of my own')
  await page.getByRole('button', { name: 'Save secret' }).click()
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible()

  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 8' })).toContainText('Mara Lindqvist')
  await page.getByRole('button', { name: 'Restore version 7' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore version 7' }).click()
  await expect(page.getByText('Version 7 is the current value again')).toBeVisible()

  await lockButton(page).click()
  await unlock(page, 'correct horse vault')
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible()

  // All of it is in this browser: a reload finds what was done.
  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: 'Version 9' })).toContainText('Restored by')
})

test('all tabs share one server, and its levers work', async ({ page, context }) => {
  test.slow()
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the demo as owner' }).click()
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
  await page.getByRole('button', { name: 'Demo', exact: true }).click()
  const panel = page
    .getByRole('dialog', { name: 'Demo' })
    .or(page.getByRole('complementary', { name: 'Demo' }))
  for (const part of ['Faults', 'Mail', 'Requests', 'Data', 'People']) {
    await panel.getByRole('radio', { name: part }).check()
    expect.soft(await findings(page, 'aside'), part).toEqual([])
  }

  // What was put between and taken away again is noticed, and that the server is not what it was.
  await panel.getByRole('radio', { name: 'Faults' }).check()
  await panel.getByRole('switch', { name: 'Captive portal' }).click()
  await rail(page, 'Events').click()
  const badge = page.getByRole('status').filter({ hasText: 'Demo in this browser' })
  await expect(badge).toContainText('Something else answers: ')
  await panel.getByRole('switch', { name: 'Without Secrets Manager' }).click()
  await panel.getByRole('button', { name: 'Turn all faults off' }).click()
  // The first answer that comes again has the server looked at.
  await rail(page, 'Members').click()
  const told = page.getByText('The server offers other features now. Its version is still 2026.8.0.')
  await expect(told).toBeVisible({ timeout: 40_000 })
  await expect(badge).not.toContainText('Something else answers')
  await page.goto(secretList)
  await expect(page.getByRole('main')).toContainText('calls itself “Harbour server”')
  await page.getByRole('button', { name: 'Demo', exact: true }).click()
  await panel.getByRole('radio', { name: 'Faults' }).check()
  await panel.getByRole('switch', { name: 'Without Secrets Manager', checked: true }).click()
  await panel.getByRole('radio', { name: 'People' }).check()

  await panel.getByRole('button', { name: 'Sign in as Aiko Senda' }).click()
  await expect(page.getByRole('button', { name: /account of Aiko Senda/ })).toBeVisible()
  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByRole('button', { name: /account of Aiko Senda/ })).toBeVisible()
})
