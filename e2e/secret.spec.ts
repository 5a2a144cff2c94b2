import type { Page } from '@playwright/test'
import { oddities } from '#/mocks/seed/demo/oddities'
import { expect, test } from './support/test'
import { found } from './support/mock'
import { lockButton, signInAs } from './support/sign-in'
import { harbourline, secretId, secretList, secretPath, tidewaterSecretId } from './support/seed'

const PIN = 'PROD_EDGE_ORIGIN_PIN'
const reveal = (page: Page) => page.getByRole('button', { name: 'Reveal', exact: true })
const copy = (page: Page) => page.getByRole('button', { name: 'Copy value' })
const value = (page: Page) => page.getByRole('textbox', { name: 'Value', exact: true })
const masked = (page: Page) => page.getByRole('img', { name: 'Value, hidden' })
const edit = (page: Page) => page.getByRole('button', { name: 'Edit secret' })
const oddity = (name: string) =>
  found(
    oddities.find((each) => each.name.startsWith(name)),
    name,
  )
/** The line beside the value while something of it is on the clipboard. */
const onClipboard = (page: Page) => page.getByRole('group', { name: 'Clipboard' })
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function openDelete(page: Page) {
  await page.getByRole('button', { name: 'More acts' }).click()
  await page.getByRole('menuitem', { name: 'Delete secret' }).click()
}

test('opening a secret reads nothing; revealing is one recorded read', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretPath(PIN))
  await expect(page.getByRole('heading', { name: PIN })).toBeVisible()
  await expect(masked(page)).toBeVisible()
  await expect(page.getByText(/^Not read yet\. Revealing or copying records/)).toBeVisible()
  expect(await mock.count('secretGet')).toBe(0)

  const before = (await mock.tables()).events.length
  await reveal(page).click()
  await expect(value(page)).toHaveText(/^\d+$/)
  await expect(page.getByText(/^Read at .* recorded under your name$/)).toBeVisible()
  expect(await mock.count('secretGet')).toBe(1)
  const written = (await mock.tables()).events.slice(before)
  expect(written.map(({ type, secretId: id }) => [type, id])).toEqual([[2100, secretId(PIN)]])

  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await expect(masked(page)).toBeVisible()
  await expect(value(page)).toHaveCount(0)
  // Coverage says that hiding leaves no event.
  expect((await mock.tables()).events).toHaveLength(before + 1)

  // The right went meanwhile, or the secret did: told where the value would stand, and tried again from there.
  await mock.fail({ fault: 'reject', match: 'secretGet', times: 1 })
  await reveal(page).click()
  await expect(page.getByText(/Refused by a fault switch\./).first()).toBeVisible()
  await expect(masked(page)).toBeVisible()
  await reveal(page).click()
  await expect(value(page)).toHaveText(/^\d+$/)
})

test('a revealed value is masked again after its time', async ({ page }) => {
  await page.clock.install()
  await signInAs(page, 'owner', secretPath(PIN))
  await reveal(page).click()
  await expect(value(page)).toBeVisible()
  await expect(page.getByText(/^Hides in \d+ s$/).first()).toBeVisible()
  await page.clock.fastForward(31_000)
  await expect(masked(page)).toBeVisible()
  await expect(value(page)).toHaveCount(0)
})

test('a revealed value is masked when the window loses the focus, and on lock', async ({ page }) => {
  await signInAs(page, 'owner', secretPath(PIN))
  await reveal(page).click()
  const text = (await value(page).textContent()) ?? ''
  await page.evaluate(() => dispatchEvent(new Event('blur')))
  await expect(masked(page)).toBeVisible()
  await reveal(page).click()
  await expect(value(page)).toBeVisible()
  await lockButton(page).click()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  expect(await page.content()).not.toContain(text)
})

test('copying shows nothing; the clipboard is cleared after its time', async ({ page, context, mock }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.clock.install()
  await signInAs(page, 'owner', secretPath(oddity('PROD_TELEMETRY_AGENT_ENV').name))
  await copy(page).click()
  await expect(onClipboard(page)).toBeVisible()
  await expect(masked(page)).toBeVisible()
  await expect.poll(() => clipboard(page)).toBe(oddity('PROD_TELEMETRY_AGENT_ENV').value)
  expect(await mock.count('secretGet')).toBe(1)
  await page.clock.fastForward(31_000)
  await expect(onClipboard(page)).toHaveCount(0)
  await expect.poll(() => clipboard(page)).toBe('')
})

test('the clipboard can be cleared at once, and what came later is left alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(page, 'owner', secretPath(PIN))
  await copy(page).click()
  await page.getByRole('button', { name: 'Clear now' }).click()
  await expect(onClipboard(page)).toHaveCount(0)
  await expect.poll(() => clipboard(page)).toBe('')
  await copy(page).click()
  await expect(onClipboard(page)).toBeVisible()
  await page.evaluate(() => navigator.clipboard.writeText('my own words'))
  await page.getByRole('button', { name: 'Clear now' }).click()
  await expect(onClipboard(page)).toHaveCount(0)
  expect(await clipboard(page)).toBe('my own words')
})

const odd = [
  ['a line feed at its end', 'PROD_TELEMETRY_AGENT_ENV'],
  ['Windows line ends', 'PROD_WAREHOUSE_LEGACY_INI'],
  ['25,000 characters', 'PROD_PLATFORM_TRUST_BUNDLE'],
  ['emoji', '🚢 launch day'],
  ['text from right to left', 'PROD_PARTNER_RIYADH'],
  ['invisible characters', 'PROD_PARTNER_PASTED_TOKEN'],
  ['spaces at both ends', 'STAGING_CHECKOUT_PADDED'],
  ['mark-up', 'DEV_SANDBOX_">'],
  ['nothing in it', 'DEV_SANDBOX_EMPTY_VALUE'],
] as const

