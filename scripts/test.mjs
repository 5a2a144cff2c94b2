import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium, howToInstall } from './chromium.mjs'
import { failuresOfPlaywright, failuresOfVitest } from './failures.mjs'
import { ensureInstalled, root, toolPath } from './install.mjs'
import { ensureProxies } from './proxies.mjs'
import { countOne, countPlaywright, countVitest } from './reports.mjs'

/** @typedef {import('./reports.mjs').Count} Count */

const reports = `${root}.cache/test/`

/** @type {{ name: string, count: Count, seconds: number }[]} */
const done = []

/** @type {import('./failures.mjs').Failure[]} */
const failures = []

ensureInstalled()
const chromium = await ensureChromium()
if (chromium) process.env.STRONGROOM_CHROMIUM = chromium
ensureProxies()
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
  const report = readReport(file)
  failures.push(...failuresOfVitest(report))
  return countVitest(report, exitCode)
})
const isBuilt = step('build', () => countOne(node('scripts/build.mjs')))
const isDemoBuilt = step('demo build', () => countOne(node('scripts/build.mjs', '--demo')))
step('size', () => (isBuilt ? countOne(node('scripts/size.mjs')) : skipped('there is no build to measure')))
step('end-to-end tests', () => {
  if (!isBuilt || !isDemoBuilt) return skipped('there is no build to test')
  if (!chromium) return skipped(howToInstall)
  const exitCode = run('@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts')
  const report = readReport(`${reports}e2e.json`)
  failures.push(...failuresOfPlaywright(report))
  return countPlaywright(report, exitCode)
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
  for (const { test, why } of failures) console.log(`Failed: ${test}\n${why.replaceAll(/^/gm, '  ')}\n`)
  for (const { name, count, seconds } of done) {
    const numbers = `${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed`
    console.log(`${name.padEnd(18)}${numbers}  ${seconds.toFixed(1).padStart(6)} s`)
  }
  const sum = (/** @type {keyof Count} */ part) => done.reduce((total, { count }) => total + count[part], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}
