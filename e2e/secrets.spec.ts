import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { emptyOwner, rail, signIn, signInAs } from './support/sign-in'
import { projectId, secretId, secretList, secretPath, tidewater } from './support/seed'

const grid = (page: Page) => page.getByRole('grid', { name: 'Secrets' })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search names' })
const row = (page: Page, name: string | RegExp) => grid(page).getByRole('row', { name })
const link = (page: Page, name: string) => grid(page).getByRole('link', { name, exact: true })
const filter = (page: Page, facet: string | RegExp) => page.getByRole('button', { name: facet })

/** The name in the row that the grid tells to be the active one. */
const atCursor = (page: Page) =>
  grid(page).evaluate((element) => {
    const id = element.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(id)?.querySelector('a')?.textContent ?? ''
  })

async function openList(page: Page, query = '') {
  await signInAs(page, 'owner', `${secretList}${query}`)
  await expect(page.getByText(/list complete|match$/).first()).toBeVisible()
}

test('one request brings all names; only those in view are drawn', async ({ page, mock }) => {
  await openList(page)
  await expect(page.getByText('240 secrets')).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '241')
  expect(await grid(page).getByRole('row').count()).toBeLessThan(80)
  expect(await mock.count('secretList')).toBe(1)
  expect(await mock.count('secretGet')).toBe(0)
})

test('a secret among hundreds is found while typing, and opened', async ({ page }) => {
  await openList(page)
  await search(page).fill('ledger prod')
  await expect(link(page, 'PROD_PAYMENTS_LEDGER_DB_CONFIG')).toBeVisible()
  await expect(page.getByText(/of 240\b/)).toBeVisible()
  expect(page.url()).not.toContain('ledger')
  await search(page).press('Enter')
  await expect(grid(page)).toBeFocused()
  await link(page, 'PROD_PAYMENTS_LEDGER_DB_CONFIG').click()
  await page.waitForURL(`**${secretPath('PROD_PAYMENTS_LEDGER_DB_CONFIG')}`)
  await page.goBack()
  await expect(search(page)).toHaveValue('ledger prod')
  await page.reload()
  await expect(page.getByText('240 secrets')).toBeVisible()
  await expect(search(page)).toHaveValue('')
})

test('order and filters stand in the address and survive a reload', async ({ page }) => {
  await openList(page)
  await grid(page).getByRole('button', { name: 'Name' }).click()
  await expect(page).toHaveURL(/[?&]sort=name/)
  await expect(grid(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await grid(page).getByRole('button', { name: 'Name' }).click()
  await expect(page).toHaveURL(/[?&]dir=desc/)
  await page.getByRole('button', { name: 'Project', exact: true, expanded: false }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Sandbox' }).click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`project=${projectId('Sandbox')}`))
  await expect(filter(page, 'Project: Sandbox')).toBeVisible()
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', '241')
  const first = await grid(page).getByRole('link').first().textContent()
  await page.reload()
  await expect(filter(page, 'Project: Sandbox')).toBeVisible()
  await expect(grid(page).getByRole('link').first()).toHaveText(first ?? '')
})

test('each condition narrows the list to what it says', async ({ page }) => {
  await openList(page, '?is=spoiled')
  await expect(link(page, 'Name cannot be decrypted')).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')
  await page.goto(`${secretList}?is=duplicate`)
  await expect(link(page, 'PROD_PAYMENTS_SETTLEMENT_SFTP_KEY').first()).toBeVisible()
  await page.goto(`${secretList}?is=unassigned`)
  await expect(link(page, 'office wifi guest')).toBeVisible()
})

test('mangled search parameters fall back to their defaults', async ({ page }) => {
  await openList(page, '?sort=%00&dir=up&project=../x&access=admin&is=1&foo[]=2')
  await expect(page.getByText('240 secrets')).toBeVisible()
})

test('a spoiled name is a row like others, and opens', async ({ page }) => {
  await openList(page)
  await expect(page.getByText('1 name cannot be decrypted')).toBeVisible()
  await search(page).fill('no secret is called like this')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')
  await expect(page.getByText('1 name cannot be decrypted and is shown anyway')).toBeVisible()
  await link(page, 'Name cannot be decrypted').click()
  await page.waitForURL(`**${secretPath('STAGING_PAYMENTS_CHARGEBACK_TOKEN')}`)
})

test('the grid is walked and used by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openList(page, '?sort=name')
  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await search(page).fill('PROD_EDGE')
  await expect(page.getByText(/ of 240 match/)).toBeVisible()
  await search(page).press('ArrowDown')
  await expect(grid(page)).toBeFocused()
  await expect.poll(() => atCursor(page)).toMatch(/^PROD_EDGE/)
  const first = await atCursor(page)
  await page.keyboard.press('j')
  await expect.poll(() => atCursor(page)).not.toBe(first)
  await page.keyboard.press('k')
  await expect.poll(() => atCursor(page)).toBe(first)
  await page.keyboard.press('n')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(first)
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('v')
  await expect(page).toHaveURL(/\/versions$/)
  await page.goBack()
  await expect(search(page)).toHaveValue('PROD_EDGE')
  await expect.poll(() => atCursor(page)).toBe(first)
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: first })).toBeVisible()
})

