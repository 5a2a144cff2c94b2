import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './install.mjs'

const folder = `${root}.cache/nginx/`

export const noNginx = 'Not run: no nginx here (Debian: apt-get install nginx).'

/** @param {string} path */
const isRunning = (path) => existsSync(path) && spawnSync(path, ['-v'], { stdio: 'ignore' }).status === 0

/** The nginx of this machine, else the one that `ensureNginx` has unpacked. */
export function findNginx() {
  const known = process.env.STRONGROOM_NGINX
  if (known !== undefined) return known || undefined
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    '/usr/sbin',
    `${folder}usr/sbin`,
  ]
  return folders.map((each) => join(each, 'nginx')).find(isRunning)
}

/**
 * Finds an nginx, or unpacks Debian's package where root may ask for it. It is not installed: that would start a web
 * server on this machine.
 */
export function ensureNginx() {
  const found = findNginx()
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found
  console.log('No nginx here. Unpacking the package of Debian for the test of the proxy files ...')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  if (!run('apt-get', ['download', 'nginx'])) {
    run('apt-get', ['update'])
    run('apt-get', ['download', 'nginx'])
  }
  const file = readdirSync(folder).find((name) => name.endsWith('.deb'))
  if (file) run('dpkg-deb', ['--extract', file, '.'])
  return findNginx()
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return spawnSync(command, args, { cwd: folder, stdio: 'ignore', timeout: 3 * 60_000 }).status === 0
}
