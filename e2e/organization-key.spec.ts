import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { harbourline } from './support/seed'
import { tabTo } from './support/tab-to'

const keyPath = `/orgs/${harbourline}/organization/key`
const { password, email } = credentialsOf('owner')
const KEY = /^[A-Za-z0-9]{30}$/

const dialog = (page: Page) => page.getByRole('dialog')
const panel = (page: Page) => page.getByRole('region', { name: 'Rotation' })
const passwordField = (page: Page) => page.getByRole('textbox', { name: 'Master password' })
const go = (page: Page, name: string) => panel(page).getByRole('button', { name }).click()
const step = (page: Page, name: string) => expect(panel(page).getByRole('heading', { name })).toBeVisible()

/** Through the first two steps, which only look. */
async function toConfirm(page: Page) {
  await page.getByRole('button', { name: 'Rotate key' }).click()
  await step(page, 'Who used it lately')
  await go(page, 'Continue')
  await step(page, 'What to update')
  await go(page, 'Continue')
  await step(page, 'Confirm')
}

async function rotate(page: Page) {
  await passwordField(page).fill(password)
  await go(page, 'Rotate key now')
}

test('the age is told without the key, which is behind the password and can be tested', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', keyPath)
  await expect(page.getByText('days, since')).toBeVisible()
  await expect(page.getByText('Mara Lindqvist, Ines Carvalho')).toBeVisible()
  expect(await mock.count('organizationApiKeyView')).toBe(0)
  expect(await findings(page)).toEqual([])

  await mock.switch({ wrongPasswordDelay: 2_500 })
  await page.getByRole('button', { name: 'Test key' }).click()
  await passwordField(page).fill('not the one')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(/the server waits two seconds/)).toBeVisible()
  await expect(dialog(page).getByText(/does not take this master password/)).toBeVisible()
  await passwordField(page).fill(password)
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByText(/scope api\.organization/)).toBeVisible()
  await expect(dialog(page).getByText(/members, the number this console sees too/)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Reveal key' }).click()
  await expect(dialog(page).getByLabel('client_secret', { exact: true })).toHaveText(KEY)
  expect(await findings(page, '[role=dialog]')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Test key' })).toBeFocused()
})

test('a mailed code stands for the password, and the first look makes a key', async ({ page, mock }) => {
  await mock.tamper((tables) => {
    for (const organization of tables.organizations) organization.apiKeys = []
  })
  await signInAs(page, 'owner', keyPath)
  await expect(page.getByText('There is no key yet. Viewing makes one.')).toBeVisible()
  await page.getByRole('button', { name: 'View key' }).click()
  await expect(dialog(page).getByText('This organization has no key yet.')).toBeVisible()
  await dialog(page).getByRole('radio', { name: 'Code by e-mail' }).check()
  await dialog(page).getByRole('button', { name: 'Mail a code' }).click()
  await expect(dialog(page).getByText(`Sent to ${email}`)).toBeVisible()
  await dialog(page)
    .getByRole('textbox', { name: 'Code' })
    .fill((await mock.mailedCode(email)) ?? '')
  await dialog(page).getByRole('button', { name: 'Make and show key' }).click()
  await dialog(page).getByRole('button', { name: 'Reveal key' }).click()
  await expect(dialog(page).getByLabel('client_secret', { exact: true })).toHaveText(KEY)
})

test('others are told who may', async ({ page, mock }) => {
  await signInAs(page, 'admin', keyPath)
  await expect(page.getByRole('heading', { name: 'The API key is for owners' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Mara Lindqvist' })).toBeVisible()
  expect(await mock.count('organizationApiKeyInformation')).toBe(0)
  expect(await findings(page)).toEqual([])
})

test('a rotation is guided, proved, survives reload and lock, and ends with a receipt', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', keyPath)
  await page.getByRole('button', { name: 'Rotate key' }).click()
  const use = panel(page).getByRole('table', { name: 'Acts of the Public API by address' })
  const rowOf = (address: string) => use.getByRole('row', { name: new RegExp(`^${address}`) })
  await expect(rowOf('198.51.100.24')).toContainText('groups changed, groups of members set')
  await expect(rowOf('203.0.113.88')).toContainText('members invited, members removed')
  await go(page, 'Continue')
  await panel(page).getByLabel('Directory Connector').check()
  await panel(page).getByLabel('Another place').fill('Cron on rack-4')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByLabel('Cron on rack-4')).toBeVisible()
  await page.reload()
  await step(page, 'What to update')
  await expect(panel(page).getByText('Cron on rack-4')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await go(page, 'Continue')
  await rotate(page)
  await step(page, 'New key: proof that it works')
  await go(page, 'Run 3 checks')
  await expect(panel(page).getByText('3 of 3 passed')).toBeVisible()
  await expect(panel(page).getByText('400 invalid_client, as it should be')).toBeVisible()
  await panel(page).getByLabel('Cron on rack-4').check()
  await expect(panel(page).getByText('1 of 2 updated')).toBeVisible()
  expect(await findings(page)).toEqual([])

  // The key is in the page alone; the rest comes back.
  await lockButton(page).click()
  await unlock(page, password)
  await expect(panel(page).getByText(/The new key is not in this page/)).toBeVisible()
  await passwordField(page).fill(password)
  await go(page, 'Show new key')
  await go(page, 'Reveal key')
  const shown = panel(page).getByLabel('client_secret', { exact: true })
  await expect(shown).toHaveText(KEY)
  const key = (await shown.textContent()) ?? ''
  const organization = (await mock.tables()).organizations.find(({ id }) => id === harbourline)
  expect(organization?.apiKeys[0]?.apiKey).toBe(key)
  await go(page, 'Continue to receipt')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name: 'Save receipt' }).click(),
  ])
  const receipt = await readFile(await download.path(), 'utf8')
  expect(receipt).toContain('refused for new tokens')
  expect(receipt).toContain('[x] Cron on rack-4')
  expect(receipt).not.toContain(key)
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).not.toContain(key)
  await go(page, 'Finish rotation')
  await expect(panel(page)).toHaveCount(0)
})

