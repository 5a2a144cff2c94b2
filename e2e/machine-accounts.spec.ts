import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { found } from './support/mock'
import { emptyOwner, rail, signIn, signInAs } from './support/sign-in'
import { machineId, machineList, machinePath } from './support/seed'

const grid = (page: Page) => page.getByRole('grid', { name: 'Machine accounts' })
const dialog = (page: Page) => page.getByRole('dialog')
const row = (page: Page, name: string) => grid(page).getByRole('row', { name: new RegExp(`^${name} `) })

test('machine accounts are listed with what they read, their tokens and when they were seen', async ({
  page,
}) => {
  await signInAs(page, 'owner', machineList)
  await expect(page.getByText('14 machine accounts, 18 live tokens')).toBeVisible()
  await expect(page).toHaveTitle('Machine accounts · Strongroom')
  await expect(row(page, 'k8s-prod-operator')).toContainText('Payments, Checkout+61592')
  await expect(row(page, 'k8s-prod-operator')).toContainText('2 days')
  await expect(row(page, 'ci-deploy').getByRole('img', { name: 'old runner: never expires' })).toBeVisible()
  await expect(row(page, 'old-importer')).toContainText('None–Not in 90 days')
  // By the next end: what never ends after all dates, what has no token last.
  await expect(grid(page).getByRole('link').first()).toHaveText('k8s-prod-operator')
  const lastNames = async () => (await grid(page).getByRole('link').allTextContents()).slice(-3)
  await expect.poll(lastNames).toEqual(['backup-agent', 'ci-rotate', 'old-importer'])
  await page.getByRole('button', { name: 'Expires in 14 days' }).click()
  await expect(page.getByText('2 of 14 match')).toBeVisible()
  await expect(page).toHaveURL(/is=expiring/)
  await page.getByRole('button', { name: 'Not seen in 90 days' }).click()
  await expect(page.getByText('2 of 14 match')).toBeVisible()
  await expect(row(page, 'loadtest')).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('one is made, renamed and deleted; what it read and which tokens end is said', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', machineList)
  await page.getByRole('button', { name: 'New machine account' }).click()
  const create = dialog(page).getByRole('button', { name: 'Create machine account' })
  await create.click()
  await expect(dialog(page).getByText('Give it a name: the server takes no blank one.')).toBeVisible()
  await mock.fail({ fault: 'reject', times: 1 })
  await dialog(page).getByLabel('Name').fill('night-watch')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('alert')).toContainText('Refused by a fault switch.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'night-watch', level: 1 })).toBeVisible()
  await expect(page.getByText('None is shared with it, so it reads nothing yet.')).toBeVisible()
  const id = found(page.url().split('/').at(-1), 'id in the URL')
  expect((await mock.tables()).serviceAccounts.find((entry) => entry.id === id)?.name).toMatch(/^2\./)
  await page.getByRole('button', { name: 'Rename' }).click()
  await dialog(page).getByLabel('Name').fill('day-watch')
  await dialog(page).getByRole('button', { name: 'Rename machine account' }).click()
  await expect(page.getByRole('heading', { name: 'day-watch', level: 1 })).toBeVisible()

  await page.goto(machinePath('ci-deploy'))
  await expect(page.getByRole('heading', { name: 'Unlock' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'ci-deploy' })).toBeVisible()
  await page.getByRole('button', { name: 'More acts' }).click()
  await page.getByRole('menuitem', { name: 'Delete machine account' }).click()
  await expect(dialog(page)).toContainText('86 secrets are no longer read by it')
  await expect(dialog(page)).toContainText('pipelines, release runner, old runner')
  const act = dialog(page).getByRole('button', { name: 'Delete machine account and 3 live tokens' })
  await dialog(page).getByLabel('Type the machine account’s name to delete it').fill('ci-deploy')
  await expect(act).toHaveAccessibleDescription(/may stop/)
  await dialog(page)
    .getByRole('checkbox', { name: /It has read within 30 days/ })
    .check()
  await act.click()
  await page.waitForURL(`**${machineList}`)
  const tables = await mock.tables()
  expect(tables.serviceAccounts.some((entry) => entry.id === machineId('ci-deploy'))).toBe(false)
  expect(tables.accessTokens.some((entry) => entry.serviceAccountId === machineId('ci-deploy'))).toBe(false)
})

test('lists without rows, without rights and without an answer are told apart', async ({ page, mock }) => {
  await mock.fail({ fault: 'serverDown', match: 'machineAccountList' })
  await signInAs(page, 'nothing', machineList)
  await expect(page.getByRole('heading', { name: 'Machine accounts could not be loaded' })).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'No machine account that you can use' })).toBeVisible()
})

test('an organization without any says what one is for', async ({ page, mock }) => {
  await mock.create({ seed: 'empty' })
  await signIn(page, emptyOwner)
  await rail(page, 'Machine accounts').click()
  await expect(page.getByRole('heading', { name: 'No machine accounts yet' })).toBeVisible()
})

test('by keyboard: to a row, into it, and back to the row', async ({ page }) => {
  await signInAs(page, 'owner', machineList)
  // All of them read, so that their order stands.
  await expect(page.getByText('14 machine accounts, 18 live tokens')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'ci-deploy', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('e')
  await expect(dialog(page).getByLabel('Name')).toHaveValue('ci-deploy')
})
