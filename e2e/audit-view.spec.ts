import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { expect, test } from './support/test'
import { findings } from './support/axe'
import { found, type Mock } from './support/mock'
import { lockButton } from './support/sign-in'
import { harbourline } from './support/seed'

const HOUR = 3_600_000

async function keyOf(mock: Mock) {
  const { organizations } = await mock.tables()
  return found(organizations.find(({ id }) => id === harbourline)?.apiKeys[0]?.apiKey, 'API key')
}

async function send(page: Page, clientId: string, secret: string) {
  await page.getByLabel('Client id').fill(clientId)
  await page.getByLabel('Client secret').fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function openForm(page: Page) {
  await page.goto('/sign-in')
  await page.getByRole('radio', { name: 'Organization key' }).check()
  await expect(page.getByLabel('Client id')).toBeVisible()
}

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Audit view' }).getByRole('link', { name })
const count = (page: Page, words: RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

/** As JSON Lines, with the manifest beside them: whose rows these are is told without a name. */
async function exportRows(page: Page) {
  const downloads: Download[] = []
  page.on('download', (download) => downloads.push(download))
  await page
    .getByRole('button', { name: /^Export [\d,]+ events$/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^JSON Lines/ }).check()
  await dialog.getByRole('button', { name: /^Export [\d,]+ events$/ }).click()
  await expect(dialog.getByRole('status')).toContainText('events saved.')
  await expect.poll(() => downloads.length).toBe(2)
  const [file, beside] = await Promise.all(
    downloads.map(async (download) => String(await readFile(await download.path()))),
  )
  const rows = (file ?? '').trimEnd().split('\n')
  const manifest = JSON.parse(beside ?? '{}') as Record<string, unknown>
  expect(manifest).toMatchObject({
    count: rows.length,
    completeness: { isComplete: true },
    organization: { id: harbourline },
    exportedBy: { kind: 'organization key', id: harbourline },
    filter: { facets: { object: { wanted: [expect.stringMatching(/^secret:/)] } } },
  })
  const said = rows.map((row) => (JSON.parse(row) as { what: string }).what)
  const isKnown = /^(?:Machine account [0-9a-f]{8}|A person, not named by this API) /
  expect(said.filter((what) => !isKnown.test(what))).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}

test('a key that is none, or not taken, is said in the form', async ({ page, mock }) => {
  await openForm(page)
  await send(page, 'user.1', 'x')
  await expect(page.getByText(/The client id of an organization is/)).toBeVisible()
  expect(await mock.count('tokenCreate')).toBe(0)
  await send(page, `organization.${harbourline}`, 'not the key')
  await expect(page.getByText(/^The server does not take this key/)).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('the audit view reads through the Public API alone, and lock ends it', async ({ page, mock }) => {
  const key = await keyOf(mock)
  // As in browsers without a window of the system for a place to save to.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'))
  await openForm(page)
  await send(page, `organization.${harbourline}`, ` ${key}\n`)
  await count(page, /^\d+ members$/)
  await expect(page.getByText(/Audit view with the API key/)).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Mara Lindqvist' })).toBeVisible()
  await page.getByRole('searchbox').fill('nobody of this name')
  await expect(page.getByRole('heading', { name: 'No members match' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all members' }).click()
  expect(await findings(page)).toEqual([])

  await tab(page, 'Groups').click()
  await count(page, /^\d+ groups$/)
  await page
    .getByRole('button', { name: /^Show members/ })
    .first()
    .click()
  await expect.poll(() => mock.count('publicGroupMemberList')).toBe(1)
  await tab(page, 'Collections').click()
  await expect(page.getByText(/Names of collections are encrypted/)).toBeVisible()
  await tab(page, 'Policies').click()
  await count(page, /^\d+ policies$/)
  await tab(page, 'Events').click()
  // The same page as a person's; who read is counted, but not named.
  await expect(page.getByRole('heading', { name: 'Events', level: 1 })).toBeVisible()
  await page.goto(`/orgs/${harbourline}/events?last=7d&category=secret`)
  await expect(page.locator('footer')).toContainText('Range complete')
  const actors = page.getByRole('region', { name: 'Actor' })
  await expect(actors.getByRole('checkbox', { name: 'A person, not named by this API' })).toBeVisible()
  await expect(actors.getByRole('checkbox', { name: /^Machine account [0-9a-f]{8}$/ }).first()).toBeVisible()
  expect(await findings(page)).toEqual([])
  // What the Public API can filter for is asked of it.
  await page
    .getByRole('region', { name: 'Object' })
    .getByRole('checkbox', { name: /^[0-9a-f]{8}$/ })
    .first()
    .check()
  await expect(page.getByText('What is chosen was asked for there: nothing else is loaded.')).toBeVisible()
  await expect(page.locator('footer')).toContainText('Range complete')
  await exportRows(page)
  const rail = page.getByRole('navigation', { name: 'Sections' })
  for (const closed of ['Coverage', 'Organization'])
    await expect(rail.getByRole('button', { name: closed })).toHaveAttribute('aria-disabled', 'true')

  await page.goto(`/orgs/${harbourline}/secrets`)
  await expect(page.getByRole('heading', { name: 'Not in the audit view' })).toBeVisible()
  const asked = (await mock.log()).map(({ path }) => path)
  expect(
    asked.filter((path) => !/^\/(?:identity\/connect\/token|api\/config|api\/public\/)/.test(path)),
  ).toEqual([])

  await lockButton(page).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).not.toContain(key)
})

test('the key renews its token, and once it is rotated the session ends', async ({ page, mock }) => {
  await openForm(page)
  await send(page, `organization.${harbourline}`, await keyOf(mock))
  await count(page, /^\d+ members$/)
  expect(await mock.count('tokenCreate')).toBe(1)
  await mock.forward(2 * HOUR)
  await tab(page, 'Groups').click()
  await count(page, /^\d+ groups$/)
  expect(await mock.count('tokenCreate')).toBe(2)
  await mock.tamper((tables) => {
    for (const { apiKeys } of tables.organizations) for (const one of apiKeys) one.apiKey = 'another'
  })
  await mock.forward(4 * HOUR)
  await tab(page, 'Policies').click()
  await expect(page.getByText('The server ended your session.')).toBeVisible()
})
