import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { found, type Mock } from './support/mock'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { projectId, secretId, secretList, secretPath } from './support/seed'

const PIN = 'PROD_EDGE_ORIGIN_PIN'
const INI = 'PROD_WAREHOUSE_LEGACY_INI'
const editPath = (label: string) => `${secretPath(label)}/edit`
const name = (page: Page) => page.getByLabel('Name', { exact: true })
const value = (page: Page) => page.getByLabel('Value', { exact: true })
const note = (page: Page) => page.getByLabel('Note', { exact: true })
const save = (page: Page) => page.getByRole('button', { name: 'Save secret' })

async function openEdit(page: Page, label: string) {
  await signInAs(page, 'owner', editPath(label))
  await expect(value(page)).toBeVisible()
}

/** Behind a read of somebody else, so that our next read already sees it. */
async function colleagueSaves(page: Page, mock: Mock, theirs: string) {
  await mock.fail({ fault: 'colleagueSaves', match: 'secretGet', times: 1, value: theirs })
  const other = await page.context().newPage()
  await other.goto(secretPath(PIN))
  await other.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(other.getByText(/^Read at /)).toBeVisible()
  await other.close()
  await page.bringToFront()
}

test('a new value is saved; every field that did not change goes back as the very ciphertext', async ({
  page,
  mock,
}) => {
  const before = await mock.secret(secretId(PIN))
  await openEdit(page, PIN)
  await value(page).fill('4711-0815')
  await expect(page.getByText(/The value becomes version \d+\./)).toBeVisible()
  await save(page).click()
  await page.waitForURL(`**${secretPath(PIN)}`)
  const after = await mock.secret(secretId(PIN))
  expect(after.value).not.toBe(before.value)
  expect([after.key, after.note, after.projectId]).toEqual([before.key, before.note, before.projectId])
  const { secretVersions, events } = await mock.tables()
  expect(secretVersions.some((row) => row.secretId === before.id && row.value === after.value)).toBe(true)
  expect(events.filter((row) => row.secretId === before.id && row.type === 2102)).toHaveLength(1)
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toHaveText('4711-0815')
})

