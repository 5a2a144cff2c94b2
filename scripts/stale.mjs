import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const sources = [
  'src',
  'public',
  'scripts/vite',
  'scripts/deploy/rules.mjs',
  'scripts/build.mjs',
  'scripts/headers.mjs',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!existsSync(root + path)) return []
  const entries = /\.\w+$/.test(path)
    ? undefined
    : readdirSync(root + path, { withFileTypes: true, recursive: true })
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}

/** A digest of everything that a build is made of, and of its arguments. @param {string[]} args */
function fingerprint(args) {
  const hash = createHash('sha256').update(JSON.stringify(args))
  for (const file of sources.flatMap(filesOf).toSorted())
    hash.update(`\0${file}\0`).update(readFileSync(root + file))
  return hash.digest('hex')
}

/** @param {string} outDir */
const stampFile = (outDir) => `${root}.cache/${outDir}.stamp`

/** Notes what a finished build was made of. @param {string} outDir @param {string[]} args */
export function rememberBuild(outDir, args) {
  mkdirSync(`${root}.cache`, { recursive: true })
  writeFileSync(stampFile(outDir), fingerprint(args))
}

/** Whether a build is missing or made of other sources or arguments. @param {string} outDir @param {string[]} args */
export function isStale(outDir, args) {
  if (!existsSync(`${root}${outDir}/index.html`) || !existsSync(stampFile(outDir))) return true
  return readFileSync(stampFile(outDir), 'utf8') !== fingerprint(args)
}
