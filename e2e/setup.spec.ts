import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { carelessHost, localServer } from './support/hosts'
import type { Mock } from './support/mock'
import { signInAs } from './support/sign-in'
import { settings } from './support/seed'
import { expect, test } from './support/test'

const summary = (page: Page) => page.getByRole('status').filter({ hasText: ' passed. ' })
const step = (page: Page, title: string | RegExp) =>
  page.getByRole('list', { name: 'Steps' }).getByRole('button', { name: title })
const runAgain = (page: Page) => page.getByRole('button', { name: 'Run again' }).click()

/** The doctor sends no cookie, by which the other pages name their database. */
const asksOf = (page: Page, mock: Mock) => page.setExtraHTTPHeaders({ 'mock-db': mock.name })

test('the local server before a server: the doctor finds nothing wrong, and a sign-in works', async ({
  page,
  baseURL,
}) => {
  const host = await localServer(baseURL ?? '')
  const sent: (string | null)[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postData())
  })
  await page.goto(`${host.address}/setup`)
  await expect(page).toHaveTitle('Connection doctor · Strongroom')
  await expect(summary(page)).toHaveText('8 of 8 passed. Sign-in can work.')
  expect(sent).toEqual(['{"email":"nobody@strongroom.invalid"}'])
  await step(page, 'Passed: /api answers').press('Enter')
  await expect(page.getByText('GET /api/config')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await signInAs(page, 'owner', host.address + settings)
  await page.getByRole('link', { name: 'Open the doctor' }).click()
  await expect(page.getByRole('heading', { name: 'Connection doctor' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the console' }).click()
  await expect(page.getByRole('heading', { name: 'Connection doctor' })).toHaveCount(0)
  host.close()
})

test('whatever answers in the server’s place is told apart, with what to do', async ({
  page,
  mock,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await asksOf(page, mock)
  await mock.fail({ fault: 'serverDown', match: 'configGet' })
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'See what is wrong' }).click()
  await expect(summary(page)).toContainText('Sign-in cannot work yet.')
  await expect(step(page, 'Failed: /api: the proxy cannot reach the server')).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByText('Check that the server runs, that the address')).toBeVisible()
  await expect(page.getByText('502, text/html')).toBeVisible()

  const faults = [
    ['redirect', 'configGet', '/api is sent elsewhere'],
    ['offline', 'configGet', '/api gives no answer'],
    ['status500', 'configGet', '/api fails'],
    ['unauthorized', 'preloginPassword', '/identity is closed by something in front of it'],
    ['contractBreak', 'configGet', '/api answers, but names no version'],
    ['htmlPage', 'configGet', '/api gives a page, not the server’s API'],
  ] as const
  for (const [fault, match, title] of faults) {
    await mock.mend()
    await mock.fail({ fault, match })
    await runAgain(page)
    await expect(step(page, `Failed: ${title}`), fault).toHaveAttribute('aria-pressed', 'true')
    await expect(summary(page)).toContainText('Sign-in cannot work yet.')
  }

  await page.getByLabel('Your server').fill('http://vault.harbourline.example/web')
  await expect(page.getByText('could be read on the way')).toBeVisible()
  const lines = page.getByRole('region', { name: 'Lines for nginx' })
  await expect(lines).toContainText('proxy_pass https://vault.harbourline.example;')
  await page.getByRole('button', { name: /^Copy \d+ lines$/ }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('location ~ ^/(?:api|identity|events)(?:/|$) {')
  expect(copied).not.toContain('server {')
  await page.getByText('Caddy', { exact: true }).click()
  await expect(page.getByRole('region', { name: 'Lines for Caddy' })).toContainText(
    'reverse_proxy https://vault.',
  )
  expect(await findings(page)).toEqual([])

  // A page that is looked at again, and a network that is back, ask without a word: at most once in five seconds.
  const rounds = () => mock.count('preloginPassword')
  const look = (name: 'visibilitychange' | 'online') =>
    page.evaluate((event) => document.dispatchEvent(new Event(event, { bubbles: true })), name)
  await mock.mend()
  const before = await rounds()
  const now = Date.now() + 60_000
  await page.clock.setFixedTime(now)
  for (const name of ['visibilitychange', 'online', 'visibilitychange'] as const) await look(name)
  await expect(summary(page)).toContainText('Sign-in can work')
  await page.clock.setFixedTime(now + 5_000)
  await look('visibilitychange')
  await page.clock.setFixedTime(now + 5_001)
  for (const name of ['online', 'visibilitychange', 'online'] as const) await look(name)
  await expect.poll(rounds).toBe(before + 2)
  await expect(summary(page)).toContainText('Sign-in can work')

  // The clock of this database stands in another month.
  await step(page, /^Should be mended: The clocks differ by \d+ days/).click()
  await expect(page.getByText('Let both machines set their clocks by the network')).toBeVisible()
})

test('a host without rules and headers, and http on another name, are explained', async ({
  page,
  playwright,
}) => {
  const host = await carelessHost()
  await page.goto(`${host.address}/setup`)
  await expect(summary(page)).toContainText('Sign-in cannot work yet.')
  await expect(step(page, 'Failed: /api does not reach the server')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('the request fell through to the files of this console')).not.toHaveCount(0)
  await expect(page.getByText('Seen: nginx/1.22.1')).toBeVisible()
  await step(page, 'Should be mended: 7 headers of 7 are missing or different').click()
  await expect(page.getByRole('region', { name: 'Lines for nginx' })).toContainText(
    'add_header X-Frame-Options "DENY"',
  )
  await step(page, /^Should be mended: 3 rules for the files are missing/).click()
  await expect(page.getByRole('region', { name: 'Lines for nginx' })).toContainText('try_files $uri =404;')

  // Loopback counts as secure under its own names only.
  const browser = await playwright.chromium.launch({
    ...(process.env.STRONGROOM_CHROMIUM && { executablePath: process.env.STRONGROOM_CHROMIUM }),
    args: ['--no-sandbox', '--host-resolver-rules=MAP console.test 127.0.0.1'],
  })
  const insecure = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await insecure.goto(`http://console.test:${host.port}/sign-in`)
  await insecure.getByRole('link', { name: 'See what is wrong' }).click()
  await expect(step(insecure, 'Failed: This page came over http from another machine')).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(insecure.getByText('Open https://console.test/ instead.')).toBeVisible()
  await expect(insecure.getByRole('region', { name: 'Lines for nginx' })).toContainText('listen 443 ssl;')
  await browser.close()
  host.close()
})
