import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { findSecret } from '../support/secret'
import { lockButton, rail } from '../support/sign-in'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}.cache/demo-in-folder`
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

let host: Server
let base: string
/** What was asked of the host outside of the folder: of a static host there is nothing to be had there. */
const strays: string[] = []

// One after the other in one worker: two would build into the same folder at once.
test.describe.configure({ mode: 'default' })

/** A static host as people have them: files below a path, no headers of ours, `404.html` for what is no file. */
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const vite = `${root}node_modules/vite/bin/vite.js`
  const flags = [
    '--mode',
    'demo',
    '--base',
    '/x/',
    '--outDir',
    folder,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ]
  execFileSync(process.execPath, [vite, 'build', ...flags], { cwd: root, stdio: 'inherit' })
  host = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (!pathname.startsWith('/x/')) strays.push(pathname)
    const asked = `${folder}/${pathname.slice(3) || 'index.html'}`
    const isThere = pathname.startsWith('/x/') && existsSync(asked) && statSync(asked).isFile()
    const file = isThere ? asked : `${folder}/404.html`
    response.writeHead(isThere ? 200 : 404, { 'Content-Type': types[extname(file)] ?? 'font/woff2' })
    response.end(readFileSync(file))
  })
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
})

test.afterAll(() => {
  host.closeAllConnections()
  host.close()
})

test('the demo runs from a folder of a static host; its addresses can be opened and reloaded there', async ({
  page,
  context,
}) => {
  await page.goto(`${base}/x/`)
  await page.getByRole('button', { name: 'Open the demo as owner' }).click()
  await rail(page, 'Secrets').click()
  await expect(page.getByText(/^PROD_\w+$/).first()).toBeVisible()
  expect(new URL(page.url()).pathname).toMatch(/^\/x\/orgs\/[\w-]+\/secrets$/)

  await findSecret(page, 'prod ledger db')
  const link = page.getByRole('grid').getByRole('link', { name: 'PROD_PAYMENTS_LEDGER_DB_CONFIG' })
  const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href
  const other = await context.newPage()
  // No file of that name: the host answers with its 404, which is the page.
  await other.goto(address)
  await other.getByRole('button', { name: 'Reveal', exact: true }).click()
  await expect(other.getByRole('textbox', { name: 'Value', exact: true })).toContainText('ledger_rw')
  await other.reload()
  await expect(lockButton(other)).toBeVisible()
  expect(other.url()).toBe(address)
  expect(strays.filter((path) => path !== '/favicon.ico')).toEqual([])
})

test('over plain http on another name, and without service workers, a sentence says what to do', async ({
  page,
  playwright,
}) => {
  // Loopback counts as secure under its own names only.
  const port = new URL(base).port
  const browser = await playwright.chromium.launch({
    ...(process.env.STRONGROOM_CHROMIUM && { executablePath: process.env.STRONGROOM_CHROMIUM }),
    args: ['--no-sandbox', '--host-resolver-rules=MAP console.test 127.0.0.1'],
  })
  const insecure = await browser.newPage()
  await insecure.goto(`http://console.test:${port}/x/`)
  await expect(insecure.getByRole('heading', { name: 'Strongroom cannot run here' })).toBeVisible()
  await expect(insecure.getByRole('alert')).toContainText('Open it over https, or on localhost.')
  await browser.close()

  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await page.goto(`${base}/x/`)
  await expect(page.getByRole('alert')).toContainText('This browser allows no service worker here')
})
