import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { projectId, secretList } from './support/seed'
import { signInAs } from './support/sign-in'
import { expect, test } from './support/test'

const grid = (page: Page) => page.getByRole('grid', { name: 'Secrets' })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search names' })
const options = (page: Page) =>
  page.getByRole('listbox', { name: 'What could be written here' }).getByRole('option')
const chip = (page: Page, words: string) =>
  page.getByRole('button', { name: `Remove filter ${words}`, exact: true })

async function openList(page: Page, query = '') {
  await signInAs(page, 'owner', `${secretList}${query}`)
  await expect(page.getByText(/list complete|match$/).first()).toBeVisible()
}

test('a query of operators and words narrows the list, and leaves the address no name', async ({ page }) => {
  await openList(page)
  await search(page).pressSequentially('token project:payments -is:duplicate ')
  await expect(chip(page, 'project:Payments')).toBeVisible()
  await expect(chip(page, '-is:duplicate')).toBeVisible()
  await expect(search(page)).toHaveValue('token ')
  await expect(page).toHaveURL(new RegExp(`project=${projectId('Payments')}`))
  expect(decodeURIComponent(page.url())).toContain('is=-duplicate')
  expect(page.url().toLowerCase()).not.toMatch(/payments|token/)
  await expect(page.getByText(/^\d+ of 240$/)).toBeVisible()
  await expect(grid(page).getByRole('link').first()).toHaveText(/TOKEN/)
  expect(await findings(page)).toEqual([])

  // All but the words survives a reload; a token goes by its button.
  await page.reload()
  await expect(chip(page, '-is:duplicate')).toBeVisible()
  await expect(search(page)).toHaveValue('')
  await chip(page, 'project:Payments').click()
  await chip(page, '-is:duplicate').click()
  await expect(page.getByText('240 secrets', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(secretList)
})

test('completion is chosen by keyboard alone', async ({ page }) => {
  await openList(page)
  await page.keyboard.press('/')
  await page.keyboard.type('pro')
  await expect(options(page)).toHaveText([/^project:/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(search(page)).toHaveValue('project:')
  await page.keyboard.type('sand')
  await expect(options(page)).toHaveText([/^Sandbox/])
  await page.keyboard.press('ArrowDown')
  await expect(options(page)).toHaveAttribute('aria-selected', 'true')
  expect(await findings(page, '[role="listbox"]')).toEqual([])
  await page.keyboard.press('Tab')
  await expect(chip(page, 'project:Sandbox')).toBeVisible()
  await expect(search(page)).toBeFocused()
  await expect(search(page)).toHaveValue('')
  await page.keyboard.type('-is:')
  await expect(options(page).first()).toHaveText(/^unassigned/)
  // The first Esc closes what is offered, the next empties the field.
  await page.keyboard.press('Escape')
  await expect(options(page)).toHaveCount(0)
  await expect(search(page)).toHaveValue('-is:')
  await page.keyboard.type('spoiled')
  await page.keyboard.press('Enter')
  await expect(grid(page)).toBeFocused()
  await expect(chip(page, '-is:spoiled')).toBeVisible()
})

test('what is wrong is marked at its place and not used; what is unknown is text', async ({ page }) => {
  await openList(page)
  await search(page).fill('age:soon is:direct foo:bar')
  const said = page.getByRole('status').filter({ hasText: 'Not used until then' })
  await expect(said).toContainText('soon')
  await expect(said).toContainText('Write >90d or <7d')
  await expect(said).toContainText('Owners and admins read every secret by their role')
  await expect(search(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(search(page)).toHaveAccessibleDescription(/age: Write/)
  await expect(page.getByText('1 of 240', { exact: true })).toBeVisible()
  await search(page).fill('age:>1y ')
  await expect(said).toHaveCount(0)
  await expect(chip(page, 'age:>1y')).toBeVisible()
  // 10,000 signs are read like any others.
  await search(page).fill('(("[is:'.repeat(1_500))
  await expect(page.getByText(/^[01] of 240$/)).toBeVisible()
  await search(page).press('Escape')
  await expect(search(page)).toHaveValue('')
})

test('where little matches, similar names are shown apart', async ({ page }) => {
  await openList(page)
  await search(page).fill('paymnets ledger confgi')
  const similar = page.getByRole('link', { name: 'PROD_PAYMENTS_LEDGER_DB_CONFIG' })
  await expect(page.getByText(/Few match exactly/)).toBeVisible()
  await expect(similar).toBeVisible()
  await expect(page.getByText('1 of 240', { exact: true })).toBeVisible()
  await similar.click()
  await expect(page.getByRole('heading', { name: 'PROD_PAYMENTS_LEDGER_DB_CONFIG' })).toBeVisible()
})

test('a query that is pasted before the tools of queries are there becomes tokens', async ({ page }) => {
  await openList(page)
  await search(page).fill('project:sandbox is:unassigned ledger')
  await expect(chip(page, 'project:Sandbox')).toBeVisible()
  await expect(chip(page, 'is:unassigned')).toBeVisible()
  await expect(search(page)).toHaveValue('ledger')
})

test('a member sees what was shared with them by itself', async ({ page }) => {
  await signInAs(page, 'reader', `${secretList}?is=direct`)
  await expect(page.getByText(/match$/).first()).toBeVisible()
})

test('views are saved sealed, survive a reload, are applied, renamed and deleted', async ({ page }) => {
  await openList(page)
  await search(page).pressSequentially('ledger is:duplicate ')
  await expect(chip(page, 'is:duplicate')).toBeVisible()
  await page.getByRole('button', { name: 'Saved views' }).click()
  const dialog = page.getByRole('dialog', { name: 'Saved views' })
  await expect(dialog.getByText('No view yet')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(dialog.getByText('Give the view a name.')).toBeVisible()
  await dialog.getByLabel('Name of this view').fill('Quarterly ledger look')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Quarterly ledger look', exact: true })).toBeVisible()
  expect(await findings(page, '[role="dialog"]')).toEqual([])

  // All that this browser keeps, as text: no word of the view is in it.
  const kept = await page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '')
        opening.addEventListener('success', () => resolve(opening.result))
        opening.addEventListener('error', () => reject(new Error('not opened')))
      })
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const asking = db.transaction(store).objectStore(store).getAll()
          asking.addEventListener('success', () => resolve(asking.result))
          asking.addEventListener('error', () => reject(new Error('not read')))
        })
        for (const row of rows)
          for (const value of Object.values(row as object))
            found.push(
              `${store}: ${value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value)}`,
            )
      }
      db.close()
    }
    return found.join('\n')
  })
  expect(kept).toContain('views: ')
  expect(kept).not.toMatch(/ledger|Quarterly|duplicate/i)

  await page.goto(secretList)
  await expect(page.getByText('240 secrets', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Saved views' }).click()
  await expect(dialog.getByRole('button', { name: 'Save view' })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('button', { name: 'Rename Quarterly ledger look' }).click()
  await dialog.getByLabel('New name of Quarterly ledger look').fill('Ledgers')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Ledgers', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(search(page)).toHaveValue('ledger ')
  await expect(chip(page, 'is:duplicate')).toBeVisible()
  await page.getByRole('button', { name: 'Saved views' }).click()
  await dialog.getByRole('button', { name: 'Delete Ledgers' }).click()
  await expect(dialog.getByText('No view yet')).toBeVisible()
})
