import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { ensureInstalled, root } from './install.mjs'
import { serverOrExit } from './server/or-exit.mjs'
import { passOn } from './server/pass-on.mjs'
import { isStale } from './stale.mjs'
import { staticServer } from './static-server.mjs'

const { upstream, rest } = serverOrExit(process.argv.slice(2))
// Not the same port: what the demo keeps in the browser must not meet the real thing.
const port = readPort(rest, upstream ? 8687 : 8686)
const what = upstream
  ? { folder: 'dist', name: 'app', flags: [], command: 'npm run build' }
  : { folder: 'dist-demo', name: 'demo', flags: ['--demo'], command: 'npm run build:demo' }

ensureInstalled()
if (isStale(what.folder, [])) {
  console.log(`Building the ${what.name} ...`)
  const { status } = spawnSync(process.execPath, [`${root}scripts/build.mjs`, ...what.flags], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) {
    console.error(`The ${what.name} could not be built: ${what.command} shows all that was said.`)
    process.exit(1)
  }
}

const server = staticServer(root + what.folder, upstream ? passOn(upstream) : undefined)
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE') {
    console.error(
      `Port ${port} is in use, perhaps by another npm start. Open http://127.0.0.1:${port}/ to see, stop what listens ` +
        `there, or take another port: npm start -- --port ${port + 1}`,
    )
  } else console.error(`The ${what.name} cannot listen on port ${port}: ${error.message}`)
  process.exit(1)
})
server.listen(port, '127.0.0.1', () => {
  console.log(`\nStrongroom runs at http://127.0.0.1:${port}/ (Ctrl+C ends it).\n`)
  if (upstream) {
    for (const { prefix, base } of upstream.passedOn) console.log(`  ${prefix.padEnd(10)} goes to ${base}`)
    console.log(`\nIf the sign-in page finds no server: http://127.0.0.1:${port}/setup says why.`)
  } else {
    console.log('Everything happens in your browser, the server too; all names and values are made up.\n')
    console.log(signInTable())
  }
})

/** @param {string[]} args @param {number} usual */
function readPort(args, usual) {
  const [name, text, ...more] = args
  const value = name === undefined ? usual : Number(text)
  const isKnown = (name === undefined || name === '--port') && more.length === 0
  if (isKnown && Number.isInteger(value) && value > 0 && value < 65_536) return value
  console.error('Usage: npm start [-- [--port NUMBER] [--server ADDRESS | --api ADDRESS --identity ADDRESS]]')
  process.exit(2)
}

function signInTable() {
  const file = `${root}dist-demo/demo-credentials.json`
  /** @type {{ email: string, password: string, role: string }[]} */
  const people = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const rows = [{ email: 'E-mail', password: 'Master password', role: 'Who' }, ...people]
  const width = (/** @type {'email' | 'password'} */ column) =>
    Math.max(...rows.map((row) => row[column].length))
  const [email, password] = [width('email'), width('password')]
  return rows
    .map((row) => `  ${row.email.padEnd(email)}  ${row.password.padEnd(password)}  ${row.role}`)
    .join('\n')
}