test('a change of name and note leaves the value untouched and makes no version', async ({ page, mock }) => {
  const before = await mock.secret(secretId(INI))
  const versionsBefore = (await mock.tables()).secretVersions.length
  await openEdit(page, INI)
  await name(page).fill('PROD_WAREHOUSE_OLD_INI')
  await note(page).fill('Windows line ends, still.')
  await expect(page.getByText('The value stays as it is: no new version.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'PROD_WAREHOUSE_OLD_INI' })).toBeVisible()
  const after = await mock.secret(secretId(INI))
  expect(after.value).toBe(before.value)
  expect(after.key).not.toBe(before.key)
  expect(after.note).not.toBe(before.note)
  expect((await mock.tables()).secretVersions).toHaveLength(versionsBefore)
})

test('line ends stay as they were when one line is changed', async ({ page }) => {
  await openEdit(page, INI)
  await expect(page.getByText(/^Its lines end with CRLF/)).toBeVisible()
  await value(page).press('Control+End')
  await value(page).pressSequentially('more=1')
  await save(page).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  const text = await page
    .getByRole('textbox', { name: 'Value', exact: true })
    .evaluate((box) => box.textContent)
  expect(text.endsWith('codepage=1252\r\nmore=1')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('a spoiled name can be given anew; nothing else changes', async ({ page, mock }) => {
  const id = secretId('STAGING_PAYMENTS_CHARGEBACK_TOKEN')
  const before = await mock.secret(id)
  await signInAs(page, 'owner', editPath('STAGING_PAYMENTS_CHARGEBACK_TOKEN'))
  await page.getByRole('button', { name: 'Write a new name' }).click()
  await name(page).fill('STAGING_PAYMENTS_CHARGEBACK_TOKEN')
  await save(page).click()
  await expect(page.getByRole('heading', { name: 'STAGING_PAYMENTS_CHARGEBACK_TOKEN' })).toBeVisible()
  const after = await mock.secret(id)
  expect([after.value, after.note]).toEqual([before.value, before.note])
})

test('a colleague’s save meanwhile is told, with values masked until asked, and can be merged', async ({
  page,
  mock,
}) => {
  await openEdit(page, PIN)
  await note(page).fill('Ours.')
  await colleagueSaves(page, mock, 'theirs-1')
  await save(page).click()
  const dialog = page.getByRole('dialog', { name: /saved this secret while you edited it/ })
  await expect(dialog).toBeVisible()
  await expect(dialog).not.toContainText('theirs-1')
  // Coverage says that showing what a form holds, and hiding it, leaves no event: nothing is asked for it.
  const before = await mock.tables()
  await dialog.getByRole('button', { name: 'Show the values' }).click()
  await expect(dialog).toContainText('theirs-1')
  await dialog.getByRole('button', { name: 'Hide the values' }).click()
  await expect(dialog).not.toContainText('theirs-1')
  expect((await mock.tables()).events).toEqual(before.events)
  await dialog.getByRole('button', { name: 'Save merged secret' }).click()
  await page.waitForURL(`**${secretPath(PIN)}`)
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toHaveText('theirs-1')
  await expect(page.getByText('Ours.')).toBeVisible()
})

test('two changes of the same value need a choice before anything is saved', async ({ page, mock }) => {
  await openEdit(page, PIN)
  await value(page).fill('mine-1')
  await colleagueSaves(page, mock, 'theirs-1')
  await save(page).click()
  const merged = page.getByRole('button', { name: 'Save merged secret' })
  await expect(merged).toHaveAttribute('aria-disabled', 'true')
  expect(await mock.count('secretUpdate')).toBe(0)
  expect(await findings(page, '[role=dialog]')).toEqual([])
  await page.getByRole('radio', { name: /take yours$/ }).check()
  await merged.click()
  await page.waitForURL(`**${secretPath(PIN)}`)
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toHaveText('mine-1')

  // Somebody else saved the very same: there is nothing to decide, and nothing to send.
  await page.goto(editPath(PIN))
  await value(page).fill('the same')
  await colleagueSaves(page, mock, 'the same')
  const sent = await mock.count('secretUpdate')
  await save(page).click()
  await expect(page.getByText('Nothing to send: the server has exactly this')).toBeVisible()
  await page.waitForURL(`**${secretPath(PIN)}`)
  expect(await mock.count('secretUpdate')).toBe(sent)
})

test('a save that slipped in between look and write is told afterwards', async ({ page, mock }) => {
  await openEdit(page, PIN)
  await value(page).fill('mine-2')
  await mock.fail({ fault: 'colleagueSaves', match: 'secretGet', times: 1, value: 'slipped' })
  await save(page).click()
  await expect(
    page.getByRole('heading', { name: 'Saved, and somebody else saved at the same moment' }),
  ).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByRole('link', { name: 'Look at the versions' }).click()
  await expect(page.getByRole('list', { name: 'Versions, newest first' })).toBeVisible()
})

test('an open edit is sealed on lock and comes back after the unlock', async ({ page }) => {
  await openEdit(page, PIN)
  await value(page).fill('typed-but-not-saved')
  await note(page).fill('A note in the making.')
  await lockButton(page).click()
  await expect(page.getByText('One edit that was not saved')).toBeVisible()
  expect(await page.content()).not.toContain('typed-but-not-saved')
  await unlock(page, credentialsOf('owner').password)
  await expect(page).toHaveURL(editPath(PIN))
  await expect(value(page)).toHaveValue('typed-but-not-saved')
  await expect(note(page)).toHaveValue('A note in the making.')
  await expect(page.getByText(/^Draft from .* restored/).first()).toBeVisible()
})

test('an open edit outlives a reload', async ({ page }) => {
  await openEdit(page, PIN)
  await note(page).fill('Before the reload.')
  await expect(page.getByText(/^Draft sealed on this device at/)).toBeVisible()
  await page.reload()
  await expect(note(page)).toHaveValue('Before the reload.')
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await page.getByRole('button', { name: 'Discard what I typed' }).click()
  await expect(note(page)).not.toHaveValue('Before the reload.')
})

test('a 500 on save keeps the form and says that it may have arrived', async ({ page, mock }) => {
  await openEdit(page, PIN)
  await value(page).fill('kept-in-the-form')
  await mock.fail({ fault: 'status500', times: 1 })
  await save(page).click()
  await expect(page.getByRole('alert')).toContainText('The server may or may not have saved it.')
  await expect(value(page)).toHaveValue('kept-in-the-form')
  expect(await mock.count('secretUpdate')).toBe(1)
  await save(page).click()
  await page.waitForURL(`**${secretPath(PIN)}`)
  expect(await mock.count('secretUpdate')).toBe(2)
})

test('a refusal stands where the act was, and nothing typed is lost', async ({ page, mock }) => {
  await openEdit(page, PIN)
  await note(page).fill('Refused once.')
  await mock.fail({ fault: 'reject', times: 1 })
  await save(page).click()
  await expect(page.getByRole('alert')).toContainText('Nothing was saved: the server refused it.')
  await expect(note(page)).toHaveValue('Refused once.')
})

test('a session that ends in the middle of an edit loses nothing', async ({ page, mock }) => {
  await openEdit(page, PIN)
  await note(page).fill('Typed before the end.')
  await mock.forward(40 * 86_400_000)
  await save(page).click()
  await expect(page.getByText('The server ended your session.')).toBeVisible()
  await page.getByLabel('Master password', { exact: true }).fill(credentialsOf('owner').password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(note(page)).toHaveValue('Typed before the end.')
})

test('limits are told before anything is sent', async ({ page, mock }) => {
  await openEdit(page, PIN)
  await name(page).fill('x'.repeat(501))
  await expect(page.getByText('Shorten it by 1 character: 500 are taken.', { exact: true })).toBeVisible()
  await value(page).fill('é'.repeat(14_000))
  await expect(page.getByText(/^Shorten it by [\d,]+ bytes/).first()).toBeVisible()
  await save(page).click({ force: true })
  await name(page).fill('   ')
  await save(page).click({ force: true })
  await expect(
    page.getByText('Give it a name: the server refuses a blank one.', { exact: true }),
  ).toBeVisible()
  expect(await mock.count('secretUpdate')).toBe(0)
})

test('a discarded edit leads back and sends nothing', async ({ page, mock }) => {
  await openEdit(page, PIN)
  await note(page).fill('Never mind.')
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await page.getByRole('button', { name: 'Discard what I typed' }).click()
  await page.waitForURL(`**${secretPath(PIN)}`)
  expect(await mock.count('secretUpdate')).toBe(0)
})

test('a new secret is made in the project that was asked for', async ({ page, mock }) => {
  await signInAs(page, 'owner', `${secretList}/new?project=${projectId('Sandbox')}`)
  await expect(name(page)).toBeFocused()
  await page.getByRole('button', { name: 'Create secret' }).click({ force: true })
  expect(await mock.count('secretCreate')).toBe(0)
  await name(page).fill('DEV_SANDBOX_MADE_BY_TEST')
  await value(page).fill('two\nlines\n')
  await note(page).fill('For the test.')
  await page.getByRole('button', { name: 'Create secret' }).click()
  await expect(page.getByRole('heading', { name: 'DEV_SANDBOX_MADE_BY_TEST' })).toBeVisible()
  const id = found(page.url().split('/').at(-1), 'id in the URL')
  const row = await mock.secret(id)
  expect(row.projectId).toBe(projectId('Sandbox'))
  for (const text of [row.key, row.value, row.note]) expect(text).toMatch(/^2\.[\w+/]+=*\|/)
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  const box = page.getByRole('textbox', { name: 'Value', exact: true })
  await expect(box).toBeVisible()
  await expect.poll(() => box.evaluate((element) => element.textContent)).toBe('two\nlines\n')
})

test('who may write to no project is told so instead of a form', async ({ page }) => {
  await signInAs(page, 'reader', `${secretList}/new`)
  await expect(page.getByRole('heading', { name: 'There is no project that you can write to' })).toBeVisible()
})

test('who may only read gets no edit form, and no read is recorded', async ({ page, mock }) => {
  await signInAs(page, 'reader', editPath(INI))
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(value(page)).toHaveCount(0)
  expect(await mock.count('secretGet')).toBe(0)
})
