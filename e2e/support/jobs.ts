import type { Page } from '@playwright/test'
import { expect } from './test'

// The list of secrets with some selected, and the jobs that this begins.

export const grid = (page: Page) => page.getByRole('grid', { name: 'Secrets' })
export const dialog = (page: Page) => page.getByRole('dialog')
export const bar = (page: Page) => page.getByRole('region', { name: 'Selection' })
export const jobs = (page: Page) => page.getByRole('button', { name: /^Jobs: / })
export const search = (page: Page) => page.getByRole('searchbox', { name: 'Search names' })
export const sheet = (page: Page) => page.getByRole('complementary', { name: /^Jobs/ })

/** Selects everything that matches a text; gives how many that are. */
export async function selectMatching(page: Page, text: string): Promise<number> {
  await expect(page.getByText(/list complete| of \d+ match/)).toBeVisible()
  await search(page).fill(text)
  // The rows come a moment after the letters, and may have been those of another search.
  await expect(grid(page).getByRole('link').first()).toContainText(text)
  await expect(page.getByText(/ of \d+ match/)).toBeVisible()
  const count = Number(await grid(page).getAttribute('aria-rowcount')) - 1
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await expect(bar(page)).toContainText(new RegExp(`^${count} secrets? selected`))
  return count
}

export async function startMove(page: Page, project: string) {
  await bar(page).getByRole('button', { name: /^Move/ }).click()
  await dialog(page).getByLabel('Into project').selectOption({ label: project })
  await dialog(page)
    .getByRole('button', { name: /^Move \d+ secret/ })
    .click()
  await expect(dialog(page)).toHaveCount(0)
}