test('values of every kind are shown and copied to the byte', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(page, 'owner', secretList)
  for (const [what, name] of odd) {
    await test.step(what, async () => {
      const { name: whole, value: text } = oddity(name)
      await page.goto(secretPath(whole))
      await expect(page.getByRole('heading', { name: whole })).toBeVisible()
      await reveal(page).click()
      await expect(value(page)).toBeVisible()
      await expect.poll(() => value(page).evaluate((box) => box.textContent)).toBe(text)
      await copy(page).click()
      await expect.poll(() => clipboard(page)).toBe(text)
    })
  }
})

test('invisible characters are marked, without becoming part of the text', async ({ page }) => {
  await signInAs(page, 'owner', secretPath('PROD_WAREHOUSE_LEGACY_INI'))
  await reveal(page).click()
  await expect(value(page)).toHaveAttribute('data-end', 'end of value')
  const box = page.getByRole('region', { name: 'About the value' }).or(page.getByRole('main'))
  await expect(box.first()).toContainText(/CRLF/)
})

test('a spoiled value is told with its reason, and cannot be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(page, 'owner', secretPath('PROD_WAREHOUSE_PAYROLL_EXPORT_KEY'))
  await reveal(page).click()
  await expect(page.getByRole('alert')).toContainText('This value cannot be decrypted.')
  await copy(page).click()
  await expect(page.getByText(/so there is nothing to copy/)).toBeVisible()
})

test('a spoiled name is called so, and everything else of the secret works', async ({ page }) => {
  await signInAs(page, 'owner', secretPath('STAGING_PAYMENTS_CHARGEBACK_TOKEN'))
  await expect(page.getByRole('heading', { name: 'Name cannot be decrypted' })).toBeVisible()
  await reveal(page).click()
  await expect(value(page)).toBeVisible()
})

test('who may only read sees the acts of change, closed and with the reason', async ({ page, mock }) => {
  const [{ name }] = [
    found(
      oddities.find(({ project }) => project === 'Checkout'),
      'oddity in Checkout',
    ),
  ]
  await signInAs(page, 'reader', secretPath(name))
  await expect(edit(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(edit(page)).toHaveAccessibleDescription(/You can read this secret, not change it/)
  await page.getByRole('button', { name: 'More acts' }).click()
  const remove = page.getByRole('menuitem', { name: /^Delete secret/ })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await expect(remove).toContainText('You can read this secret, not change it')
  await page.keyboard.press('Escape')
  await edit(page).click({ force: true })
  await expect(page).toHaveURL(secretPath(name))
  await reveal(page).click()
  await expect(value(page)).toBeVisible()
  expect(await mock.count('secretUpdate')).toBe(0)
})

test('deleting asks first, says what it means, and leads back to the list', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretPath(PIN))
  await openDelete(page)
  const dialog = page.getByRole('dialog', { name: 'Delete this secret?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(dialog).toContainText('Recorded as “deleted secret” (2103)')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'More acts' })).toBeFocused()
  await openDelete(page)
  await page.getByRole('button', { name: 'Delete 1 secret' }).click()
  await page.waitForURL(`**${secretList}`)
  await expect(page.getByText('The secret is in the trash')).toBeVisible()
  expect((await mock.secret(secretId(PIN))).deletedDate).not.toBeNull()
})

test('a deletion that fails is told in its dialog, which stays', async ({ page, mock }) => {
  await signInAs(page, 'owner', secretPath(PIN))
  await mock.fail({ fault: 'status500', times: 1 })
  await openDelete(page)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Delete 1 secret' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The server failed (500).')
  await page.getByRole('button', { name: 'Delete 1 secret' }).click()
  await page.waitForURL(`**${secretList}`)
})

test('an unknown id, and one of another organization, open a page that guesses nothing', async ({ page }) => {
  const nobody = '11111111-2222-4333-8444-555555555555'
  await signInAs(page, 'owner', `${secretList}/${nobody}`)
  await expect(page.getByRole('heading', { name: 'Secret 11111111 is not here' })).toBeVisible()
  const foreign = tidewaterSecretId('BERTH_API_KEY')
  await page.goto(`/orgs/${harbourline}/secrets/${foreign}`)
  await expect(page.getByRole('heading', { name: `Secret ${foreign.slice(0, 8)} is not here` })).toBeVisible()
  await expect(page.getByText('nor in the trash: it was deleted for good, or never was here.')).toBeVisible()
})

test('the address of a secret in the trash tells an owner so', async ({ page }) => {
  await signInAs(page, 'owner', secretPath('DEV_SANDBOX_MAPS_KEY'))
  await expect(page.getByRole('heading', { name: /^Secret \w{8} is in the trash$/ })).toBeVisible()
  await expect(page.getByText('DEV_SANDBOX_MAPS_KEY')).toBeVisible()
  await expect(page.getByText(/and goes for good in \d+ days\./)).toBeVisible()
  await page.getByRole('link', { name: 'Open the trash' }).click()
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible()
})

test('who may not see the trash is told nothing of it', async ({ page, mock }) => {
  await signInAs(page, 'reader', secretPath('DEV_SANDBOX_MAPS_KEY'))
  await expect(page.getByRole('heading', { name: /is not here$/ })).toBeVisible()
  await expect(page.getByText('the server does not tell which')).toBeVisible()
  expect(await mock.count('trashList')).toBe(0)
})
