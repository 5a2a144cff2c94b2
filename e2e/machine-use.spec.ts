import { expect, test } from './support/test'
import { findings } from './support/axe'
import { signInAs } from './support/sign-in'
import { machinePath, secretId } from './support/seed'

test('snippets hold the real ids and valid variables, and nothing is read for them', async ({
  page,
  mock,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(page, 'owner', `${machinePath('ci-deploy')}/use`)
  const chosen = page.getByRole('region', { name: 'Secrets in the snippets' })
  await expect(chosen.getByText(/^3 chosen of \d+ in reach/)).toBeVisible()
  await chosen.getByRole('searchbox', { name: 'Search names' }).fill('stripe')
  await chosen.getByRole('checkbox', { name: 'PROD_PAYMENTS_STRIPE_KEY', exact: true }).check()
  await page.getByRole('tab', { name: 'bws' }).focus()
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'GitHub Actions' })).toBeFocused()
  const line = `${secretId('PROD_PAYMENTS_STRIPE_KEY')} > PROD_PAYMENTS_STRIPE_KEY`
  await expect(page.getByRole('tabpanel', { name: 'GitHub Actions' })).toContainText(line)
  await page.getByRole('button', { name: 'Copy snippet' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(line)
  expect(await mock.count('secretGet')).toBe(0)
  expect(await findings(page)).toEqual([])
})

test('who may use it and what it reads are edited on its own tabs', async ({ page }) => {
  await signInAs(page, 'owner', machinePath('ci-deploy'))
  const tabs = page.getByRole('navigation', { name: 'Machine account' })
  await tabs.getByRole('link', { name: /^Projects/ }).click()
  await expect(page.getByRole('button', { name: 'Add projects' })).toBeVisible()
  await expect(page.getByRole('main').getByText('Partner API', { exact: true })).toBeVisible()
  await tabs.getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('button', { name: /^Add people/ })).toBeVisible()
  expect(await findings(page)).toEqual([])
})
