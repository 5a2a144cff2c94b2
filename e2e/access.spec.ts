import type { Page } from '@playwright/test'
import { idFor } from '#/mocks/seed/random'
import { findings } from './support/axe'
import { projectId, projectPath, secretId, secretPath } from './support/seed'
import { credentialsOf, signInAs, unlock } from './support/sign-in'
import { expect, test } from './support/test'

const memberId = (slug: string) => idFor(`member/harbourline/${slug}`)
const groupId = (name: string) => idFor(`group/${name}`)
const access = (path: string) => `${path}/access`
const grants = (page: Page) => page.getByRole('table', { name: 'Direct grants' })
const effective = (page: Page) => page.getByRole('table', { name: 'Effective access' })
const preview = (page: Page) => page.getByRole('complementary', { name: 'Before you save' })
const rowOf = (page: Page, name: string) => grants(page).getByRole('row').filter({ hasText: name })

test('access to a project: grants, effective access with reasons, and a proof path', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', access(projectPath('Payments')))
  await expect(rowOf(page, 'Payments engineers')).toBeVisible()
  const priya = effective(page).getByRole('row').filter({ hasText: 'Priya Raman' })
  await expect(priya).toContainText('Can read and write')
  await expect(priya).toContainText('Group Payments engineers, on this project')
  await expect(effective(page).getByRole('row').filter({ hasText: 'Tomas Okafor' })).toContainText(
    'Admin of the organization',
  )
  await priya.getByRole('button').click()
  const sheet = page.getByRole('complementary', { name: 'Priya Raman in Payments' })
  await expect(sheet).toContainText('is a member of')
  await expect(sheet).toContainText('can read and write on')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(priya.getByRole('button')).toBeFocused()
  expect(await findings(page)).toEqual([])
  expect(await mock.count('secretGet')).toBe(0)
})

