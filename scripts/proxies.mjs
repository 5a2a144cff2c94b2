import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './install.mjs'

/** @typedef {'nginx' | 'caddy'} Proxy */

/** The programs that the shipped files are tried with. Both packages of Debian run from where they are unpacked. */
const known = {
  nginx: { variable: 'STRONGROOM_NGINX', shows: '-v' },
  caddy: { variable: 'STRONGROOM_CADDY', shows: 'version' },
}

/** @param {Proxy} name */
const folderOf = (name) => `${root}.cache/${name}/`

/** @param {Proxy} name */
export const missing = (name) => `Not run: no ${name} here (Debian: apt-get install ${name}).`

/** The program of this machine, else the one that `ensureProxies` has unpacked. @param {Proxy} name */
export function findProxy(name) {
  const { variable, shows } = known[name]
  const told = process.env[variable]
  if (told !== undefined) return told || undefined
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    '/usr/sbin',
    ...['usr/sbin', 'usr/bin'].map((part) => folderOf(name) + part),
  ]
  const runs = (/** @type {string} */ path) =>
    existsSync(path) && spawnSync(path, [shows], { stdio: 'ignore' }).status === 0
  return folders.map((each) => join(each, name)).find(runs)
}

/**
 * Finds the proxies, or unpacks Debian's packages where root may ask for them. They are not installed: that would start
 * web servers on this machine. What is found stands in the environment for all that is started from here; an empty
 * variable keeps others from looking again. Without a proxy its tests are skipped, and this says so.
 */
export function ensureProxies() {
  let isUpdated = false
  for (const name of /** @type {Proxy[]} */ (Object.keys(known))) {
    const mayUnpack = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
    const found = findProxy(name) ?? (mayUnpack ? unpack(name, !isUpdated) : undefined)
    if (!found) {
      isUpdated = true
      console.log(`Proxy files: ${missing(name)}`)
    }
    process.env[known[name].variable] = found ?? ''
  }
}

/** @param {Proxy} name @param {boolean} mayUpdate Whether the lists of packages may be fetched: once is enough. */
function unpack(name, mayUpdate) {
  console.log(`No ${name} here. Unpacking the package of Debian for the test of the proxy files ...`)
  const cwd = folderOf(name)
  const run = (/** @type {string} */ command, /** @type {string[]} */ args) =>
    spawnSync(command, args, { cwd, stdio: 'ignore', timeout: 3 * 60_000 }).status === 0
  rmSync(cwd, { recursive: true, force: true })
  mkdirSync(cwd, { recursive: true })
  if (!run('apt-get', ['download', name]) && mayUpdate) {
    run('apt-get', ['update'])
    run('apt-get', ['download', name])
  }
  const file = readdirSync(cwd).find((each) => each.endsWith('.deb'))
  if (file) run('dpkg-deb', ['--extract', file, '.'])
  return findProxy(name)
}
