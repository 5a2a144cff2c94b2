import { spawn } from 'node:child_process'
import { ensureInstalled, root, toolPath } from './install.mjs'
import { serverOrExit } from './server/or-exit.mjs'
import { serverVariables } from './server/upstream.mjs'

// npm run dev [-- --server https://vault.example.com]: all other options are Vite's.
const { wanted, rest } = serverOrExit(process.argv.slice(2))

ensureInstalled()
const vite = spawn(process.execPath, [toolPath('vite/bin/vite.js'), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...serverVariables(wanted) },
})
vite.on('exit', (code) => process.exit(code ?? 1))
// The terminal sends it to both; without a listener this one would end first and leave the prompt to the other.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => vite.kill('SIGTERM'))