test('grants of a project are changed after a preview, by keyboard alone', async ({ page, mock }) => {
  await signInAs(page, 'owner', access(projectPath('Checkout')))
  await expect(rowOf(page, 'Payments engineers')).toBeVisible()
  await page.getByRole('button', { name: 'Add people, groups or machines' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('olu.kasim@')
  await expect(dialog.getByRole('checkbox')).toHaveCount(1)
  await dialog.getByRole('checkbox', { name: 'Olu Kasim' }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Add 1' }).focus()
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Olu Kasim')).toContainText('New')
  await expect(preview(page)).toContainText('Nobody loses; 1 person gains read')
  await page.getByRole('button', { name: 'Remove Aiko Senda' }).focus()
  await page.keyboard.press('Enter')
  await expect(preview(page)).toContainText('1 person loses read; 1 person gains read')
  await expect(preview(page)).toContainText('The server records nothing of this')
  await preview(page).getByRole('button', { name: 'Save 2 access changes' }).focus()
  await expect(page.getByRole('tooltip')).toBeHidden()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByText('Access saved.')).toBeVisible()
  await expect(rowOf(page, 'Aiko Senda')).toBeHidden()
  const { accessPolicies } = await mock.tables()
  const on = accessPolicies.filter(({ targetId }) => targetId === projectId('Checkout'))
  expect(on.some(({ granteeId }) => granteeId === memberId('oneSecret'))).toBe(true)
  expect(on.some(({ granteeId }) => granteeId === memberId('reader'))).toBe(false)
  expect(on.some(({ granteeId }) => granteeId === groupId('Payments engineers'))).toBe(true)
})

test('grants of a secret are saved with its ciphertext untouched', async ({ page, mock }) => {
  const id = secretId('PROD_EDGE_CDN_PURGE_TOKEN')
  const before = await mock.secret(id)
  await signInAs(page, 'owner', access(secretPath('PROD_EDGE_CDN_PURGE_TOKEN')))
  await expect(rowOf(page, 'Jonas Weidl')).toBeVisible()
  await page.getByRole('combobox', { name: 'Right of Jonas Weidl' }).selectOption('Can read and write')
  await expect(preview(page)).toContainText('1 person gains write')
  await expect(preview(page)).toContainText(
    'one “accessed secret” event (2100) and one “changed secret” event (2102)',
  )
  await preview(page).getByRole('button', { name: 'Save 1 access change' }).click()
  await expect(page.getByText('Access saved.')).toBeVisible()
  const after = await mock.secret(id)
  expect([after.key, after.value, after.note, after.projectId]).toEqual([
    before.key,
    before.value,
    before.note,
    before.projectId,
  ])
})

test('a change by somebody else is kept elsewhere and shown on the same grantee', async ({ page, mock }) => {
  await signInAs(page, 'owner', access(projectPath('Checkout')))
  const right = page.getByRole('combobox', { name: 'Right of Aiko Senda' })
  await right.selectOption('Can read and write')
  await mock.tamper(({ accessPolicies }) => {
    for (const row of accessPolicies)
      if (row.targetId === projectId('Checkout') && row.granteeId === groupId('Platform on-call'))
        row.write = true
  })
  await preview(page).getByRole('button', { name: 'Save 1 access change' }).click()
  await expect(page.getByText('1 change by somebody else meanwhile was kept')).toBeVisible()
  await right.selectOption('Can read')
  await mock.tamper((tables) => {
    tables.accessPolicies = tables.accessPolicies.filter(
      (row) => row.targetId !== projectId('Checkout') || row.granteeId !== memberId('reader'),
    )
  })
  await preview(page).getByRole('button', { name: 'Save 1 access change' }).click()
  await expect(preview(page).getByRole('alert')).toContainText(
    'Aiko Senda has now: no access. You want: can read.',
  )
  await preview(page).getByRole('button', { name: 'Save 1 access change' }).click()
  await expect(preview(page)).toBeHidden()
  const { accessPolicies } = await mock.tables()
  const row = accessPolicies.find(
    ({ targetId, granteeId }) => targetId === projectId('Checkout') && granteeId === memberId('reader'),
  )
  expect(row).toMatchObject({ read: true, write: false })
})

test('losing one’s own right has to be ticked, and ends at “not permitted” with a way back', async ({
  page,
}) => {
  await signInAs(page, 'projectWriter', access(projectPath('Payments')))
  await page.getByRole('button', { name: 'Remove Jonas Weidl' }).click()
  const save = preview(page).getByRole('button', { name: 'Save 1 access change' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await preview(page)
    .getByRole('checkbox', { name: /I lose my own right/ })
    .check()
  await save.click()
  await expect(
    page.getByRole('heading', { name: 'You are not permitted to see who has access' }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Back to its secrets' })).toBeVisible()
})

test('a refusal by the server keeps the changes, and a draft of them survives a lock', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', access(projectPath('Checkout')))
  await page.getByRole('button', { name: 'Remove Aiko Senda' }).click()
  await mock.fail({ fault: 'reject', times: 1 })
  await preview(page).getByRole('button', { name: 'Save 1 access change' }).click()
  await expect(preview(page).getByRole('alert')).toContainText('Refused by a fault switch.')
  await page.getByRole('button', { name: 'Lock in all tabs' }).click()
  await unlock(page, credentialsOf('owner').password)
  await expect(rowOf(page, 'Aiko Senda')).toContainText('Removed')
  await preview(page).getByRole('button', { name: 'Discard 1 change' }).click()
  await expect(preview(page)).toBeHidden()
})

test('who may not read the grants is told so, never “nobody”', async ({ page }) => {
  await signInAs(page, 'reader', access(projectPath('Checkout')))
  await expect(
    page.getByRole('heading', { name: 'You are not permitted to see who has access' }),
  ).toBeVisible()
  await expect(page.getByText('There may be more.')).toBeVisible()
  await expect(effective(page).getByRole('row').filter({ hasText: 'Mara Lindqvist' })).toContainText(
    'Owner of the organization',
  )
  expect(await findings(page)).toEqual([])
})
