import { dirname, join } from 'node:path'

const lazy = /import\(\s*['"](?:\.|#)\/((?:features\/)?[\w-]+)\/([\w-]+)['"]\s*\)/g
const suffix = '/pages.virtual'

/**
 * The router (`router.tsx` and the routes in `router/`) imports each page by itself, so that the source has no
 * barrels; here the pages of a folder become one chunk. Without this every page is a file, or (grouped by hand) has a
 * file that only points to the group.
 * @returns {import('vite').Plugin}
 */
export function oneChunkAFeature() {
  /** @type {Map<string, Set<string>>} */
  const pages = new Map()
  return {
    name: 'strongroom:one-chunk-a-feature',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]src[\\/]router(?:\.tsx|[\\/]\w+\.tsx?)$/ },
      handler(code, id) {
        const source = id.replace(/[\\/]router(?:\.tsx|[\\/]\w+\.tsx?)$/, '')
        const changed = code.replace(lazy, (_all, folder, page) => {
          const virtual = join(source, folder) + suffix
          const known = pages.get(virtual) ?? new Set()
          pages.set(virtual, known.add(page))
          return `import(${JSON.stringify(virtual)})`
        })
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
