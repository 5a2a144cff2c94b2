import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { ensureInstalled, root } from './install.mjs'
import { isStale } from './stale.mjs'
import { staticServer } from './static-server.mjs'

const port = readPort(process.argv.slice(2))

ensureInstalled()
if (isStale('dist-demo', [])) {
  console.log('Building the demo ...')
  const { status } = spawnSync(process.execPath, [`${root}scripts/build.mjs`, '--demo'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) {
    console.error('The demo could not be built: npm run build:demo shows all that was said.')
    process.exit(1)
  }
}

const server = staticServer(`${root}dist-demo`)
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE') {
    console.error(
      `Port ${port} is in use, perhaps by another npm start. Open http://127.0.0.1:${port}/ to see, stop what listens ` +
        `there, or take another port: npm start -- --port ${port + 1}`,
    )
  } else console.error(`The demo cannot listen on port ${port}: ${error.message}`)
  process.exit(1)
})
server.listen(port, '127.0.0.1', () => {
  console.log(`\nStrongroom runs at http://127.0.0.1:${port}/ (Ctrl+C ends it).\n`)
  console.log('Everything happens in your browser, the server too; all names and values are made up.\n')
  console.log(signInTable())
})

/** @param {string[]} args */
function readPort(args) {
  const at = args.indexOf('--port')
  const value = at < 0 ? 8686 : Number(args[at + 1])
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value
  console.error('Usage: npm start [-- --port NUMBER]')
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