test('a row that the edge cuts opens at the first click, and does not run away from it', async ({ page }) => {
  await openList(page)
  const rows = grid(page).getByRole('row')
  const second = await rows.nth(1).boundingBox()
  const list = await grid(page).boundingBox()
  if (!list || !second) throw new Error('The list has no place in the page.')
  const bottom = list.y + list.height
  // 18 of the last row's 36 px are in view: its link is, its middle is at the edge.
  const cut = (bottom - second.y - 18) % second.height
  await grid(page).evaluate((element, by) => element.scrollBy(0, by), second.height - cut)
  const point = [list.x + 80, bottom - 5] as const
  const nameThere = () =>
    page.evaluate(
      ([x, y]) => document.elementFromPoint(x, y)?.closest('[role=row]')?.querySelector('a')?.textContent,
      point,
    )
  await expect.poll(nameThere).toBeTruthy()
  const name = (await nameThere()) ?? ''
  await page.mouse.click(...point)
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
})

test('c copies the value of the row, as one recorded read', async ({ page, context, mock }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openList(page)
  await search(page).fill('office wifi')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3')
  await search(page).press('Enter')
  await expect(grid(page)).toBeFocused()
  // The name that cannot be decrypted is shown in every search, but behind what matches.
  await page.keyboard.press('c')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('harbour-view-guest')
  await expect(page.getByRole('group', { name: 'Clipboard' })).toBeVisible()
  expect(await mock.count('secretGet')).toBe(1)
})

test('a secret is deleted from its row, and the focus goes back to the list', async ({ page, mock }) => {
  await openList(page)
  await search(page).fill('office wifi')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3')
  const only = row(page, /office wifi guest/)
  await only.hover()
  await only.getByRole('button', { name: 'Acts on office wifi guest' }).click()
  await page.getByRole('menuitem', { name: 'Delete secret' }).click()
  await page.getByRole('button', { name: 'Delete 1 secret' }).click()
  await expect(page.getByText('The secret is in the trash')).toBeVisible()
  await expect(only).toHaveCount(0)
  expect((await mock.secret(secretId('office wifi guest'))).deletedDate).not.toBeNull()
})

test('a reader sees what is shared, and acts of change closed with their reason', async ({ page }) => {
  await signInAs(page, 'reader', secretList)
  await expect(grid(page)).toBeVisible()
  await expect(page.getByText('PROD_EDGE_ORIGIN_PIN')).toHaveCount(0)
  const create = page.getByRole('button', { name: 'New secret' })
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await expect(create).toHaveAccessibleDescription(/write to no project/)
})

test('a grant on one secret shows one row, whose project stays closed', async ({ page }) => {
  await signInAs(page, 'oneSecret', secretList)
  await expect(link(page, 'PROD_PARTNER_RATES_FEED_TOKEN')).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')
})

test('two organizations never show each other’s secrets', async ({ page }) => {
  await signInAs(page, 'twoOrganizations', secretList)
  await expect(grid(page).getByRole('link').first()).toBeVisible()
  await expect(page.getByText('BERTH_API_KEY')).toHaveCount(0)
  await page.getByRole('button', { name: 'Organization: Harbourline' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Tidewater' }).click()
  await page.waitForURL(`**/orgs/${tidewater}`)
  await expect(page.getByRole('button', { name: 'Organization: Tidewater' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Secrets' }).click()
  await expect(link(page, 'BERTH_API_KEY')).toBeVisible()
  await expect(grid(page).getByText(/^PROD_/)).toHaveCount(0)
})

test.describe('a list without rows says which of four things it is', () => {
  test('nothing exists yet', async ({ page, mock }) => {
    await mock.create({ seed: 'empty' })
    await signIn(page, emptyOwner)
    await rail(page, 'Secrets').click()
    await expect(page.getByRole('heading', { name: 'No secrets yet' })).toBeVisible()
    await page.getByRole('link', { name: 'New secret' }).click()
    await expect(page).toHaveURL(/\/secrets\/new\?draft=/)
  })

  test('nothing matches', async ({ page }) => {
    await openList(page, '?access=write')
    await page.goto(`${secretList}?project=${projectId('Loyalty')}&is=duplicate`)
    await expect(page.getByRole('heading', { name: 'No secret matches' })).toBeVisible()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(page.getByText('240 secrets', { exact: true })).toBeVisible()
  })

  test('nothing is shared with this person', async ({ page }) => {
    await signInAs(page, 'nothing', secretList)
    await expect(page.getByRole('heading', { name: 'No secret that you can read' })).toBeVisible()
  })

  test('it failed, and can be tried again', async ({ page, mock }) => {
    await mock.fail({ fault: 'serverDown', match: 'secretList' })
    await signInAs(page, 'owner', secretList)
    await expect(page.getByRole('heading', { name: 'Secrets could not be loaded' })).toBeVisible()
    await mock.mend()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('240 secrets')).toBeVisible()
  })
})
