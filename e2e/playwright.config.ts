import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findChromium, howToInstall } from '../scripts/chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const port = Number(process.env.STRONGROOM_PORT ?? 4386)
const demoPort = port + 1

const preview = {
  command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
  cwd: root,
  url: `http://127.0.0.1:${port}/`,
  reuseExistingServer: false,
}

const demo = {
  command: `node scripts/start.mjs --port ${demoPort}`,
  cwd: root,
  url: `http://127.0.0.1:${demoPort}/`,
  reuseExistingServer: false,
  timeout: 180_000,
  // The demo, whatever server the shell that runs the tests has chosen.
  env: { STRONGROOM_SERVER: '', STRONGROOM_API: '', STRONGROOM_IDENTITY: '', STRONGROOM_EVENTS: '' },
}

/** Whether a project runs: with `--project app` nobody needs the demo, nor its build. */
function isAsked(name: string) {
  const at = process.argv.findIndex((arg) => /^--project\b/.test(arg))
  if (at < 0) return true
  return process.argv[at] === `--project=${name}` || process.argv[at + 1] === name
}

// Workers read this file too; they inherit what was found.
process.env.STRONGROOM_CHROMIUM ??= (await findChromium()) ?? ''
if (!process.env.STRONGROOM_CHROMIUM) throw new Error(howToInstall)

export default defineConfig({
  testDir: '.',
  outputDir: `${root}test-results`,
  fullyParallel: true,
  workers: 2,
  // Generous, since a busy machine derives keys slowly; nothing waits longer than it must.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line'], ['json', { outputFile: `${root}.cache/test/e2e.json` }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Recording each test takes a fifth of the time of all: `npm run e2e -- --trace retain-on-failure` where it helps.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.STRONGROOM_CHROMIUM,
      // Chromium refuses to run as root with its sandbox.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    {
      name: 'app',
      testMatch: '*.spec.ts',
      testIgnore: 'demo/**',
      use: { baseURL: `http://127.0.0.1:${port}` },
    },
    { name: 'demo', testMatch: 'demo/*.spec.ts', use: { baseURL: `http://127.0.0.1:${demoPort}` } },
  ],
  webServer: [...(isAsked('app') ? [preview] : []), ...(isAsked('demo') ? [demo] : [])],
})
