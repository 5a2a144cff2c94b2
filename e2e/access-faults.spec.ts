import type { Page } from '@playwright/test'
import { idFor } from '#/mocks/seed/random'
import { findings } from './support/axe'
import { machineId, projectId, projectPath, secretList, secretPath } from './support/seed'
import { signInAs } from './support/sign-in'
import { expect, test } from './support/test'

const memberId = (slug: string) => idFor(`member/harbourline/${slug}`)
const access = (path: string) => `${path}/access`
const grants = (page: Page) => page.getByRole('table', { name: 'Direct grants' })
const preview = (page: Page) => page.getByRole('complementary', { name: 'Before you save' })
const rowOf = (page: Page, name: string) => grants(page).getByRole('row').filter({ hasText: name })

test('a grantee who is gone stops the save and is said; a grant without effect is drawn', async ({
  page,
  mock,
}) => {
  await mock.tamper(({ accessPolicies }) => {
    const row = accessPolicies.find(
      ({ targetId, granteeId }) => targetId === projectId('Checkout') && granteeId === memberId('reader'),
    )
    if (row) accessPolicies.push({ ...row, id: idFor('policy/stranger'), granteeId: memberId('withoutSm') })
  })
  await signInAs(page, 'owner', access(projectPath('Checkout')))
  await expect(rowOf(page, 'Delphine Maury')).toBeVisible()
  const effective = page.getByRole('table', { name: 'Effective access' })
  await expect(effective.getByRole('row').filter({ hasText: 'Delphine Maury' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Add people, groups or machines' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').fill('olu.kasim@')
  await dialog.getByRole('checkbox', { name: 'Olu Kasim' }).check()
  await dialog.getByRole('button', { name: 'Add 1' }).click()
  await mock.tamper((tables) => {
    tables.members = tables.members.filter(({ id }) => id !== memberId('oneSecret'))
  })
  await preview(page).getByRole('button', { name: 'Save 1 access change' }).click()
  await expect(preview(page).getByRole('alert')).toContainText('a grantee is gone meanwhile')
  // What was wanted is still there, to be undone.
  await expect(rowOf(page, 'Olu Kasim')).toContainText('New')
  await preview(page).getByRole('button', { name: 'Discard 1 change' }).click()
  await expect(preview(page)).toBeHidden()
})

test('of two tabs that change the same grantee the second is told before it writes', async ({
  page,
  context,
  mock,
}) => {
  const path = access(projectPath('Checkout'))
  await signInAs(page, 'owner', path)
  const second = await context.newPage()
  await second.goto(path)
  await second.getByRole('combobox', { name: 'Right of Aiko Senda' }).selectOption('Can read and write')
  await page.getByRole('button', { name: 'Remove Aiko Senda' }).click()
  const save = (at: Page) => preview(at).getByRole('button', { name: 'Save 1 access change' })
  await save(page).click()
  await expect(page.getByText('Access saved.')).toBeVisible()
  await mock.clearLog()
  await save(second).click()
  await expect(preview(second).getByRole('alert')).toContainText(
    'Aiko Senda has now: no access. You want: can read and write.',
  )
  expect(await mock.count('projectPeoplePolicyPut')).toBe(0)
  await preview(second).getByRole('button', { name: 'Discard 1 change' }).click()
  await expect(rowOf(second, 'Aiko Senda')).toBeHidden()
})

test('a machine account that read lately has to be ticked off by name', async ({ page, mock }) => {
  await signInAs(page, 'owner', access(projectPath('Payments')))
  await page.getByRole('button', { name: 'Remove payments-api' }).click()
  await expect(preview(page)).toContainText('1 machine account loses read; nobody gains')
  await expect(preview(page)).toContainText('payments-api will stop working.')
  await expect(preview(page)).toContainText(/Read .*, (≥ )?\d+ times? in 30 days/)
  const save = preview(page).getByRole('button', { name: 'Save 1 access change' })
  await expect(save).toHaveAccessibleDescription(/Tick first/)
  await preview(page).getByRole('checkbox', { name: 'payments-api may lose this' }).check()
  await save.click()
  await expect(page.getByText('Access saved.')).toBeVisible()
  const left = (await mock.tables()).accessPolicies.filter(
    ({ targetId, granteeId }) =>
      targetId === projectId('Payments') && granteeId === machineId('payments-api'),
  )
  expect(left).toEqual([])
})

test('rights that go in mid-session turn pages to “not permitted”, with a way back', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'projectWriter', access(projectPath('Payments')))
  await expect(rowOf(page, 'Jonas Weidl')).toBeVisible()
  await mock.tamper((tables) => {
    const me = memberId('projectWriter')
    tables.accessPolicies = tables.accessPolicies.filter(({ granteeId }) => granteeId !== me)
    for (const group of tables.groups) group.memberIds = group.memberIds.filter((id) => id !== me)
  })
  await page.getByRole('button', { name: 'Remove Contractors' }).click()
  await preview(page).getByRole('button', { name: 'Save 1 access change' }).click()
  await expect(preview(page).getByRole('alert')).toContainText('you have lost the right to change access')
  await page.reload()
  await expect(
    page.getByRole('heading', { name: /not permitted|is not here|deleted, or not permitted/i }).first(),
  ).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.goto(secretList)
  await expect(page.getByRole('heading', { name: /permitted|No secret/i })).toBeVisible()
  await page.goto(secretPath('PROD_PAYMENTS_STRIPE_KEY'))
  await expect(page.getByRole('link', { name: /secrets/i }).last()).toBeVisible()
})

test('a secret says how a machine reads it, without reading it', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretPath('PROD_PAYMENTS_STRIPE_KEY'))
  await page.getByRole('link', { name: 'Use', exact: true }).click()
  await expect(page.getByRole('tabpanel', { name: 'bws' })).toContainText(
    'PROD_PAYMENTS_STRIPE_KEY="$(bws secret get',
  )
  await page.getByRole('tab', { name: 'Kubernetes, operator' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('kind: BitwardenSecret')
  expect(await findings(page)).toEqual([])
  expect(await mock.count('secretGet')).toBe(0)
})
