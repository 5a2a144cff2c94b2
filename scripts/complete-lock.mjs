import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'

/**
 * node scripts/complete-lock.mjs, after a dependency was added.
 *
 * Tools with native parts name one optional package for each platform. Where a registry does not have all of them,
 * npm writes a lock file without those, and `npm ci` then refuses that file on every machine. Here they are added
 * with what is known of them: their version is exact, and their name says where they belong.
 */

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Locked */

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** @param {string} name Such as `@scope/binding-linux-x64-musl`. */
function platformOf(name) {
  const words = name.replace(/^.*\//, '').split('-')
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  if (cpu.length !== 1 || (os.length !== 1 && cpu[0] !== 'wasm32')) return undefined
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : ['glibc']
  return {
    cpu,
    ...(os.length > 0 && { os }),
    ...(os[0] === 'linux' && /-(?:gnu|musl)/.test(name) && { libc }),
  }
}

/**
 * Optional packages that a lock file names and does not list.
 * @param {Record<string, Locked>} packages `packages` of package-lock.json
 * @returns {Record<string, Locked>} Entries to add; throws when one is not a package of a platform.
 */
export function absentPlatforms(packages) {
  /** @type {Record<string, Locked>} */
  const absent = {}
  for (const { dev, optionalDependencies = {} } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const place = `node_modules/${name}`
      if (Object.keys(packages).some((path) => path === place || path.endsWith(`/${place}`))) continue
      const platform = platformOf(name)
      if (!platform || !/^\d[\w.+-]*$/.test(version))
        throw new Error(`${name}@${version} is missing in the lock file`)
      absent[place] = { version, ...(dev && { dev }), optional: true, ...platform }
    }
  }
  return absent
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = `${root}package-lock.json`
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  const absent = absentPlatforms(lock.packages)
  const all = Object.entries({ ...lock.packages, ...absent })
  lock.packages = Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${Object.keys(absent).length} packages of other platforms added to package-lock.json`)
}
