import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { expect, test } from './support/test'
import { rail, signInAs } from './support/sign-in'
import { machinePath, projectPath, secretId, secretPath, settings } from './support/seed'

const LEDGER = 'PROD_PAYMENTS_LEDGER_DB_CONFIG'
const STRIPE = 'PROD_PAYMENTS_STRIPE_KEY'
const eventsOf = (label: string) => `${secretPath(label)}/activity?face=events`
const grid = (page: Page) => page.getByRole('grid', { name: /^Events of the/ })
const sheet = (page: Page) => page.getByRole('complementary', { name: /^Event:/ })

test('the story of a secret: each value with its author, its span and the reads inside it', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', `${secretPath(LEDGER)}/activity`)
  const values = page.getByRole('table', { name: 'Values of the secret, newest first' })
  await expect(values.getByRole('row')).toHaveCount(8)
  await expect(page.getByText(/reads since its creation/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Value 7' })).toBeVisible()
  // The arrows and the picture move from value to value.
  await page.getByRole('button', { name: 'Older value' }).click()
  await expect(page.getByRole('heading', { name: 'Value 6' })).toBeVisible()
  await page.getByRole('button', { name: /^Value 5, / }).click()
  const facts = page.getByRole('region', { name: 'Value 5' })
  await expect(facts).toContainText('Priya Raman')
  await expect(facts).toContainText('Who could read it at an earlier time is not in any log')
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(values).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(await findings(page, 'main')).toEqual([])
  expect(await mock.count('secretGet')).toBe(0)
})

test('the rows of a secret and the sheet of one, by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(page, 'owner', `${eventsOf(STRIPE)}&range=7`)
  await expect(grid(page)).toContainText(`ci-deploy read secret ${STRIPE}`)
  await expect(page.getByText('Range complete')).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toContainText('2100 Secret_Retrieved')
  await expect(sheet(page)).toContainText('UTC')
  await expect(sheet(page).getByText(/\d+ of \d+ filled/)).toBeVisible()
  const first = await sheet(page).getByRole('definition').first().textContent()
  await page.keyboard.press('ArrowDown')
  await expect(sheet(page).getByRole('definition').first()).not.toHaveText(first ?? '')
  await sheet(page).getByRole('radio', { name: 'Same actor' }).check()
  await expect(sheet(page).getByText(/\d+ others?$/)).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Copy JSON' }).click()
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(clipboard).toContain('"type"')
  const copied = JSON.parse(await clipboard()) as object
  expect(copied).toMatchObject({ type: 2100, secretId: secretId(STRIPE) })
  expect(JSON.stringify(copied)).not.toContain(STRIPE)
  expect(await findings(page, 'main')).toEqual([])
  await grid(page).focus()
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toHaveCount(0)
  await expect(grid(page)).toBeFocused()
})

test('a newer server’s code, a missing id and a name full of markup are told, not dropped', async ({
  page,
  mock,
}) => {
  await mock.tamper(({ events, users }) => {
    const row = events.findLast((event) => event.secretId === secretId(STRIPE))
    const priya = users.find((user) => user.email.startsWith('priya'))
    if (row) Object.assign(row, { type: 2999 })
    if (row && priya) {
      Object.assign(priya, { name: '<img src=x onerror=alert(1)>' })
      row.userId = priya.id
      delete row.serviceAccountId
    }
  })
  await signInAs(page, 'owner', eventsOf(STRIPE))
  const odd = grid(page).getByRole('row').filter({ hasText: 'event 2999' })
  await expect(odd).toContainText('did something this console does not know')
  await odd.click()
  await grid(page).press('Enter')
  await expect(sheet(page)).toContainText('Code 2999 is not among those this console knows')
  await expect(page.getByText('<img src=x onerror=alert(1)>').first()).toBeVisible()
})

test('what is deleted keeps the name that this session knew; before it, a short id with the reason', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretPath(STRIPE))
  await expect(page.getByRole('heading', { name: STRIPE, level: 1 })).toBeVisible()
  const id = secretId(STRIPE)
  const short = id.slice(0, 8)
  await mock.tamper((tables) => {
    tables.secrets = tables.secrets.filter((secret) => secret.id !== id)
  })
  await page.goto(`${machinePath('ci-deploy')}/activity`)
  await expect(grid(page)).toContainText(`${short} (was ${STRIPE})`)
  // A session that never saw it has nothing to tell but the id.
  await page.getByRole('button', { name: 'Lock in all tabs' }).click()
  await page.getByLabel('Master password', { exact: true }).fill('correct horse vault')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(grid(page)).toContainText(`read secret ${short}`)
  await grid(page).getByRole('row').filter({ hasText: short }).first().click()
  await grid(page).press('Enter')
  await expect(sheet(page)).toContainText('Deleted, name not known.')
})

