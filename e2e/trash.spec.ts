import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { expect, test } from './support/test'
import { signInAs } from './support/sign-in'
import { harbourline, projectId } from './support/seed'

const trash = `/orgs/${harbourline}/trash`
const grid = (page: Page) => page.getByRole('grid', { name: 'Trash' })
const dialog = (page: Page) => page.getByRole('dialog')
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })

test('the trash tells its days; one comes back by keyboard, others into a project', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', trash)
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible()
  await expect(grid(page).getByRole('row').nth(1)).toContainText(/\d+ days?|Tonight/)
  await expect(page).toHaveTitle('Trash · Strongroom')
  expect(await findings(page)).toEqual([])
  const inTrash = async () =>
    (await mock.tables()).secrets.filter(
      (row) => row.organizationId === harbourline && row.deletedDate !== null,
    )
  const before = await inTrash()

  await grid(page).focus()
  await page.keyboard.press('r')
  await expect(dialog(page).getByRole('heading', { name: 'Restore 1 secret' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Undo' })).toContainText('Restore 1 secret: 1 restored')
  await expect.poll(async () => (await inTrash()).length).toBe(before.length - 1)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(before.length))

  await grid(page).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await bar(page)
    .getByRole('button', { name: /^Restore 2 secrets/ })
    .click()
  await dialog(page).getByLabel('Into project').selectOption({ label: 'Sandbox' })
  await expect(dialog(page)).toContainText('2 reads and 4 writes, 6 events under your name.')
  await dialog(page).getByRole('button', { name: 'Restore 2 secrets to Sandbox' }).click()
  await expect(page.getByRole('region', { name: 'Undo' })).toContainText('2 restored')
  const left = new Set((await inTrash()).map(({ id }) => id))
  const back = before.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const { secrets } = await mock.tables()
  const there = secrets.filter(({ id, projectId: at }) => back.includes(id) && at === projectId('Sandbox'))
  expect(there.length).toBeGreaterThanOrEqual(2)
})

test('deleting for good wants the word typed; a refusal stays in the job and can be tried again', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', trash)
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible()
  await mock.fail({ fault: 'reject', match: 'trashEmpty', times: 1 })
  await page.getByRole('button', { name: /^Delete \d+ secrets for good$/ }).click()
  const go = dialog(page).getByRole('button', { name: /^Delete \d+ secrets for good$/ })
  await go.click({ force: true })
  expect(await mock.count('trashEmpty')).toBe(0)
  await dialog(page)
    .getByLabel(/^Type “/)
    .fill('delete')
  await go.click()
  await page.getByRole('button', { name: /^Jobs: \d+ of \d+ failed/ }).click()
  const sheet = page.getByRole('complementary', { name: /^Jobs/ })
  await expect(sheet).toContainText('400: Refused by a fault switch.')
  await sheet.getByRole('button', { name: /^Retry \d+ failed$/ }).click()
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
})

test('order and days stand in the address; nothing that matches, a failure and an empty trash are told apart', async ({
  page,
  mock,
}) => {
  await mock.fail({ fault: 'serverDown', match: 'trashList' })
  await signInAs(page, 'owner', `${trash}?sort=name&dir=desc`)
  await expect(page.getByRole('heading', { name: 'The trash could not be loaded' })).toBeVisible()
  await expect(page.getByText('Whether anything lies in it is not known right now.')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await mock.mend()
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  const first = () => grid(page).getByRole('row').nth(1).getByRole('gridcell').nth(1).textContent()
  await expect(grid(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible()
  const last = await first()
  await grid(page).getByRole('button', { name: 'Name' }).click()
  await expect(page).toHaveURL(/\?sort=name$/)
  await expect.poll(first).not.toBe(last)
  await page.getByRole('radio', { name: 'Go within 7 days' }).check()
  await expect(page).toHaveURL(/sort=name&is=soon$/)
  await expect(page.getByText(/^\d+ of \d+ match$/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Go within 7 days' })).toBeChecked()
  await page.getByRole('searchbox', { name: 'Search names' }).fill('nothing is called so')
  await expect(page.getByRole('heading', { name: 'Nothing in the trash matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible()
  await expect(page).toHaveURL(/sort=name$/)
})

test('who may not see the trash is told why, and keeps the session', async ({ page, mock }) => {
  await signInAs(page, 'groupWriter', trash)
  await expect(page.getByRole('heading', { name: 'You may not look into the trash' })).toBeVisible()
  await expect(page.getByText('Only owners and admins can look into the trash')).toBeVisible()
  expect(await mock.count('trashList')).toBe(0)
  await expect(page.getByRole('button', { name: 'Trash' })).toHaveAttribute('aria-disabled', 'true')
})
