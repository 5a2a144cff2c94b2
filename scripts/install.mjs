import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository's folder, with a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const supported = [
  { major: 20, minor: 19 },
  { major: 22, minor: 12 },
]

/** Whether this Node can run the tools (`engines` in package.json). @param {string} version */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const line = supported.find((each) => each.major === major)
  return line ? minor >= line.minor : major > 22
}

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * Names of packages that the lock file asks for and `node_modules` lacks or has in another version. Optional ones
 * are left out: they belong to other machines.
 * @param {Record<string, LockedPackage>} wanted `packages` of package-lock.json
 * @param {Record<string, LockedPackage>} installed `packages` of node_modules/.package-lock.json
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(([path, { optional, link }]) => path !== '' && !optional && !link)
    .filter(([path, { version }]) => installed[path]?.version !== version)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
}

/** @param {string} path @returns {Record<string, LockedPackage>} */
function packagesOf(path) {
  if (!existsSync(root + path)) return {}
  return JSON.parse(readFileSync(root + path, 'utf8')).packages ?? {}
}

/** Runs `npm ci` when the installed packages are not those of the lock file. Ends the process when that fails. */
export function ensureInstalled() {
  if (!isNodeSupported(process.version)) {
    console.error(`Strongroom's tools need Node 20.19, 22.12 or newer; this is ${process.version}.`)
    process.exit(1)
  }
  const missing = missingPackages(
    packagesOf('package-lock.json'),
    packagesOf('node_modules/.package-lock.json'),
  )
  if (missing.length === 0) return
  console.log(`Installing packages (${missing.length} missing or outdated) ...`)
  const npm = process.env.npm_execpath
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']]
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status === 0) return
  console.error('npm ci failed: its message above says why. Nothing else was done.')
  process.exit(1)
}

/** Command line that runs a package's tool with this Node. @param {string} script Path below node_modules. */
export const toolPath = (script) => `${root}node_modules/${script}`
