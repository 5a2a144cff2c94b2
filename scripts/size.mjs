import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { root } from './install.mjs'

/**
 * The size gate: what a page fetches of `dist/`, found by following Vite's manifest as the browser follows imports.
 * An end-to-end test (`e2e/size.spec.ts`) proves that a browser fetches no other files.
 */

/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[], isEntry?: boolean }} Chunk */
/** @typedef {Record<string, Chunk>} Manifest */
/** @typedef {{ page: string, what: string, value: number, unit: string, limit: number }} Measure */

/** What a page is made of besides the entry, by where its lazy chunks come from. */
export const pages = {
  'sign-in': {
    lazy: ['src/features/sign-in/pages.virtual'],
    limits: { 'JS gz': 130, 'CSS gz': 10 },
  },
  secrets: {
    lazy: ['src/features/secrets/pages.virtual', 'src/shell/pages.virtual'],
    limits: { 'in all gz': 220, requests: 15 },
  },
}

/**
 * @param {Manifest} manifest
 * @param {string[]} from Beginnings of source paths.
 * @returns {string[]} Scripts and styles that a page of these sources fetches, in no order.
 */
export function filesOfPage(manifest, from) {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  const lazy = Object.values(manifest).flatMap(({ dynamicImports = [] }) => dynamicImports)
  const seen = new Set(entries)
  for (const key of lazy) if (from.some((path) => key.startsWith(path))) seen.add(key)
  for (const key of seen) for (const next of manifest[key]?.imports ?? []) seen.add(next)
  const chunks = [...seen].flatMap((key) => manifest[key] ?? [])
  return [...new Set(chunks.flatMap(({ file, css = [] }) => [file, ...css]))]
}

/**
 * The fonts that a page in Latin letters fetches: the browser takes a subset only when it needs one of its letters.
 * @param {string} css
 */
export function latinFonts(css) {
  const urls = [...css.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map(([, url = '']) =>
    url.replace(/^.*\//, ''),
  )
  return [...new Set(urls.filter((name) => /-latin-(?!ext)/.test(name)))]
}

const dist = `${root}dist/`

/** @param {string} file */
const read = (file) => readFileSync(dist + file)

/** @param {string[]} files */
const gzipped = (files) =>
  files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000

/** @param {string} extension @returns {(file: string) => boolean} */
const has = (extension) => (file) => file.endsWith(extension)

/** @param {Manifest} manifest @param {keyof typeof pages} name */
function measurePage(manifest, name) {
  const { lazy, limits } = pages[name]
  const files = filesOfPage(manifest, lazy)
  const css = files.filter(has('.css'))
  const fonts = latinFonts(css.map((file) => read(file).toString()).join('\n'))
  /** @type {Record<string, [number, string]>} */
  const values = {
    'JS gz': [gzipped(files.filter(has('.js'))), 'kB'],
    'CSS gz': [gzipped(css), 'kB'],
    'in all gz': [gzipped(['index.html', ...files]), 'kB'],
    requests: [1 + files.length + fonts.length, ''],
  }
  const measures = Object.entries(limits).map(([what, limit]) => {
    const [value, unit] = values[what] ?? [Number.NaN, '']
    return { page: name, what, value, unit, limit }
  })
  return { files, fonts, measures }
}

/**
 * @returns {{ measures: Measure[], problems: string[], table: string }} All limits with what was measured, and
 * what makes them worthless (a page without a chunk).
 */
export function measureSizes() {
  /** @type {Manifest} */
  const manifest = JSON.parse(read('.vite/manifest.json').toString())
  /** @type {Measure[]} */
  const measures = []
  const rows = []
  const problems = []
  for (const name of /** @type {(keyof typeof pages)[]} */ (Object.keys(pages))) {
    const page = measurePage(manifest, name)
    measures.push(...page.measures)
    rows.push(
      `${name} page`,
      ...page.files.map(row),
      ...page.fonts.map((font) => `             font  ${font}`),
    )
    for (const path of pages[name].lazy)
      if (!hasChunk(manifest, path))
        problems.push(`${path} has no chunk: the ${name} page is not measured whole`)
  }
  return { measures, problems, table: [...rows, 'workers, apart', ...workerFiles().map(row)].join('\n') }
}

/** @param {string} file */
const row = (file) => `  ${gzipped([file]).toFixed(1).padStart(7)} kB gz  ${file}`

/** @param {Manifest} manifest @param {string} path */
const hasChunk = (manifest, path) => Object.keys(manifest).some((key) => key.startsWith(path))

function workerFiles() {
  const folder = `${dist}workers`
  return existsSync(folder) ? readdirSync(folder).map((name) => `workers/${name}`) : []
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!existsSync(`${dist}.vite/manifest.json`)) {
    console.error('There is no dist/ to measure: npm run build makes it.')
    process.exit(1)
  }
  const { measures, problems, table } = measureSizes()
  console.log(table, '\n')
  for (const { page, what, value, unit, limit } of measures) {
    const verdict = value <= limit ? 'holds' : 'TOO MUCH'
    console.log(
      `${page} page, ${what}: ${Number(value.toFixed(1))} ${unit} of at most ${limit} ${unit}: ${verdict}`,
    )
  }
  for (const problem of problems) console.error(problem)
  if (problems.length > 0 || measures.some(({ value, limit }) => !(value <= limit))) process.exit(1)
}