test('names are remembered over sessions only where a person switched that on, sealed', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretPath(STRIPE))
  await expect(page.getByRole('heading', { name: STRIPE, level: 1 })).toBeVisible()
  await rail(page, 'Settings').click()
  const toggle = page.getByRole('switch', { name: 'Remember names in this browser' })
  await expect(toggle).not.toBeChecked()
  await toggle.click()
  await expect(page.getByText(/^2\d\d names of this organization, sealed/)).toBeVisible()
  const kept = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('strongroom-names')
      open.addEventListener('success', () => resolve(open.result))
    })
    const rows = await new Promise<unknown[]>((resolve) => {
      const all = db.transaction('names').objectStore('names').getAll()
      all.addEventListener('success', () => resolve(all.result as unknown[]))
    })
    db.close()
    return JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    )
  })
  expect(kept).toContain('userId')
  expect(kept).not.toContain('PROD_')
  const id = secretId(STRIPE)
  await mock.tamper((tables) => {
    tables.secrets = tables.secrets.filter((secret) => secret.id !== id)
  })
  await page.getByRole('button', { name: 'Lock in all tabs' }).click()
  await page.getByLabel('Master password', { exact: true }).fill('correct horse vault')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(toggle).toBeChecked()
  await page.goto(`${machinePath('ci-deploy')}/activity`)
  await expect(grid(page)).toContainText(`(was ${STRIPE})`)
  await page.goto(settings)
  await expect(toggle).toBeChecked()
  await toggle.click()
  await expect(toggle).not.toBeChecked()
  await expect(page.getByText(/^Off: of what was deleted/)).toBeVisible()
})

test('nothing happened, not permitted and failed are told apart', async ({ page, mock }) => {
  await signInAs(page, 'owner', `${projectPath('Payments')}/activity?range=1`)
  await expect(page.getByRole('heading', { name: 'No event in this range' })).toBeVisible()
  await mock.fail({ fault: 'serverDown', match: 'projectEventList' })
  await page.getByLabel('Range').selectOption('90')
  await expect(page.getByRole('heading', { name: 'The log could not be read' })).toBeVisible()
  await mock.mend()
  await page.getByRole('button', { name: /Try again|Retry/ }).click()
  await expect(page.getByText(/^\d+ events?$/)).toBeVisible()
})

test('who may not read the log is told so, and who may', async ({ page }) => {
  await signInAs(page, 'reader', eventsOf('PROD_CHECKOUT_GATEWAY_TOKEN'))
  await expect(
    page.getByRole('heading', { name: 'You may not read the events of this secret' }),
  ).toBeVisible()
  await expect(page.getByText(/owners, admins, and custom roles with the right/)).toBeVisible()
})

test('coverage: every act, searched and filtered, also for who has the log alone', async ({ page }) => {
  await signInAs(page, 'auditor', '/')
  await rail(page, 'Coverage').click()
  await expect(page.getByRole('heading', { name: /^Coverage/, level: 1 })).toBeVisible()
  const rows = page.getByRole('table').getByRole('row')
  await page.getByRole('radio', { name: /^No trace/ }).check()
  await expect(page).toHaveURL(/trace=none/)
  await expect(rows.filter({ hasText: 'Create an access token' })).toContainText('No trace')
  await page.getByRole('radio', { name: /^All/ }).check()
  await page.getByRole('searchbox', { name: 'Act, code or field' }).fill('secretId 2104')
  await expect(rows.filter({ hasText: 'Delete a secret from the trash for good' })).toBeVisible()
  await expect(page.getByText(/^1 of \d+ acts$/)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export 1 act as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('coverage.csv')
  expect(await findings(page, 'main')).toEqual([])
  await page.getByRole('link', { name: /^Events with code 2104/ }).click()
  await expect(page).toHaveURL(/events\?type=.*2104/)
})
