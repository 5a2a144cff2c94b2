import type { Page } from '@playwright/test'
import { expect, test } from './support/test'
import { NOW } from './support/mock'
import {
  credentialsOf,
  lockButton,
  passwordField,
  rail,
  signInAs,
  typeCredentials,
  unlock,
} from './support/sign-in'
import { ageWorker } from './support/worker'
import { secretId, secretList, secretPath } from './support/seed'

const owner = credentialsOf('owner')
const PIN = 'PROD_EDGE_ORIGIN_PIN'
const path = secretPath(PIN)
const heading = (page: Page) => page.getByRole('heading', { name: PIN })
const reveal = (page: Page) => page.getByRole('button', { name: 'Reveal', exact: true })
const value = (page: Page) => page.getByRole('textbox', { name: 'Value', exact: true })
const unlockHeading = (page: Page) => page.getByRole('heading', { name: 'Unlock' })
const MINUTE = 60_000
const DAY = 86_400_000

async function openAccountMenu(page: Page, item: RegExp) {
  await page.getByRole('button', { name: /, account of / }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('the lock button locks, a wrong password is told at the field, the right one leads back', async ({
  page,
}) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  await lockButton(page).click()
  await expect(unlockHeading(page)).toBeVisible()
  await expect(page).toHaveTitle('Unlock · Strongroom')
  await expect(page.getByText('You locked the console.')).toBeVisible()
  await expect(page.getByText(PIN)).toHaveCount(0)
  await expect(passwordField(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Type your master password.')).toBeVisible()
  await passwordField(page).fill('wrong horse vault')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not the master password of this account.')).toBeVisible()
  await expect(passwordField(page)).toHaveAttribute('aria-invalid', 'true')
  await unlock(page, owner.password)
  await expect(page).toHaveURL(path)
  await expect(heading(page)).toBeVisible()
})

test('unlocking asks the server for no key and sends no password; a right that went meanwhile is closed', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', path)
  await openAccountMenu(page, /^Lock/)
  await expect(unlockHeading(page)).toBeVisible()
  await mock.clearLog()
  await unlock(page, owner.password)
  await expect(heading(page)).toBeVisible()
  expect(await mock.count('tokenCreate')).toBe(0)
  expect(await mock.count('preloginPassword')).toBe(0)

  await expect(rail(page, 'Events')).toBeVisible()
  await lockButton(page).click()
  await expect(unlockHeading(page)).toBeVisible()
  await mock.tamper(({ users, members }) => {
    const me = users.find(({ email }) => email === owner.email)
    for (const member of members) if (member.userId === me?.id) member.type = 2
  })
  await unlock(page, owner.password)
  const closed = page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: /^Events/ })
  await expect(closed).toHaveAttribute('aria-disabled', 'true')
})

test('a second tab asks nothing; a lock in one locks both, an unlock opens both', async ({
  page,
  context,
}) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  const second = await context.newPage()
  await second.goto(path)
  await expect(heading(second)).toBeVisible()
  await lockButton(second).click()
  await expect(unlockHeading(second)).toBeVisible()
  await expect(unlockHeading(page)).toBeVisible()
  await expect(page.getByText(PIN)).toHaveCount(0)
  await unlock(page, owner.password)
  await expect(heading(page)).toBeVisible()
  await expect(heading(second)).toBeVisible()
})

test('a sign-out in one tab ends the session of all', async ({ page, context, mock }) => {
  await signInAs(page, 'owner', path)
  const second = await context.newPage()
  await second.goto(secretList)
  await expect(lockButton(second)).toBeVisible()
  await openAccountMenu(page, /^Sign out/)
  for (const tab of [page, second]) {
    await expect(tab.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expect(tab.getByText('You are signed out in all tabs of this browser.')).toBeVisible()
    expect(await tab.evaluate(() => sessionStorage.getItem('strongroom.session'))).toBeNull()
  }
  await mock.clearLog()
  await second.reload()
  await expect(second.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await mock.count('secretList')).toBe(0)
})

test('a reload returns to the same place without a question', async ({ page }) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  await page.reload()
  await expect(heading(page)).toBeVisible()
  await expect(page).toHaveURL(path)
})

