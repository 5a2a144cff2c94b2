import { spawn, spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { howToInstall } from '../chromium.mjs'
import { root, toolPath } from '../install.mjs'
import { isStale } from '../stale.mjs'
import { staticServer } from '../static-server.mjs'

/** What benchmarks need besides themselves: a browser, servers, a build. All of it ends with the process. */

/** @type {(() => unknown)[]} */
const stops = []

/** Ends whatever was started here. */
export async function stopAll() {
  for (const stop of stops.splice(0).toReversed()) await stop()
}

/** @returns {Promise<number>} A port that nothing listens on. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * A Chromium without a window.
 * @param {string[]} [args] Further switches.
 */
export async function openBrowser(args = []) {
  const executablePath = process.env.STRONGROOM_CHROMIUM
  if (!executablePath) throw new Error(howToInstall)
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args: [...sandbox, ...args] })
  stops.push(() => browser.close())
  return browser
}

/**
 * Serves a built folder as `npm start` does.
 * @param {string} folder Absolute path.
 * @returns {Promise<string>} Address without a slash at the end.
 */
export async function serveFolder(folder) {
  const port = await freePort()
  const server = staticServer(folder)
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)))
  stops.push(() => server.close())
  return `http://127.0.0.1:${port}`
}

/** Builds `dist/` (or `dist-demo/`) when it is not of the sources as they stand. @param {'dist' | 'dist-demo'} outDir */
export function ensureBuilt(outDir) {
  if (!isStale(outDir, [])) return
  const args = [`${root}scripts/build.mjs`, ...(outDir === 'dist-demo' ? ['--demo'] : [])]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${outDir}/ could not be built`)
}

/**
 * Serves `dist/` with the mock behind it, as the end-to-end tests do.
 * @returns {Promise<string>} Address without a slash at the end.
 */
export async function servePreview() {
  ensureBuilt('dist')
  const port = await freePort()
  await start(
    [toolPath('vite/bin/vite.js'), 'preview', '--port', String(port), '--strictPort'],
    `http://127.0.0.1:${port}/`,
  )
  return `http://127.0.0.1:${port}`
}

/**
 * Starts the mock as a plain HTTP server (`npm run mock`).
 * @param {string[]} args Such as `['--seed', 'large', '--secrets', '100000']`.
 * @returns {Promise<string>} Address without a slash at the end.
 */
export async function serveMock(args) {
  const port = await freePort()
  const script = [toolPath('tsx/dist/cli.mjs'), 'src/mocks/node.ts', '--port', String(port), ...args]
  await start(script, `http://127.0.0.1:${port}/api/config`)
  return `http://127.0.0.1:${port}`
}

/** @param {string[]} args @param {string} url Answers when the server is there. */
async function start(args, url) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  stops.push(() => child.kill())
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    if (child.exitCode !== null) break
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${args.slice(0, 2).join(' ')} did not start`)
}

/**
 * Bundles a benchmark, runs it in a page of Chromium and returns what its default export returns.
 * @param {string} file In scripts/bench/.
 * @param {Record<string, string | Uint8Array>} [served] Further files that the page may fetch, by name.
 * @returns {Promise<unknown>}
 */
export async function runInPage(file, served = {}) {
  const folder = `${root}.cache/bench/${file}/`
  await mkdir(folder, { recursive: true })
  const entry = `${folder}entry.ts`
  await writeFile(
    entry,
    `import run from '${root}scripts/bench/${file}'\nObject.assign(globalThis, { run })\n`,
  )
  const page =
    '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="/entry.js"></script>'
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { '#': `${root}src` } },
    worker: { format: 'es' },
    build: {
      outDir: `${folder}out`,
      target: 'es2023',
      rolldownOptions: { input: { entry }, output: { entryFileNames: '[name].js' } },
    },
  })
  for (const [name, content] of Object.entries({ 'index.html': page, ...served }))
    await writeFile(`${folder}out/${name}`, content)
  const browser = await openBrowser(['--enable-precise-memory-info', '--js-flags=--expose-gc'])
  const tab = await browser.newPage()
  tab.on('pageerror', (error) => console.error(error.message))
  tab.on('console', (message) => console.log(`  ${message.text()}`))
  await tab.goto(await serveFolder(`${folder}out`))
  await tab.waitForFunction('typeof run === "function"')
  return tab.evaluate('run()')
}
