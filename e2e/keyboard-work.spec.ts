import type { Page } from '@playwright/test'
import { dialog, grid } from './support/jobs'
import { expect, test } from './support/test'
import { rail, signInAs } from './support/sign-in'
import { projectId, projectPath, secretList, secretPath } from './support/seed'
import { tabTo } from './support/tab-to'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'
const PIN = 'PROD_EDGE_ORIGIN_PIN'
const undoBar = (page: Page) => page.getByRole('region', { name: 'Undo' })
const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** What was said to screen readers, which stands in a live region of the frame for a while. */
const said = (page: Page, words: string | RegExp) =>
  expect(page.locator('[aria-live]').filter({ hasText: words }).first()).toBeAttached()

test('keys pressed before the bar of the selection has loaded are not lost', async ({ page }) => {
  await signInAs(page, 'owner', secretList)
  await expect(page.getByText('list complete')).toBeVisible()
  await grid(page).focus()
  // Faster than any network: only microtasks lie between the two keys.
  await grid(page).evaluate(async (element) => {
    for (const key of ['x', 'm']) {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await Promise.resolve()
    }
  })
  await expect(dialog(page).getByLabel('Into project')).toBeFocused()
  await expect(dialog(page).getByRole('button', { name: 'Move 1 secret' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(grid(page)).toBeFocused()
})

test('move, note, undo, and deleting a version and a project, by keyboard alone', async ({ page, mock }) => {
  // One long way; each Tab is a step of its own.
  test.slow()
  await signInAs(page, 'owner', secretList)
  await expect(page.getByText('list complete')).toBeVisible()
  const inSandbox = async () =>
    (await mock.tables()).secrets.filter((row) => row.projectId === projectId('Sandbox')).length
  const before = await inSandbox()

  await test.step('move, and back by the key of the undo bar', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('PROD_MOBILE')
    // The rows come a moment after the letters, and may have been those of the first of them.
    await expect(grid(page).getByRole('link').first()).toContainText('PROD_MOBILE')
    await expect(page.getByText(/ of \d+ match/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(grid(page)).toBeFocused()
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('m')
    await expect(dialog(page).getByLabel('Into project')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(grid(page)).toBeFocused()
    await page.keyboard.press('m')
    await expect(dialog(page).getByLabel('Into project')).toBeFocused()
    await page.keyboard.type('Sandb')
    await tabTo(page, dialog(page).getByRole('button', { name: 'Move 2 secrets' }))
    await page.keyboard.press('Enter')
    await expect(undoBar(page)).toContainText('Move 2 secrets to Sandbox: 2 moved')
    await expect(grid(page)).toBeFocused()
    await said(page, 'Undo stands below the page')
    expect(await inSandbox()).toBe(before + 2)
    await page.keyboard.press('z')
    await expect(undoBar(page)).toContainText('Move 2 secrets back: 2 moved')
    expect(await inSandbox()).toBe(before)
  })

  await test.step('note, undone by the button, from which the focus goes back', async () => {
    await page.keyboard.press('x')
    await page.keyboard.press('o')
    await tabTo(page, dialog(page).getByLabel('Text'))
    await page.keyboard.type('rotate in October')
    await tabTo(page, dialog(page).getByRole('button', { name: 'Add to the note of 1 secret' }))
    await page.keyboard.press('Enter')
    await expect(undoBar(page)).toContainText('noted')
    await expect(grid(page)).toBeFocused()
    await tabTo(page, undoBar(page).getByRole('button', { name: 'Undo 1' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Jobs: 1 put back/ })).toBeVisible()
    await expect(page.locator('body')).not.toBeFocused()
  })

  await test.step('delete a version', async () => {
    await page.goto(`${secretPath(LEDGER)}/versions`)
    const remove = named(page, 'Delete version 3')
    await tabTo(page, remove)
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(remove).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('version 3')
    await page.keyboard.press('Enter')
    await said(page, 'Version 3 is deleted')
    await expect(dialog(page)).toHaveCount(0)
    await expect(page.locator('body')).not.toBeFocused()
  })

  await test.step('delete a project', async () => {
    await page.goto(projectPath('Sandbox'))
    await tabTo(page, named(page, 'More acts'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await expect(page.getByRole('menuitem', { name: 'Delete project' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByLabel('Type the project’s name to delete it')).toBeFocused()
    // However quickly the keys come, they mean the item that they lead to.
    for (let turn = 0; turn < 5; turn++) {
      await page.keyboard.press('Escape')
      await expect(named(page, 'More acts')).toBeFocused()
      await page.keyboard.press('Enter')
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await expect(dialog(page).getByLabel('Type the project’s name to delete it')).toBeFocused()
    }
    await page.keyboard.type('Sandbox')
    await expect(dialog(page).getByRole('button', { name: /^Delete project, keep/ })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await page.keyboard.press('Enter')
    await expect(page.getByText('13 projects')).toBeVisible()
    await expect(page.locator('body')).not.toBeFocused()
  })
})

test('a date, the same value elsewhere, folding, and Home with its drafts, by keyboard alone', async ({
  page,
  mock,
}) => {
  test.slow()
  // A machine that stalls shall not hide the value meanwhile.
  await page.addInitScript(() => localStorage.setItem('strongroom.settings', '{"hideAfter":600}'))
  await signInAs(page, 'owner', secretPath(LEDGER))

  await test.step('fold JSON', async () => {
    await expect(named(page, 'Reveal')).toBeVisible()
    await page.keyboard.press('r')
    const box = page.getByRole('textbox', { name: 'Value', exact: true })
    await tabTo(page, box.getByRole('button', { name: 'Fold object, 6 keys' }))
    await page.keyboard.press('Enter')
    await expect(box.getByText('"host"')).toBeHidden()
    const unfold = box.getByRole('button', { name: 'Unfold object, 6 keys' })
    await expect(unfold).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(box.getByText('"host"')).toBeVisible()
    await tabTo(page, named(page, 'Fold all'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(unfold).toBeVisible()
  })

  await test.step('the same value elsewhere', async () => {
    const look = named(page, 'Look for the same value elsewhere')
    await tabTo(page, look)
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('radio', { name: 'This project' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await tabTo(page, dialog(page).getByLabel('Only names that contain'))
    await page.keyboard.type('WAREHOUSE')
    await mock.fail({ fault: 'slow', match: 'secretGetByIds', ms: 1_500 })
    const compare = dialog(page).getByRole('button', { name: /^Read and compare \d+ secrets$/ })
    await tabTo(page, compare)
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('button', { name: 'Stop' })).toBeFocused()
    await expect(dialog(page).getByRole('status')).toContainText('In no other of')
    await expect(dialog(page).getByRole('button', { name: 'Close' }).last()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(look).toBeFocused()
    await mock.mend()
  })

  await test.step('a project at a date', async () => {
    await page.goto(`${projectPath('Edge')}/at`)
    const date = page.getByLabel(/^Which value was live on/)
    await tabTo(page, date)
    // Month and day alike, and a half of the day that may not be asked for: the order is the browser's.
    await page.keyboard.type('11112025')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1130a')
    await expect(page).toHaveURL(/at=2025-11-11T11/)
    await mock.fail({ fault: 'slow', match: 'secretVersionList', ms: 300 })
    await tabTo(page, page.getByRole('button', { name: /^Read \d+ version lists$/ }))
    await page.keyboard.press('Enter')
    await expect(named(page, 'Stop reading')).toBeFocused()
    await page.keyboard.press('Enter')
    await mock.mend()
    await tabTo(page, page.getByRole('button', { name: /^Read \d+ version lists?$/ }))
    await page.keyboard.press('Enter')
    await expect(named(page, 'Stop reading')).toHaveCount(0)
    await expect(page.locator('body')).not.toBeFocused()
  })

  await test.step('Home: a draft is thrown away, then one that needs somebody is followed', async () => {
    await page.goto(`${secretPath(PIN)}/edit`)
    await tabTo(page, page.getByLabel('Note', { exact: true }))
    await page.keyboard.type('Not yet.')
    await expect(page.getByText(/^Draft sealed on this device at/)).toBeVisible()
    await tabTo(page, rail(page, 'Home'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible()
    const drafts = page.getByRole('region', { name: 'Drafts' })
    const erase = drafts.getByRole('button', { name: /^Erase draft of Secret/ })
    await tabTo(page, erase)
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(erase).toBeFocused()
    await page.keyboard.press('Enter')
    await tabTo(page, dialog(page).getByRole('button', { name: 'Erase 1 draft' }))
    await page.keyboard.press('Enter')
    await expect(drafts).toHaveCount(0)
    await said(page, 'Draft erased')
    await expect(page.getByRole('main')).toBeFocused()
    await tabTo(page, page.getByRole('link', { name: 'Show 1 secret' }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/secrets\?is=spoiled$/)
    await expect(page.getByRole('main')).toBeFocused()
  })
})
