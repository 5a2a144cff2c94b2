import { expect, test } from './support/test'
import { findings } from './support/axe'
import { signInAs } from './support/sign-in'
import { machineId, machinePath, projectId, secretId } from './support/seed'

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
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(line)
  expect(await mock.count('secretGet')).toBe(0)
  expect(await findings(page)).toEqual([])
})

test('who may use it and what it reads are edited on its own tabs', async ({ page, mock }) => {
  await signInAs(page, 'owner', machinePath('ci-deploy'))
  const tabs = page.getByRole('navigation', { name: 'Machine account' })
  const preview = page.getByRole('complementary', { name: 'Before you save' })
  const rowsOf = async (test: (row: { granteeId: string; targetId: string }) => boolean) =>
    (await mock.tables()).accessPolicies.filter(test).length
  await tabs.getByRole('link', { name: /^Projects/ }).click()
  await page.getByRole('button', { name: 'Add projects' }).click()
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Sandbox' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Add 1' }).click()
  await expect(preview).toContainText('The machine account gains read on 1 project')
  expect(await findings(page)).toEqual([])
  await preview.getByRole('button', { name: 'Save 1 access change' }).click()
  await expect(page.getByText('Access saved.')).toBeVisible()
  const id = machineId('ci-deploy')
  expect(await rowsOf((row) => row.granteeId === id && row.targetId === projectId('Sandbox'))).toBe(1)

  await tabs.getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: /^Add people/ }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('olu.kasim@')
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Olu Kasim' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Add 1' }).click()
  await expect(preview).toContainText('1 person gains read')
  await expect(preview).toContainText('one event for each person or group')
  const people = await rowsOf((row) => row.targetId === id)
  await preview.getByRole('button', { name: 'Save 1 access change' }).click()
  await expect(page.getByText('Access saved.').last()).toBeVisible()
  await expect.poll(() => rowsOf((row) => row.targetId === id)).toBe(people + 1)
  expect(await findings(page)).toEqual([])
})
