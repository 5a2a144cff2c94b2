/**
 * Which modules share a file. The router's `import()` calls make one chunk a feature, and what the entry needs is
 * in the entry. What features share is gathered by the set of features that use it, and small groups are merged,
 * since many small files cost more than a few kilobytes that are not needed yet. What the sign-in page uses is
 * kept apart from the rest, so that it never waits for dialogs, tables and forms.
 */
const vendor =
  /[\\/]node_modules[\\/](?:react|react-dom|scheduler|@tanstack[\\/](?:react-query|query-core|react-router|router-core|history|react-store|store))[\\/]/

const firstPage = /[\\/]src[\\/]features[\\/]sign-in[\\/]/

/** @typedef {{ getModuleInfo(id: string): { importers: string[], dynamicImporters: string[], isEntry: boolean } | null }} Graph */

/**
 * The modules from which a module is reached by static imports alone: the entry, or the target of an `import()`.
 * @param {string} id @param {Graph} graph
 */
function rootsOf(id, graph) {
  const roots = new Set()
  const seen = new Set([id])
  for (const each of seen) {
    const info = graph.getModuleInfo(each)
    if (!info) continue
    if (info.isEntry || info.dynamicImporters.length > 0) roots.add(info.isEntry ? 'entry' : each)
    for (const importer of info.importers) seen.add(importer)
  }
  return [...roots]
}

/** @param {string} id @param {Graph} graph */
function sharedName(id, graph) {
  const roots = rootsOf(id, graph)
  // Already loaded when a feature is: the bundler keeps such modules in the entry.
  if (roots.length < 2 || roots.includes('entry')) return null
  return roots.some((root) => firstPage.test(root)) ? 'shared-first' : 'shared'
}

export const chunkGroups = [
  { name: 'vendor', test: vendor, priority: 2 },
  {
    name: sharedName,
    debugName: 'shared',
    priority: 1,
    entriesAware: true,
    entriesAwareMergeThreshold: 40_000,
  },
]

/**
 * A feature's chunk has the feature's name, whatever its page is called; the bundler's list of users is cut off.
 * @param {{ name: string, facadeModuleId?: string | null }} chunk
 */
export function chunkFileNames({ name, facadeModuleId }) {
  const feature = facadeModuleId?.match(/[\\/]src[\\/]features[\\/]([\w-]+)[\\/]/)?.[1]
  return `assets/${feature ?? name.replace(/~.*$/, '')}-[hash].js`
}
