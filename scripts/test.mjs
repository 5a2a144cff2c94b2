import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium, howToInstall } from './chromium.mjs'
import { ensureInstalled, root, toolPath } from './install.mjs'
import { ensureNginx, noNginx } from './nginx.mjs'
import { countOne, countPlaywright, countVitest } from './reports.mjs'

/** @typedef {import('./reports.mjs').Count} Count */

const reports = `${root}.cache/test/`

/** @type {{ name: string, count: Count, seconds: number }[]} */
const done = []

ensureInstalled()
const chromium = await ensureChromium()
if (chromium) process.env.STRONGROOM_CHROMIUM = chromium
// Without it one spec is skipped; an empty variable keeps the workers from looking again.
process.env.STRONGROOM_NGINX = ensureNginx() ?? ''
if (!process.env.STRONGROOM_NGINX) console.log(`Proxy files: ${noNginx}`)
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

step('types', () => countOne(run('typescript/bin/tsc')))
step('lint', () => countOne(run('oxlint/bin/oxlint')))
step('format', () => countOne(run('oxfmt/bin/oxfmt', '--check')))
step('unused code', () => countOne(run('knip/bin/knip.js')))
step('unit tests', () => {
  const file = `${reports}unit.json`
  const exitCode = run(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  )
  return countVitest(readReport(file), exitCode)
})
const isBuilt = step('build', () => countOne(node('scripts/build.mjs')))
const isDemoBuilt = step('demo build', () => countOne(node('scripts/build.mjs', '--demo')))
step('size', () => (isBuilt ? countOne(node('scripts/size.mjs')) : skipped('there is no build to measure')))
step('end-to-end tests', () => {
  if (!isBuilt || !isDemoBuilt) return skipped('there is no build to test')
  if (!chromium) return skipped(howToInstall)
  const exitCode = run('@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts')
  return countPlaywright(readReport(`${reports}e2e.json`), exitCode)
})

summarize()

/** @param {string} name @param {() => Count} check @returns {boolean} Whether nothing failed. */
function step(name, check) {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const count = check()
  done.push({ name, count, seconds: (performance.now() - start) / 1000 })
  return count.failed === 0
}

/** @param {string} script Path below node_modules. @param {string[]} args */
function run(script, ...args) {
  return spawn([toolPath(script), ...args])
}

/** @param {string} script Path below the repository. @param {string[]} args */
function node(script, ...args) {
  return spawn([root + script, ...args])
}

/** @param {string[]} args */
function spawn(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status
}

/** @param {string} why @returns {Count} */
function skipped(why) {
  console.error(`Not run: ${why}`)
  return { passed: 0, failed: 1 }
}

/** @param {string} file @returns {unknown} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function summarize() {
  console.log('\n')
  for (const { name, count, seconds } of done) {
    const numbers = `${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed`
    console.log(`${name.padEnd(18)}${numbers}  ${seconds.toFixed(1).padStart(6)} s`)
  }
  const sum = (/** @type {keyof Count} */ part) => done.reduce((total, { count }) => total + count[part], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}