test('an idle console locks itself, also when the machine slept meanwhile', async ({ page }) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  await ageWorker(page, 16 * MINUTE)
  await expect(unlockHeading(page)).toBeVisible()
  await expect(page.getByText('The console locked itself after a time without input.')).toBeVisible()
})

test('a token that died in mid-work is renewed without a word', async ({ page, mock }) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  // The counts, which come by themselves: nothing of the page is on its way any more.
  await expect(rail(page, 'Secrets')).toHaveText(/\d$/)
  await mock.forward(2 * 3_600_000)
  await mock.clearLog()
  await reveal(page).click()
  await expect(value(page)).toBeVisible()
  const calls = (await mock.log()).filter(({ endpoint }) => endpoint !== 'accountsSync')
  expect(calls.map(({ endpoint, status }) => [endpoint, status])).toEqual([
    ['secretGet', 401],
    ['tokenCreate', 200],
    ['secretGet', 200],
  ])
})

test('a session that the server ended is said so, and the sign-in leads back', async ({ page, mock }) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  await mock.forward(40 * DAY)
  await reveal(page).click()
  await expect(page.getByText('The server ended your session.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(owner.email)
  await typeCredentials(page, owner)
  await expect(heading(page)).toBeVisible()
  await expect(page).toHaveURL(path)
})

test('the empty 500 of guarded endpoints counts as a dead token: renewed once, read again', async ({
  page,
  mock,
}) => {
  await signInAs(page, 'owner', secretPath('PROD_PAYMENTS_LEDGER_DB_CONFIG'))
  await expect(page.getByRole('link', { name: 'Versions' })).toBeVisible()
  await mock.clearLog()
  await mock.fail({ fault: 'empty500', match: 'memberMiniList', times: 1 })
  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(page.getByText('Mara Lindqvist').first()).toBeVisible()
  expect(await mock.count('tokenCreate')).toBe(1)
  expect(await mock.count('memberMiniList')).toBe(2)
})

test('tabs that meet a dead token at once share one renewal', async ({ page, context, mock }) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  const second = await context.newPage()
  await second.goto(secretPath('PROD_PAYMENTS_LEDGER_DB_CONFIG'))
  await expect(reveal(second)).toBeVisible()
  await mock.forward(2 * 3_600_000)
  await mock.clearLog()
  await mock.fail({ fault: 'slow', match: 'tokenCreate', ms: 800 })
  // By keyboard events of each page: a pointer would take the focus, and with it the revealed value, from the other.
  await Promise.all([reveal(page).click(), reveal(second).click()])
  await expect(page.getByText(/^Read at /)).toBeVisible()
  await expect(second.getByText(/^Read at /)).toBeVisible()
  expect(await mock.count('tokenCreate')).toBe(1)
})

test('a read that is asked to slow down waits as long as asked, then succeeds', async ({ page, mock }) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  await mock.clearLog()
  await mock.fail({ fault: 'status429', match: 'secretGet', retryAfter: 1, times: 1 })
  await reveal(page).click()
  await expect(value(page)).toBeVisible()
  const reads = (await mock.log()).filter(({ endpoint }) => endpoint === 'secretGet')
  expect(reads.map(({ status }) => status)).toEqual([429, 200])
  const [refused, given] = reads.map(({ time }) => Date.parse(time))
  expect((given ?? 0) - (refused ?? 0)).toBeGreaterThanOrEqual(1000)
})

