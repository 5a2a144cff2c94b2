import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { credentialsOf, lockButton, signInAs, unlock } from './support/sign-in'
import { clickEdit, findSecret } from './support/secret'
import { secretList, secretPath } from './support/seed'

const NAME = 'PROD_WAREHOUSE_LEGACY_INI'
const owner = credentialsOf('owner')

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
    'strongroom.last-visit',
    'strongroom.settings',
  ]
  expect(local.filter((key) => !known.includes(key))).toEqual([])
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

test('after a lock nothing decrypted is left in the page, also not on the way back', async ({ page }) => {
  await signInAs(page, 'owner', secretList)
  await findSecret(page, 'LEGACY_INI')
  await page.getByRole('grid').getByRole('link', { name: NAME }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toBeVisible()
  await lockButton(page).click()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  for (const text of [NAME, 'legacy_loader', 'Warehouse']) expect(await page.content()).not.toContain(text)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  expect(await page.content()).not.toContain('LEGACY_INI')
  await unlock(page, owner.password)
  await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible()
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
