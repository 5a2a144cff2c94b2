import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { passedOnHeaders, securityHeaders } from '../scripts/headers.mjs'
import { findProxy, missing } from '../scripts/proxies.mjs'
import { startProxy, type RunningProxy } from './support/proxies'
import { secretPath } from './support/seed'
import { lockButton, signInAs, unlock, credentialsOf } from './support/sign-in'

const root = fileURLToPath(new URL('..', import.meta.url))
const proxies = (['nginx', 'caddy'] as const).map((name) => ({ name, program: findProxy(name) }))

let folder: string

// One build for the tests of this file, which run one after the other.
test.describe.configure({ mode: 'default' })

test.beforeAll(() => {
  if (!proxies.some(({ program }) => program)) return
  test.setTimeout(120_000)
  folder = mkdtempSync(join(tmpdir(), 'strongroom-proxies-'))
  const vite = `${root}node_modules/vite/bin/vite.js`
  const flags = [
    '--base',
    '/console/',
    '--outDir',
    `${folder}/files/console`,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ]
  execFileSync(process.execPath, [vite, 'build', ...flags], { cwd: root, stdio: 'inherit' })
})

test.afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** Signs in, reads, reloads on a deep link; the browser must have nothing to complain of. */
async function work(page: Page, base: string) {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const path = secretPath('PROD_EDGE_ORIGIN_PIN')
  await signInAs(page, 'owner', base + path)
  await expect(page.getByRole('heading', { name: 'PROD_EDGE_ORIGIN_PIN' })).toBeVisible()
  await page.reload()
  const locked = page.getByRole('heading', { name: 'Unlock' })
  await expect(locked.or(lockButton(page))).toBeVisible()
  if (await locked.isVisible()) await unlock(page, credentialsOf('owner').password)
  await expect(page.getByRole('heading', { name: 'PROD_EDGE_ORIGIN_PIN' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(new URL(base + path).pathname)
  expect(complaints).toEqual([])
}

/** Every file as the browser gets it: which headers, and how long it may be kept. */
async function files(request: APIRequestContext, base: string, dist: string) {
  const read = async (path: string) => {
    const answer = await request.get(base + path)
    return { status: answer.status(), headers: answer.headers() }
  }
  const hashed = ['assets', 'workers'].flatMap((part) =>
    readdirSync(`${dist}/${part}`).map((name) => `/${part}/${name}`),
  )
  const kept = 'public, max-age=31536000, immutable'
  const rules = [
    ...hashed.map((path) => [path, 200, kept] as const),
    ...['/', '/index.html', '/sign-in', '/favicon.svg'].map((path) => [path, 200, 'no-cache'] as const),
    ['/assets/gone-CAFEBABE.js', 404, undefined] as const,
  ]
  const wanted = Object.entries(securityHeaders()).map(([name, value]) => [name.toLowerCase(), value])
  for (const [path, status, cache] of rules) {
    const answer = await read(path)
    expect([answer.status, answer.headers['cache-control']], path).toEqual([status, cache])
    expect(answer.headers, path).toMatchObject(Object.fromEntries(wanted) as Record<string, string>)
  }
}

/** The whole of a name of its own: files, prefixes, the page for every other address. */
async function served(request: APIRequestContext, base: string) {
  await files(request, base, `${root}dist`)
  for (const path of ['/api/config', '/identity/alive']) {
    const answer = await request.get(base + path)
    expect(answer.status(), path).toBe(200)
    for (const [header, value] of Object.entries(passedOnHeaders()))
      expect(answer.headers()[header.toLowerCase()], path).toBe(value)
  }
  expect(await (await request.get(`${base}/apiary`)).text()).toContain('<title>Strongroom</title>')
}

for (const { name, program } of proxies) {
  test.describe(name, () => {
    test.skip(!program, missing(name))
    let running: RunningProxy

    test.beforeAll(async ({ browserName: _ }, { project }) => {
      running = await startProxy[name]({
        program: program ?? '',
        folder,
        server: project.use.baseURL ?? '',
        console: `${folder}/files`,
      })
    })

    test.afterAll(() => running?.stop())

    test(`${name} with the shipped file serves the console and passes its prefixes on`, async ({
      page,
      request,
    }) => {
      await work(page, running.atRoot)
      await served(request, running.atRoot)
      if (running.inContainer) await served(request, running.inContainer)
    })

    test(`${name} with the file for a folder serves the console beside the server`, async ({
      page,
      request,
    }) => {
      await work(page, `${running.inFolder}/console`)
      await files(request, `${running.inFolder}/console`, `${folder}/files/console`)
      const bare = await request.get(`${running.inFolder}/console`, { maxRedirects: 0 })
      expect([bare.status(), bare.headers()['location']]).toEqual([
        301,
        expect.stringMatching(/\/console\/$/),
      ])
    })
  })
}