test('without network the badge says so, and what failed can be tried again', async ({
  page,
  context,
  mock,
}) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/^Offline: /)).toBeVisible()
  await mock.fail({ fault: 'offline', match: 'secretGet' })
  await reveal(page).click()
  await expect(page.getByRole('alert')).toContainText('Check the network, then try again.')
  await context.setOffline(false)
  await mock.mend()
  await expect(page.getByText(/^Offline: /)).toHaveCount(0)
  await reveal(page).click()
  await expect(value(page)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a clock that is ten minutes off is told before the sign-in, and hinders nothing', async ({
  page,
  mock,
}) => {
  await mock.create({ now: new Date(Date.now() - 600_000).toISOString() })
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  await openAccountMenu(page, /^Sign out/)
  await expect(page.getByText(/clock differs from the server’s by 10 minutes/)).toBeVisible()
})

test.describe('what a tab kept of its session', () => {
  /** The kept session of a signed-in tab, as a browser that lost the worker would find it. */
  async function keptSession(page: Page): Promise<Record<string, unknown>> {
    await signInAs(page, 'owner', path)
    await expect(heading(page)).toBeVisible()
    const kept = await page.evaluate(() => sessionStorage.getItem('strongroom.session') ?? '')
    return JSON.parse(kept) as Record<string, unknown>
  }

  test.beforeEach(({ mock }) => mock.create({ now: NOW }))

  const strange: [string, string][] = [
    ['no JSON', '{"v":1,'],
    ['another form', '{"v":2,"email":"mara.lindqvist@harbourline.example"}'],
    ['nothing', 'null'],
    ['a list', '[[],{"v":1}]'],
  ]
  for (const [what, text] of strange) {
    test(`counts as nothing when it is ${what}`, async ({ page, context }) => {
      await context.addInitScript((kept) => sessionStorage.setItem('strongroom.session', kept), text)
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      await typeCredentials(page, owner)
      await expect(heading(page)).toBeVisible()
    })
  }

  test('is enough to unlock where the worker was lost', async ({ page, browser, context, baseURL }) => {
    const kept = await keptSession(page)
    const other = await browser.newContext({
      baseURL: baseURL ?? '',
      storageState: await context.storageState(),
    })
    await other.addInitScript(
      (text) => sessionStorage.setItem('strongroom.session', text),
      JSON.stringify(kept),
    )
    const tab = await other.newPage()
    await tab.goto(path)
    await expect(tab.getByText('The page was loaded anew.')).toBeVisible()
    await unlock(tab, owner.password)
    await expect(heading(tab)).toBeVisible()
    await other.close()
  })

  test('is called damaged when its key was changed, and a sign-in helps', async ({
    page,
    browser,
    context,
    baseURL,
  }) => {
    const kept = { ...(await keptSession(page)), wrappedUserKey: '2.AAAA|AAAA|AAAA' }
    const other = await browser.newContext({
      baseURL: baseURL ?? '',
      storageState: await context.storageState(),
    })
    const tab = await other.newPage()
    await tab.goto('/sign-in')
    await tab.evaluate((text) => sessionStorage.setItem('strongroom.session', text), JSON.stringify(kept))
    // A worker that has never seen the session: the first one ends with its page.
    const fresh = await other.newPage()
    await fresh.addInitScript(
      (text) => sessionStorage.setItem('strongroom.session', text),
      JSON.stringify(kept),
    )
    await tab.close()
    await fresh.goto(path)
    await expect(unlockHeading(fresh)).toBeVisible()
    await passwordField(fresh).fill(owner.password)
    await fresh.getByRole('button', { name: 'Unlock' }).click()
    await expect(fresh.getByRole('alert')).toContainText('is damaged')
    await fresh.getByRole('button', { name: 'Sign out' }).click()
    await expect(fresh.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await other.close()
  })
})

test('the address of a secret holds its id and nothing else', async ({ page }) => {
  await signInAs(page, 'owner', path)
  await expect(heading(page)).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(path)
  await expect(page).toHaveTitle(`Secret ${secretId(PIN).slice(0, 8)} · Strongroom`)
})
