import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { lockButton, passwordField, credentialsOf, signInAs, typeCredentials } from './support/sign-in'
import { harbourline, projectList, projectPath, secretList, secretPath, settings } from './support/seed'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 })

/** All findings of a step at once: one page with many faults is one failure. */
async function audit(page: Page, what: string, part?: string) {
  await test.step(what, async () => {
    expect.soft(await findings(page, part), what).toEqual([])
  })
}

test('sign-in, its second step and its refusals', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByText(/^answered in/)).toBeVisible()
  await audit(page, 'sign-in')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Type your master password.')).toBeVisible()
  await audit(page, 'sign-in with errors')
  await page.getByRole('radio', { name: 'Personal API key' }).check()
  await expect(page.getByLabel('Client id')).toBeVisible()
  await audit(page, 'sign-in by API key')
  await page.getByRole('radio', { name: 'Password', exact: true }).check()
  await typeCredentials(page, credentialsOf('authenticator'))
  await expect(heading(page, 'Second step')).toBeVisible()
  // The pointer rests where the first step was sent, perhaps long enough for a tooltip.
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await audit(page, 'second step')
})

test('unlock', async ({ page }) => {
  await signInAs(page, 'owner', settings)
  await lockButton(page).click()
  await expect(passwordField(page)).toBeFocused()
  await audit(page, 'unlock')
})

test('secrets', async ({ page }) => {
  await signInAs(page, 'owner', secretList)
  const grid = page.getByRole('grid', { name: 'Secrets' })
  await expect(grid.getByRole('link').first()).toBeVisible()
  await audit(page, 'list')
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(grid.getByRole('link').first()).toBeVisible()
  await audit(page, 'list, narrow')
})

test('a secret, its versions, its edit form and its dialogs', async ({ page }) => {
  await signInAs(page, 'owner', secretPath(LEDGER))
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toBeVisible()
  await audit(page, 'value, revealed')
  await page.getByRole('button', { name: 'More acts' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  // Menus stand at the end of the document, outside of its landmarks, as dialogs do.
  await audit(page, 'menu', '[role=menu]')
  await page.getByRole('menuitem', { name: 'Delete secret' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await audit(page, 'delete')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Versions' }).click()
  await page.getByRole('button', { name: 'Reveal version 3' }).click()
  await expect(page.getByRole('textbox', { name: 'Value of version 3' })).toBeVisible()
  await audit(page, 'versions')
  await page.goto(`${secretPath(LEDGER)}/edit`)
  await expect(page.getByLabel('Value', { exact: true })).toBeVisible()
  await audit(page, 'edit')
  await page.getByLabel('Name', { exact: true }).fill('')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await audit(page, 'edit with errors')
})

test('a spoiled value, an unknown secret, an unknown page, a list that failed', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretPath('PROD_WAREHOUSE_PAYROLL_EXPORT_KEY'))
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await audit(page, 'spoiled value')
  await page.goto(`${secretList}/11111111-2222-4333-8444-555555555555`)
  await expect(heading(page, /is not here$/)).toBeVisible()
  await audit(page, 'unknown secret')
  await page.goto(`/orgs/${harbourline}/no-such-page`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await audit(page, 'unknown page')
  await mock.fail({ fault: 'serverDown', match: 'secretList' })
  await page.goto(secretList)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await audit(page, 'list that failed')
})

test('a new secret, projects and settings', async ({ page }) => {
  await signInAs(page, 'owner', `${secretList}/new`)
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  await audit(page, 'new secret')
  await page.goto(projectList)
  await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible()
  await audit(page, 'projects')
  await page.getByRole('button', { name: 'New project' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await audit(page, 'new project')
  await page.goto(projectPath('Warehouse'))
  await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible()
  await audit(page, 'project')
  await page.getByRole('searchbox').fill('no such name')
  await expect(page.getByRole('heading', { name: 'No secret matches' })).toBeVisible()
  await audit(page, 'nothing matches')
  await page.goto(settings)
  await expect(heading(page, 'Settings')).toBeVisible()
  await audit(page, 'settings')
})

test('who has no access may ask for it', async ({ page }) => {
  await signInAs(page, 'withoutSm')
  await expect(heading(page, 'Secrets are not open to you here')).toBeVisible()
  await audit(page, 'request access')
})
