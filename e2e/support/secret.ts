import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** From a secret's page to its form. The page and the form both have a "Value": the heading tells them apart. */
export async function clickEdit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit secret' }).click()
  await expect(page.getByRole('heading', { name: 'Edit secret' })).toBeVisible()
}

/**
 * Types into the search of the secrets and waits until the rows are those that match: they come a moment after the
 * letters, and a row that is clicked before may be another one then.
 */
export async function findSecret(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search names' }).fill(text)
  await expect(page.getByText(/ of \d+ match/)).toBeVisible()
}
