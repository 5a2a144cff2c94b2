import { spawnSync } from 'node:child_process'
import { ensureInstalled, root, toolPath } from './install.mjs'
import { rememberBuild } from './stale.mjs'

// npm run build [-- --base /x/], npm run build:demo [-- --base /x/]
const args = process.argv.slice(2)
const isDemo = args.includes('--demo')
const viteArgs = args.filter((arg) => arg !== '--demo')

ensureInstalled()
run(toolPath('vite/bin/vite.js'), ['build', ...(isDemo ? ['--mode', 'demo'] : []), ...viteArgs])
if (!isDemo) run(`${root}scripts/prove-no-mock.mjs`, [])
rememberBuild(isDemo ? 'dist-demo' : 'dist', viteArgs)

/** @param {string} script @param {string[]} scriptArgs */
function run(script, scriptArgs) {
  const { status } = spawnSync(process.execPath, [script, ...scriptArgs], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
