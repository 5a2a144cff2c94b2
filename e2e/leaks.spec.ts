import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { credentialsOf, lockButton, rail, signInAs, unlock } from './support/sign-in'
import { clickEdit, findSecret } from './support/secret'
import { rememberedByPage, rememberedByWorker } from './support/heap'
import { secretList, secretPath } from './support/seed'

const NAME = 'PROD_WAREHOUSE_LEGACY_INI'
const owner = credentialsOf('owner')

/** The organization's key in base64, as the seed was sealed with it. */
function organizationKey(): string {
  const text = readFileSync(new URL('../src/mocks/seed/keys.json', import.meta.url), 'utf8')
  const { organizations } = JSON.parse(text) as { organizations: Record<string, { key: string }> }
  return organizations['harbourline']?.key ?? 'none in the seed'
}

/** Everything that this page's origin keeps, as one text. */
async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const bytesAsText = (_: string, value: unknown) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('latin1').decode(value)
        : value
    const parts: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name)
        open.addEventListener('success', () => resolve(open.result))
        open.addEventListener('error', () => reject(new Error('not opened')))
      })
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown>((resolve) => {
          const all = db.transaction(store).objectStore(store).getAll()
          all.addEventListener('success', () => resolve(all.result))
        })
        parts.push({ name, store, rows })
      }
      db.close()
    }
    parts.push(await caches.keys(), history.state, location.href, document.title)
    return JSON.stringify(parts, bytesAsText)
  })
}

test('nothing in the clear, no key, password or access token is kept, addressed or logged', async ({
  page,
  context,
  mock,
}) => {
  const said: string[] = []
  context.on('console', (message) => said.push(message.text()))
  const visited: string[] = []
  page.on('framenavigated', (frame) => visited.push(frame.url()))

  // A whole morning: find, reveal, type an edit that is sealed as a draft, save another, look at versions.
  await signInAs(page, 'owner', secretList)
  await findSecret(page, 'LEGACY_INI')
  await page.getByRole('grid').getByRole('link', { name: NAME }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toBeVisible()
  await clickEdit(page)
  await page.getByLabel('Value', { exact: true }).fill('typed-in-a-draft-4711')
  await page.getByLabel('Note', { exact: true }).fill('noted-in-a-draft-4712')
  await expect(page.getByText(/^Draft sealed on this device at/)).toBeVisible()
  await page.goto(`${secretPath(NAME)}/versions`)
  await expect(page.getByText('Reading and restoring versions leaves no event.')).toBeVisible()

  const forbidden = [
    NAME,
    'LEGACY_INI',
    'legacy_loader',
    'codepage=1252',
    'Windows line ends',
    'typed-in-a-draft-4711',
    'noted-in-a-draft-4712',
    owner.password,
    'Harbourline',
  ]
  const everything = [
    await kept(page),
    ...said,
    ...visited,
    ...(await mock.log()).map(({ path }) => path),
  ].join('\n')
  for (const text of forbidden) expect(everything).not.toContain(text)
  // An access token is a JWT; the refresh token, which is kept by design, is not.
  expect(everything).not.toMatch(/eyJ[\w-]+\.eyJ/)
  expect(said).toEqual([])

  const local = await page.evaluate(() => Object.keys(localStorage).toSorted())
  const known = [
    'strongroom.device',
    'strongroom.last-organization',
    'strongroom.settings',
    'strongroom.visits',
  ]
  expect(local.filter((key) => !known.includes(key))).toEqual([])
  const visits = await page.evaluate(() => localStorage.getItem('strongroom.visits') ?? '{}')
  // Ids of person and organization, and moments.
  expect(visits.replaceAll(/"[0-9a-f-]{36} [0-9a-f-]{36}"/g, 'ids')).toMatch(
    /^\{(?:ids:\{"at":\d+,"before":(?:null|\d+)\})?\}$/,
  )
  const session = await page.evaluate(() => {
    const text = sessionStorage.getItem('strongroom.session') ?? '{}'
    return { keys: Object.keys(sessionStorage), fields: Object.keys(JSON.parse(text) as object).toSorted() }
  })
  expect(session.keys.filter((key) => key !== 'strongroom.session')).toEqual([])
  expect(session.fields).toEqual(
    [
      'v',
      'email',
      'userId',
      'salt',
      'kdf',
      'refreshToken',
      'clientId',
      'wrappedUserKey',
      'wrappedPrivateKey',
    ].toSorted(),
  )
})

test('after a lock nothing decrypted and no key is left: not drawn, not on the way back, not in memory', async ({
  page,
}) => {
  // All of it by links: a page that is loaded anew would have an empty memory to begin with.
  await signInAs(page, 'owner', secretList)
  await findSecret(page, 'LEGACY_INI')
  await page.getByRole('grid').getByRole('link', { name: NAME }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toBeVisible()
  await clickEdit(page)
  await page.getByLabel('Value', { exact: true }).fill('saved-before-the-lock-4713')
  await page.getByLabel('Note', { exact: true }).fill('noted-before-the-lock-4714')
  await page.getByRole('button', { name: 'Save secret' }).click()
  await expect(page.getByRole('heading', { name: NAME, level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(page.getByText('Reading and restoring versions leaves no event.')).toBeVisible()
  await rail(page, 'Members').click()
  await page.getByRole('searchbox', { name: 'Search names and addresses' }).fill('marchetti')
  await expect(page.getByRole('link', { name: 'Leo Marchetti' })).toBeVisible()

  await lockButton(page).click()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  const texts = [
    'LEGACY_INI',
    'legacy_loader',
    'Warehouse',
    'Leo Marchetti',
    '-before-the-lock-471',
    owner.password,
  ]
  for (const text of texts) expect(await page.content()).not.toContain(text)
  const secrets = [...texts, organizationKey().slice(0, 40)]
  await expect.poll(() => rememberedByPage(page, secrets)).toEqual([])
  await expect.poll(() => rememberedByWorker(page, secrets)).toEqual([])

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  expect(await page.content()).not.toContain('LEGACY_INI')
  await unlock(page, owner.password)
  // What is shown while it is open is found: the looks above would have seen it.
  await rail(page, 'Members').click()
  await expect(page.getByRole('link', { name: 'Leo Marchetti' })).toBeVisible()
  expect(await rememberedByPage(page, ['Leo Marchetti'])).toEqual(['Leo Marchetti'])
})

test('errors and reports to copy name no secret', async ({ page, context, mock }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await mock.fail({ fault: 'contractBreak', match: 'secretList' })
  await signInAs(page, 'owner', secretList)
  await page.getByRole('button', { name: 'Copy details' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('')
  const report = await page.evaluate(() => navigator.clipboard.readText())
  expect(report).toContain('secretList')
  expect(report).not.toMatch(/\d\.[\w+/]{20,}=*\||eyJ|Harbourline|mara/i)
})
