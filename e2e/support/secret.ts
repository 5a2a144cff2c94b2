import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** From a secret's page to its form. The page and the form both have a "Value": the heading tells them apart. */
export async function clickEdit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit secret' }).click()
  await expect(page.getByRole('heading', { name: 'Edit secret' })).toBeVisible()
}
