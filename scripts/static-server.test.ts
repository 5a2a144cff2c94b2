import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resolveFile, staticServer } from './static-server.mjs'

let folder = ''
let address = ''
let server: ReturnType<typeof staticServer>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-static-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>page</title>')
  writeFileSync(join(folder, 'sw.js'), 'sw')
  writeFileSync(join(folder, 'assets/index-CAFEBABE.js'), 'js')
  server = staticServer(folder)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

it.each(['/', '/orgs/1/secrets', '/orgs/%E0%A4%A', '/orgs/a.b'])('answers %s with the page', (path) => {
  expect(resolveFile(folder, path)).toBe(join(folder, 'index.html'))
})

it.each([
  '/api/config',
  '/identity/connect/token',
  '/__mock/now',
  '/assets/gone-CAFEBABE.js',
  '/%2e%2e/%2e%2e/etc/passwd',
])('has nothing for %s', (path) => expect(resolveFile(folder, path)).toBeUndefined())

it('sends the policy with every file, scripts too', async () => {
  for (const path of ['/', '/sw.js', '/assets/index-CAFEBABE.js', '/api/config']) {
    const response = await fetch(address + path)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

it('lets only hashed files be kept', async () => {
  const kept = async (path: string) => (await fetch(address + path)).headers.get('cache-control')
  expect(await kept('/assets/index-CAFEBABE.js')).toContain('immutable')
  expect(await kept('/sw.js')).toBe('no-cache')
  expect(await kept('/orgs/1')).toBe('no-cache')
})

it('takes no writes', async () => {
  expect((await fetch(`${address}/`, { method: 'POST' })).status).toBe(405)
  expect((await fetch(`${address}/api/secrets`, { method: 'POST' })).status).toBe(404)
})

it('refuses what is no address, and lives on', async () => {
  expect((await fetch(`${address}//`)).status).toBe(400)
  expect((await fetch(`${address}/${'a'.repeat(300)}`)).status).toBe(200)
  expect((await fetch(`${address}/`)).status).toBe(200)
})

// A file that is there and cannot be read, for every user.
it.runIf(process.platform === 'linux')('outlives a file that cannot be read', async () => {
  symlinkSync('/proc/self/mem', join(folder, 'broken.txt'))
  await fetch(`${address}/broken.txt`).then(
    (response) => response.text(),
    () => undefined,
  )
  expect((await fetch(`${address}/`)).status).toBe(200)
})
