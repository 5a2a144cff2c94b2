import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { ensureChromium, howToInstall } from './chromium.mjs'
import { ensureInstalled, root } from './install.mjs'
import { formatTable, readLines } from './bench/lines.mjs'

/**
 * npm run bench [-- NAME ...]: runs each benchmark of scripts/bench/ (or the named ones) in a process of its own.
 *
 *   NAME.bench.ts           runs in Node; what it needs of a browser or server it takes from ./support.mjs
 *   NAME.browser.bench.ts   is bundled and runs in a page of Chromium
 *
 * Each default-exports a function that returns (a promise of) lines: { line, what, value, unit, goal, holds }.
 */

/** @typedef {import('./bench/lines.mjs').Line} Line */

const wanted = process.argv.slice(2)

ensureInstalled()
const chromium = await ensureChromium()
if (chromium) process.env.STRONGROOM_CHROMIUM = chromium
else console.error(howToInstall)

const files = readdirSync(`${root}scripts/bench`)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace(/\..*$/, '')))
  .toSorted()
if (files.length === 0) {
  console.error(`No such benchmark in scripts/bench/: ${wanted.join(', ')}`)
  process.exit(2)
}

const folder = `${root}.cache/bench/`
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

/** @type {Line[]} */
const lines = []
/** @type {string[]} */
const crashed = []
for (const file of files) {
  console.log(`Running ${file} ...`)
  const output = `${folder}${file}.json`
  const args = ['--expose-gc', '--import', 'tsx', `${root}scripts/bench/run-one.mjs`, file, output]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  try {
    if (status !== 0) throw new Error(`it ended with ${status}`)
    lines.push(...readLines(JSON.parse(readFileSync(output, 'utf8'))))
  } catch (error) {
    crashed.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

lines.sort((a, b) => a.line - b.line)
console.log(`\n${formatTable(lines)}\n`)
writeFileSync(`${root}bench-results.json`, `${JSON.stringify(lines, null, 2)}\n`)
const goals = lines.filter(({ goal }) => goal !== '')
console.log(
  `${goals.filter(({ holds }) => holds).length} of ${goals.length} goals hold; written to bench-results.json`,
)
for (const each of crashed) console.error(`Crashed: ${each}`)
if (crashed.length > 0) process.exitCode = 1
