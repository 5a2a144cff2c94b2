import type { Page } from '@playwright/test'
import { credentialsOf, signInAs, unlock } from './support/sign-in'
import { projectList, projectPath, secretList, secretPath } from './support/seed'
import { findings } from './support/axe'
import { expect, test } from './support/test'

const notice = (page: Page) => page.getByRole('button', { name: /Names hidden/ })
const KEY = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'

/** Names of all kinds in the demo organization: of secrets, projects, people and the organization itself. */
const seedNames =
  /(?:PROD|STAGING|DEV)_[A-Z_]{4,}|Harbourline|Tidewater|\bPayments\b|\bCheckout\b|\bSandbox\b|\bMara\b|[\w.]+@[\w-]+\.\w+/

/** All that a page says: its text, what is told to screen readers, tooltips, what stands in fields. */
const everything = (page: Page) =>
  page.evaluate(() => {
    const told = ['aria-label', 'title', 'placeholder', 'alt', 'value', 'aria-description']
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => [
      ...told.map((name) => element.getAttribute(name) ?? ''),
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '',
    ])
    return [document.title, document.body.textContent ?? '', ...attributes].join('\n')
  })

/** What is asked for has come: names arrive with it. */
async function settled(page: Page) {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByText(/^Loading|still loading/)).toHaveCount(0)
}

test('one key hides every name on every page, and the acts that would show or change one', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretList)
  const grid = page.getByRole('grid', { name: 'Secrets' })
  await expect(grid.getByRole('link').first()).toBeVisible()
  expect(await everything(page)).toMatch(seedNames)
  await page.getByRole('searchbox').fill('ledger')
  await page.getByRole('searchbox').press('Control+.')
  await expect(notice(page)).toBeVisible()
  // What was typed is gone too, as it may be a part of a name.
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(grid.getByRole('link').first()).toHaveText(/^[•\u2060]+ [0-9a-f]{8}$/)
  expect(await findings(page)).toEqual([])

  // Inside the frame one goes by links, as a reload would end the mode with the memory of the tab.
  await expect(page.getByText('240 secrets')).toBeVisible()
  expect(await everything(page)).not.toMatch(seedNames)
  const sections = page.getByRole('navigation', { name: 'Sections' }).getByRole('link')
  for (const section of await sections.all()) {
    await section.click()
    await expect(section).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    await settled(page)
    expect(await everything(page), page.url()).not.toMatch(seedNames)
  }
  await mock.clearLog()
  await page.evaluate((path) => history.pushState({}, '', path), secretPath(KEY))
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/•/)
  const reveal = page.getByRole('button', { name: 'Reveal' })
  await expect(reveal).toHaveAttribute('aria-disabled', 'true')
  await reveal.hover()
  await expect(page.getByRole('tooltip')).toContainText('Screen-share mode is on')
  await page.keyboard.press('r')
  await page.keyboard.press('c')
  expect(await everything(page)).not.toMatch(seedNames)
  for (const path of [`${secretPath(KEY)}/versions`, projectPath('Payments')]) {
    await page.evaluate((to) => history.pushState({}, '', to), path)
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/•/)
    await settled(page)
    expect(await everything(page), path).not.toMatch(seedNames)
  }
  expect(await mock.count('secretGet')).toBe(0)

  await notice(page).click()
  await expect(page.getByRole('heading', { name: 'Payments' })).toBeVisible()
  await expect(notice(page)).toHaveCount(0)
})

test('a form keeps what was typed, and what is hidden cannot be saved over the true name', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', `${secretPath(KEY)}/edit`)
  await expect(page.getByRole('heading', { name: 'Edit secret' })).toBeVisible()
  await page.getByLabel('Note').fill('a note of mine')
  await page.keyboard.press('Control+.')
  await expect(notice(page)).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Screen-share mode is on')
  expect(await everything(page)).not.toContain('a note of mine')
  await page.keyboard.press('Control+.')
  await expect(page.getByRole('heading', { name: 'Edit secret' })).toBeVisible()
  await expect(page.getByLabel('Note')).toHaveValue('a note of mine')
  expect(await mock.count('secretUpdate')).toBe(0)
})

test('the mode outlasts a lock, and is one tab’s alone', async ({ page, context }) => {
  await signInAs(page, 'owner', projectList)
  await expect(page.getByRole('link', { name: 'Payments' })).toBeVisible()
  await page.keyboard.press('Control+.')
  await expect(notice(page)).toBeVisible()
  const other = await context.newPage()
  await other.goto(projectList)
  await expect(other.getByRole('link', { name: 'Payments' })).toBeVisible()
  await other.close()
  await page.getByRole('button', { name: 'Lock in all tabs' }).click()
  await unlock(page, credentialsOf('owner').password)
  await expect(notice(page)).toBeVisible()
  await expect(page.getByRole('grid').getByRole('link').first()).toHaveText(/•/)
  expect(await everything(page)).not.toMatch(seedNames)
})
