import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { credentialsOf, lockButton, rail, signInAs } from './support/sign-in'
import { secretId, secretList, secretPath } from './support/seed'
import { tabTo } from './support/tab-to'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const value = (page: Page) => page.getByRole('textbox', { name: 'Value', exact: true })

test('sign in, find, reveal, edit, restore, lock and unlock by keyboard alone', async ({ page, mock }) => {
  // One long way; each Tab is a step of its own.
  test.slow()
  const owner = credentialsOf('owner')

  await test.step('sign in', async () => {
    await page.goto('/sign-in')
    await expect(page.getByText(/^answered in/)).toBeVisible()
    await tabTo(page, page.getByLabel('E-mail'))
    await page.keyboard.type(owner.email)
    await tabTo(page, field(page, 'Master password'))
    await page.keyboard.type(owner.password)
    await page.keyboard.press('Enter')
    await expect(lockButton(page)).toBeVisible()
  })

  await test.step('find and open', async () => {
    await tabTo(page, rail(page, 'Secrets'))
    await page.keyboard.press('Enter')
    const grid = page.getByRole('grid', { name: 'Secrets' })
    await expect(grid.getByRole('link').first()).toBeVisible()
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('prod_payments_ledger')
    await expect(grid.getByRole('link').first()).toHaveText(LEDGER)
    await page.keyboard.press('Enter')
    await expect(grid).toBeFocused()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${secretPath(LEDGER)}`)
  })

  await test.step('reveal and hide', async () => {
    const reveal = page.getByRole('button', { name: 'Reveal', exact: true })
    await tabTo(page, reveal)
    await page.keyboard.press('Enter')
    await expect(value(page)).toContainText('"user": "ledger_rw"')
    await expect(page.getByRole('button', { name: 'Hide', exact: true })).toBeFocused()
    await page.keyboard.press('r')
    await expect(value(page)).toHaveCount(0)
  })

  await test.step('edit and save', async () => {
    await page.keyboard.press('e')
    await expect(field(page, 'Name')).toBeVisible()
    await tabTo(page, field(page, 'Value'))
    await page.keyboard.press('Control+a')
    await page.keyboard.type('typed by hand')
    await tabTo(page, field(page, 'Note'))
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(`**${secretPath(LEDGER)}`)
    await expect(page.getByRole('button', { name: 'Edit secret' })).toBeVisible()
  })

  await test.step('restore an earlier version', async () => {
    const before = await mock.secret(secretId(LEDGER))
    await page.keyboard.press('v')
    const restore = page.getByRole('button', { name: 'Restore version 3', exact: true })
    await tabTo(page, restore)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Restore version 3?' })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(restore).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: 'Restore version 3' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Version 3 is the current value again').first()).toBeVisible()
    expect((await mock.secret(secretId(LEDGER))).value).not.toBe(before.value)
  })

  await test.step('lock and unlock', async () => {
    await tabTo(page, lockButton(page), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(field(page, 'Master password')).toBeFocused()
    await page.keyboard.type(owner.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: LEDGER })).toBeVisible()
  })
})

test('a secret is made and deleted by keyboard alone', async ({ page, mock }) => {
  await signInAs(page, 'owner', `${secretList}/new`)
  await expect(field(page, 'Name')).toBeFocused()
  await page.keyboard.type('DEV_BY_KEYBOARD')
  await page.keyboard.press('Tab')
  await expect(field(page, 'Value')).toBeFocused()
  await page.keyboard.type('first line')
  await page.keyboard.press('Enter')
  await page.keyboard.type('second line')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'DEV_BY_KEYBOARD' })).toBeVisible()
  const id = page.url().split('/').at(-1) ?? ''
  await tabTo(page, page.getByRole('button', { name: 'More acts' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Delete secret' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Delete 1 secret' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${secretList}`)
  expect((await mock.secret(id)).deletedDate).not.toBeNull()
})

test('the first Tab leads past top bar and rail to the content', async ({ page }) => {
  await signInAs(page, 'owner', secretPath(LEDGER))
  await expect(page.getByRole('heading', { name: LEDGER })).toBeVisible()
  // As after a reload: nothing has the focus yet.
  await page.reload()
  await expect(page.getByRole('heading', { name: LEDGER })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  const inMain = await page
    .getByRole('main')
    .evaluate((main) => main !== document.activeElement && main.contains(document.activeElement))
  expect(inMain).toBe(true)
})

test('keys are listed, and leave typing alone', async ({ page }) => {
  await signInAs(page, 'owner', secretList)
  const grid = page.getByRole('grid', { name: 'Secrets' })
  await expect(grid.getByRole('link').first()).toBeVisible()
  await page.keyboard.press('j')
  await expect(grid).toBeFocused()
  await page.keyboard.press('End')
  await expect(grid.getByRole('row').and(page.locator('[aria-rowindex="241"]'))).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('?')
  await expect(page.getByText(/^Copy the value, records one “accessed secret” event/)).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByText(/^Copy the value, records one “accessed secret” event/)).toHaveCount(0)
  await expect(grid).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('jce?')
  await expect(page.getByRole('searchbox')).toHaveValue('jce?')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page).toHaveURL(secretList)
})
