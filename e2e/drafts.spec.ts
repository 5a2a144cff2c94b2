import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { credentialsOf, lockButton, passwordField, signInAs, unlock } from './support/sign-in'
import { projectList, projectPath, secretList, secretPath } from './support/seed'

const PIN = 'PROD_EDGE_ORIGIN_PIN'
const { password } = credentialsOf('owner')
const name = (page: Page) => page.getByLabel('Name', { exact: true })
const heading = (page: Page) => page.getByRole('heading', { name: 'New secret', level: 1 })

test('two tabs type two new secrets; both drafts wait, and are offered in a third form', async ({
  page,
  context,
}) => {
  await signInAs(page, 'owner', `${secretList}/new`)
  await name(page).fill('FIRST_OF_TWO')
  const copy = await context.newPage()
  // The very address, as "Duplicate tab" gives it.
  await copy.goto(page.url())
  await expect(heading(copy)).toBeVisible()
  await expect(name(copy)).toHaveValue('')
  await expect(copy).not.toHaveURL(page.url())
  await name(copy).fill('SECOND_OF_TWO')
  await expect(page.getByText(/^Draft sealed on this device at/)).toBeVisible()
  await expect(copy.getByText(/^Draft sealed on this device at/)).toBeVisible()
  await page.reload()
  await expect(name(page)).toHaveValue('FIRST_OF_TWO')
  await copy.close()

  await page.goto(secretList)
  await page.getByRole('button', { name: 'New secret' }).click()
  await expect(heading(page)).toBeVisible()
  await expect(name(page)).toHaveValue('')
  const offers = page.getByRole('link', { name: /^Go on with the draft from/ })
  await expect(offers).toHaveCount(2)
  await offers.first().click()
  await expect(name(page)).toHaveValue('SECOND_OF_TWO')
})

test('an edit that was not saved is marked in the list', async ({ page }) => {
  await signInAs(page, 'owner', `${secretPath(PIN)}/edit`)
  await page.getByLabel('Note', { exact: true }).fill('Not yet.')
  await page.getByRole('link', { name: 'Secrets', exact: true }).first().click()
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: PIN })
  await page.getByRole('searchbox', { name: 'Search names' }).fill('origin pin')
  await expect(row.getByText('Draft', { exact: true })).toBeVisible()
})

test('a project’s name outlives a lock and a reload, and is gone after Cancel', async ({ page }) => {
  await signInAs(page, 'owner', projectList)
  await page.getByRole('button', { name: 'New project' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Lighthouse')
  // Any tab locks: the dialog covers this one's button.
  const other = await page.context().newPage()
  await other.goto(projectList)
  await lockButton(other).click()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  expect(await page.content()).not.toContain('Lighthouse')
  await other.close()
  // The dialog comes back at once, and covers the frame.
  await passwordField(page).fill(password)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(dialog.getByLabel('Name')).toHaveValue('Lighthouse')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.goto(projectPath('Loyalty'))
  await expect(page.getByRole('heading', { name: 'Loyalty' })).toBeVisible()
  await page.getByRole('button', { name: 'Rename' }).click()
  await dialog.getByLabel('Name').fill('Loyalty and points')
  await page.reload()
  await expect(page.getByRole('dialog', { name: 'Rename project' }).getByLabel('Name')).toHaveValue(
    'Loyalty and points',
  )
})

test('the note of a request for access is sealed on lock and comes back', async ({ page }) => {
  await signInAs(page, 'withoutSm')
  const note = page.getByLabel('Why you need access')
  await note.fill('Rotating the map keys.')
  await lockButton(page).click()
  await expect(page.getByText('Request for access')).toBeVisible()
  await unlock(page, credentialsOf('withoutSm').password)
  await expect(note).toHaveValue('Rotating the map keys.')
})

test('who signs in after somebody else lands in an organization of their own', async ({ page, context }) => {
  await signInAs(page, 'owner', secretList)
  const other = await context.newPage()
  await other.goto(secretPath(PIN))
  await expect(other.getByRole('heading', { name: PIN })).toBeVisible()
  await page.getByRole('button', { name: /account of Mara/ }).click()
  await page.getByRole('menuitem', { name: /^Sign out/ }).click()
  const { email, password: theirs } = credentialsOf('tidewaterOwner')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Master password', { exact: true }).fill(theirs)
  await page.getByRole('button', { name: 'Continue' }).click()
  for (const tab of [page, other]) {
    await expect(tab.getByRole('button', { name: /account of Isla/ })).toBeVisible()
    await expect(tab.getByText('This organization is not one of yours')).toHaveCount(0)
    await expect(tab.getByText('Tidewater').first()).toBeVisible()
  }
})
