import type { Page } from '@playwright/test'
import { parseAccessToken } from '#/crypto/access-token'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { lockButton, signInAs } from './support/sign-in'
import { machinePath } from './support/seed'

const dialog = (page: Page) => page.getByRole('dialog')
const grid = (page: Page) => page.getByRole('grid', { name: 'Access tokens' })
const tokensOf = (machine: string) => `${machinePath(machine)}/tokens`
const shown = (page: Page) => dialog(page).getByLabel('Access token', { exact: true })

async function openNew(page: Page) {
  await page.getByRole('button', { name: 'New token' }).click()
  await expect(dialog(page).getByLabel('Name')).toBeFocused()
}

test('a token is made, shown once, and signs a machine in', async ({ page, mock, request }) => {
  await signInAs(page, 'owner', tokensOf('ci-deploy'))
  await expect(page.getByText('3 tokens, 3 live')).toBeVisible()
  await openNew(page)
  await dialog(page).getByLabel('Name').fill('github-actions')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('button', { name: 'Copy token' })).toBeFocused()
  const text = (await shown(page).textContent()) ?? ''
  const { id, clientSecret } = parseAccessToken(text)
  await expect(dialog(page)).toContainText('Until 15 Dec 2026, 10:30 UTC')
  expect(await findings(page, '[role=dialog]')).toEqual([])
  // Esc asks first; the way out opens with the tick.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Close without storing the token?' })).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(shown(page)).toHaveText(text)
  const close = dialog(page).getByRole('button', { name: 'Close' })
  await expect(close).toHaveAttribute('aria-disabled', 'true')
  await dialog(page).getByRole('checkbox', { name: 'I have stored it' }).check()
  await close.click()
  await expect(page.getByText('4 tokens, 4 live')).toBeVisible()
  await expect(page.getByText(text)).toHaveCount(0)
  const { accessTokens } = await mock.tables()
  expect(JSON.stringify(accessTokens)).not.toContain(clientSecret)
  const answer = await request.post('/identity/connect/token', {
    headers: { 'mock-db': mock.name },
    form: {
      grant_type: 'client_credentials',
      scope: 'api.secrets',
      client_id: id,
      client_secret: clientSecret,
    },
  })
  expect(answer.status()).toBe(200)
})

test('names that are too long and ends that cannot be are refused in words, before anything is sent', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', tokensOf('ci-deploy'))
  await openNew(page)
  const create = dialog(page).getByRole('button', { name: 'Create token' })
  await dialog(page).getByLabel('Name').fill('🔑'.repeat(200))
  await expect(dialog(page).getByText('800 of 95 bytes')).toBeVisible()
  await expect(
    dialog(page)
      .getByText(/^Shorten it by 705 bytes/)
      .first(),
  ).toBeVisible()
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await dialog(page).getByLabel('Name').fill('pipelines')
  await expect(dialog(page).getByText(/has a token of this name already/)).toBeVisible()
  await dialog(page).getByRole('radio', { name: 'Never' }).check()
  await expect(dialog(page).getByText('It works until somebody revokes it.')).toBeVisible()
  await dialog(page).getByRole('radio', { name: 'Date' }).check()
  const date = dialog(page).getByLabel('Date, in UTC')
  await date.fill('2026-09-16 10:00')
  await expect(dialog(page).getByText(/^That is in the past: 16 Sep 2026, 10:00 UTC/)).toBeVisible()
  await date.fill('2026-12-01T09:30+02:00')
  await expect(dialog(page).getByText(/What you typed is 1 Dec 2026, 07:30 UTC/)).toBeVisible()
  await create.click()
  expect(await mock.count('accessTokenCreate')).toBe(0)
  await date.fill('2026-12-01 09:30')
  await mock.fail({ fault: 'reject', times: 1 })
  await create.click()
  await expect(dialog(page).getByRole('alert')).toContainText('Refused by a fault switch.')
  await expect(date).toHaveValue('2026-12-01 09:30')
  await create.click()
  await expect(dialog(page)).toContainText('Until 1 Dec 2026, 09:30 UTC')
})

test('a lock takes the shown token away', async ({ page }) => {
  await signInAs(page, 'owner', tokensOf('ci-deploy'))
  await openNew(page)
  await dialog(page).getByLabel('Name').fill('lost')
  await page.keyboard.press('Enter')
  await expect(shown(page)).toBeVisible()
  const text = (await shown(page).textContent()) ?? ''
  const other = await page.context().newPage()
  await other.goto('/')
  await lockButton(other).click()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  expect(await page.content()).not.toContain(text.slice(-20))
})

test('tokens are revoked, one and many; what is left is said', async ({ page, mock }) => {
  await signInAs(page, 'owner', tokensOf('loadtest'))
  await expect(page.getByText('2 tokens, 1 live')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all 2' }).click()
  await page.getByRole('button', { name: 'Revoke 2 tokens' }).click()
  await expect(dialog(page)).toContainText('loadtest cannot sign in any more then.')
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused()
  await mock.fail({ fault: 'reject', times: 1 })
  await dialog(page).getByRole('button', { name: 'Revoke 2 tokens' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('Refused by a fault switch.')
  await dialog(page).getByRole('button', { name: 'Revoke 2 tokens' }).click()
  await expect(page.getByRole('heading', { name: 'No access token' })).toBeVisible()
  expect(await mock.count('accessTokenRevoke')).toBe(2)
  await expect(grid(page)).toBeVisible()
})
