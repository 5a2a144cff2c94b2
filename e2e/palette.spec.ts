import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { projectId, secretId, secretList, secretPath } from './support/seed'
import { signInAs } from './support/sign-in'
import { expect, test } from './support/test'

const KEY = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'
const field = (page: Page) => page.getByRole('combobox', { name: 'Search or run a command' })
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' })
const option = (page: Page, name: string | RegExp) => results(page).getByRole('option', { name })

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
}

test('a secret is found by name, by id and by link, with the keyboard alone, and nothing is read', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretList)
  await expect(page.getByText('240 secrets')).toBeVisible()
  await openPalette(page)
  await page.keyboard.type('ledger db config prod')
  await expect(option(page, KEY)).toHaveAttribute('aria-selected', 'true')
  expect(await findings(page, '[role="dialog"]')).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${secretPath(KEY)}`)
  await expect(page.getByRole('heading', { name: KEY })).toBeVisible()
  expect(page.url()).not.toContain('ledger')

  await openPalette(page)
  // What was open lately stands there before a letter is typed.
  await expect(results(page).getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText(
    new RegExp(KEY),
  )
  await field(page).fill(secretId(KEY).slice(0, 8))
  await expect(option(page, KEY)).toBeVisible()
  await field(page).fill(`${new URL(page.url()).origin}${secretPath(KEY)}/versions`)
  await expect(option(page, 'Open the pasted link')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/versions$/)
  await expect(page.getByRole('list', { name: 'Versions, newest first' })).toBeVisible()

  await openPalette(page)
  await page.keyboard.type('strpie')
  await expect(results(page).getByRole('group', { name: 'Secrets, similar names' })).toBeVisible()
  await field(page).fill('zzzz no such thing')
  await expect(results(page)).toContainText('Nothing that you can read is called so')
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  expect(await mock.count('secretGet')).toBe(0)
})

test('pages, acts, projects and people; acts on a result by Tab', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(page, 'owner', secretList)
  await expect(page.getByText('240 secrets')).toBeVisible()
  await page.getByRole('button', { name: 'Search or run a command' }).click()
  await field(page).fill('>settings')
  await expect(option(page, /^Settings/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await openPalette(page)
  await field(page).fill('payments')
  await expect(results(page).getByRole('group', { name: 'Projects' })).toContainText('Payments')
  await field(page).fill('@mara')
  await expect(results(page).getByRole('group', { name: 'People' })).toContainText('Mara')
  await field(page).fill('k8s-prod-operator')
  await expect(option(page, 'k8s-prod-operator')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'k8s-prod-operator', level: 1 })).toBeVisible()
  await openPalette(page)
  await expect(results(page).getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText(
    /k8s-prod-operator/,
  )
  await field(page).fill(KEY)
  await expect(option(page, KEY)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(results(page).getByRole('option')).toHaveText([
    /^Open/,
    /^Show its versions/,
    /^Copy the name/,
    /^Copy the id/,
    /^Copy a link/,
  ])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(KEY)
  await openPalette(page)
  await field(page).fill('>hide names')
  await expect(option(page, /^Hide names/).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Names hidden/ })).toBeVisible()
  await openPalette(page)
  await field(page).fill('ledger')
  await expect(results(page)).toContainText('•')
  await expect(results(page)).not.toContainText('LEDGER')
})

test('what may not be done is grey and says why', async ({ page, mock }) => {
  await signInAs(page, 'reader', secretList)
  await expect(page.getByText(/list complete/)).toBeVisible()
  await openPalette(page)
  await field(page).fill('>new secret')
  await expect(option(page, /^New secret/)).toHaveAttribute('aria-disabled', 'true')
  await expect(option(page, /^New secret/)).toContainText('You can write to no project')
  await page.keyboard.press('Enter')
  await expect(field(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await mock.fail({ fault: 'serverDown', match: 'projectList' })
  await page.goto(`${secretList}?project=${projectId('Payments')}`)
  await expect(page.getByRole('button', { name: 'Search or run a command' })).toBeVisible()
  await openPalette(page)
  await page.keyboard.type('a')
  await expect(results(page).getByRole('option').first()).toBeVisible()
})

test('letters typed before the palette is there are kept, and it acts on what is selected', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretList)
  await expect(page.getByText(/list complete/)).toBeVisible()
  await page.getByRole('grid', { name: 'Secrets' }).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  // At once, while its code is still on its way.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>note of')
  await expect(field(page)).toHaveValue('>note of')
  await expect(results(page).getByRole('group', { name: 'On the selection' })).toBeVisible()
  expect(await findings(page, '[role="dialog"]')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Note on 2 secrets' })).toBeVisible()
  await page.keyboard.press('Escape')
  await openPalette(page)
  await page.keyboard.type('clear the sel')
  await expect(option(page, /^Clear the selection/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0)
  await openPalette(page)
  await page.keyboard.type('>note of')
  await expect(results(page).getByRole('group', { name: 'On the selection' })).toHaveCount(0)
  expect(await mock.count('secretUpdate')).toBe(0)
})

test('the palette opened right after Esc keeps the focus that a closing dialog would give back', async ({
  page,
}) => {
  await signInAs(page, 'owner', secretList)
  await expect(page.getByText(/list complete/)).toBeVisible()
  await page.getByRole('grid', { name: 'Secrets' }).focus()
  await page.keyboard.press('x')
  await openPalette(page)
  await page.keyboard.type('>note of')
  await expect(results(page).getByRole('group', { name: 'On the selection' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Note on 1 secret' })).toBeVisible()
  // Both keys before any timer of the dialog runs; React draws in between.
  await page.evaluate(async () => {
    const press = (key: string, ctrlKey = false) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
      )
    press('Escape')
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve()
    press('k', true)
    await new Promise((done) => setTimeout(done, 50))
  })
  await expect(page.getByRole('dialog', { name: /^Note on/ })).toHaveCount(0)
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('led')
  await expect(field(page)).toHaveValue('led')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Secrets' })).toBeFocused()
})
