import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from '../install.mjs'

const lazy = /import\(\s*['"](?:\.|#)\/((?:features\/)?[\w-]+)\/([\w-]+)['"]\s*\)/g
const isRouter = /[\\/]src[\\/]router(?:\.tsx|[\\/]\w+\.tsx?)$/
const suffix = '/pages.virtual'

/**
 * The router (`router.tsx` and the routes in `router/`) imports each page by itself, so that the source has no
 * barrels; here the pages of a folder become one chunk. Without this every page is a file, or (grouped by hand) has a
 * file that only points to the group.
 * @param {string} source The folder `src`.
 * @returns {import('vite').Plugin}
 */
export function oneChunkAFeature(source = join(root, 'src')) {
  /** @type {Map<string, Set<string>>} */
  const pages = new Map()
  const moduleOf = (/** @type {string} */ folder) => join(source, folder) + suffix
  return {
    name: 'strongroom:one-chunk-a-feature',
    apply: 'build',
    // All routes, before any module: a folder's pages are wanted as soon as one file has asked for one of them, and
    // those of a file that is read later would be missing in the chunk, now and then.
    async buildStart() {
      pages.clear()
      for (const file of await routerFiles(source))
        for (const [, folder = '', page = ''] of (await readFile(file, 'utf8')).matchAll(lazy)) {
          const known = pages.get(moduleOf(folder)) ?? new Set()
          pages.set(moduleOf(folder), known.add(page))
        }
    },
    transform: {
      filter: { id: isRouter },
      handler(code) {
        const changed = code.replace(lazy, (_all, folder) => `import(${JSON.stringify(moduleOf(folder))})`)
        return { code: changed, map: null }
      },
    },
    resolveId(id) {
      return pages.has(id) ? id : undefined
    },
    load(id) {
      const known = pages.get(id)
      return known && [...known].map((page) => `export * from '${dirname(id)}/${page}'`).join('\n')
    },
  }
}

/** @param {string} source */
async function routerFiles(source) {
  const beside = await readdir(join(source, 'router'))
  return [
    join(source, 'router.tsx'),
    ...beside.toSorted().map((name) => join(source, 'router', name)),
  ].filter((file) => isRouter.test(file))
}