test('an answer that is lost is found out: the key is new, the old one, or not known', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', keyPath)
  await toConfirm(page)
  // A failure has the clock of the server measured anew: it goes three seconds slower than was thought.
  await mock.forward(-3_000)
  // The request never arrives. Without a number: the browser itself tries a cut connection once more.
  await mock.fail({ fault: 'offline', match: 'organizationApiKeyRotate' })
  await rotate(page)
  await expect(panel(page).getByText('The old key still holds: nothing was changed.')).toBeVisible()
  // Nor can the date be read.
  await mock.fail({ fault: 'offline', match: 'organizationApiKeyInformation' })
  await rotate(page)
  await expect(panel(page).getByText('Not known whether the key is new.')).toBeVisible()
  const now = panel(page).getByRole('button', { name: 'Rotate key now' })
  await expect(now).toHaveAttribute('aria-disabled', 'true')
  await mock.mend()
  await panel(page).getByRole('button', { name: 'Find out' }).click()
  await expect(panel(page).getByText('The old key still holds: nothing was changed.')).toBeVisible()
  // It arrives, and its answer does not.
  await mock.fail({ fault: 'contractBreak', match: 'organizationApiKeyRotate', times: 1 })
  await rotate(page)
  await step(page, 'New key: proof that it works')
  await expect(panel(page).getByText('The key is new, but the server’s answer was lost.')).toBeVisible()
  await page.reload()
  await expect(panel(page).getByText('The key is new, but the server’s answer was lost.')).toBeVisible()
  expect(await findings(page, '[aria-label=Rotation]')).toEqual([])
})

test('by keyboard alone: an old key that is taken a while is tried again until it is refused', async ({
  page,
  mock,
}) => {
  await page.clock.install()
  await signInAs(page, 'owner', keyPath)
  const press = async (name: string) => {
    await tabTo(page, page.getByRole('button', { name }))
    await page.keyboard.press('Enter')
  }
  const heading = (name: string) => panel(page).getByRole('heading', { name })
  await press('Rotate key')
  await expect(heading('Who used it lately')).toBeFocused()
  await press('Continue')
  await expect(heading('What to update')).toBeFocused()
  await tabTo(page, panel(page).getByLabel('Another place'))
  await page.keyboard.type('Cron on rack-4')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByLabel('Cron on rack-4')).toBeVisible()
  await press('Continue')
  await expect(heading('Confirm')).toBeFocused()
  const keysOf = (tables: Awaited<ReturnType<typeof mock.tables>>) =>
    tables.organizations.find(({ id }) => id === harbourline)?.apiKeys ?? []
  const before = keysOf(await mock.tables())
  await tabTo(page, passwordField(page))
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(heading('New key: proof that it works')).toBeFocused()

  // As a server does that has the old key in a cache.
  await mock.tamper((tables) => keysOf(tables).push(...before))
  await press('Run 3 checks')
  await expect(panel(page).getByText(/^Still taken at .* Tried again every 15 s/)).toBeVisible()
  const asked = await mock.count('tokenCreate')
  await page.clock.fastForward(16_000)
  await expect.poll(() => mock.count('tokenCreate')).toBe(asked + 1)
  await expect(panel(page).getByText(/^Still taken at .* Tried again every 15 s/)).toBeVisible()
  await mock.tamper((tables) => keysOf(tables).splice(-before.length))
  await page.clock.fastForward(16_000)
  await expect(panel(page).getByText('3 of 3 passed')).toBeVisible()

  await press('Continue to receipt')
  await expect(heading('Receipt')).toBeFocused()
  await press('Finish rotation')
  await expect(dialog(page)).toBeVisible()
  await press('Finish without receipt')
  await expect(panel(page)).toHaveCount(0)
  // The button that had the focus is gone; the page still has it.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('main') instanceof HTMLElement))
    .toBe(true)
})
