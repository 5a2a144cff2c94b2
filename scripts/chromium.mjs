import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { toolPath } from './install.mjs'

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export const howToInstall =
  'No Chromium found for the end-to-end tests: install Chrome or Chromium (Debian: apt-get install chromium), ' +
  'or run npx playwright install --with-deps chromium.'

/** Says its version: a wrapper without its browser, or a browser without its libraries, does not. @param {string} path */
function isRunning(path) {
  // Chrome on Windows opens a window instead of answering.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...commands.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere]
}

async function downloaded() {
  try {
    const { chromium } = await import('@playwright/test')
    return [chromium.executablePath()]
  } catch {
    return []
  }
}

/**
 * The Chrome or Chromium of this machine, else Playwright's download; undefined when there is none that runs.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const known = process.env.STRONGROOM_CHROMIUM
  if (known) return known
  const candidates = [...installed(), ...(await downloaded())]
  return candidates.find((path) => existsSync(path) && isRunning(path))
}

/**
 * Finds a Chromium, or installs one: Playwright's download first, then Debian's package where this may be done.
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  console.log('No Chrome or Chromium here. Trying the download of Playwright ...')
  run(process.execPath, [toolPath('@playwright/test/cli.js'), 'install', 'chromium'])
  const own = await findChromium()
  if (own || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return own
  console.log('That did not work. Trying the package of Debian ...')
  run('apt-get', ['update'])
  run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'])
  return findChromium()
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { stdio: 'inherit', env, timeout: 10 * 60_000 })
}
