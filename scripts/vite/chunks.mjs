import { isOfFirstPage } from './first-page.mjs'

/**
 * Which modules share a file. `one-chunk-a-feature.mjs` makes one chunk of each feature; React, query and router are
 * one chunk that all pages need; what some chunks share is gathered by the set of chunks that use it, and small
 * sets are merged, since many small files cost more than a few kilobytes that are not needed yet.
 */
const vendor =
  /[\\/]node_modules[\\/](?:react|react-dom|scheduler|@tanstack[\\/](?:react-query|query-core|react-router|router-core|history|react-store|store))[\\/]/

// Libraries of dialogs, menus and lists: large, and needed behind the sign-in only.
const libraries =
  /[\\/]node_modules[\\/](?:radix-ui|@radix-ui|@floating-ui|aria-hidden|react-remove-scroll|react-remove-scroll-bar|use-callback-ref|use-sidecar|@tanstack[\\/](?:react-virtual|virtual-core))[\\/]/

export const chunkGroups = [
  { name: 'vendor', test: vendor, priority: 4 },
  { name: 'frame', test: libraries, priority: 3 },
  { name: 'first', test: isOfFirstPage, priority: 2, includeDependenciesRecursively: false },
  { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 120_000, priority: 1 },
]

/**
 * A feature's chunk has the feature's name; the bundler's list of those who share a chunk is cut off.
 * @param {{ name: string, facadeModuleId?: string | null }} chunk
 */
export function chunkFileNames({ name, facadeModuleId }) {
  const folder = facadeModuleId?.match(/[\\/]([\w-]+)[\\/]pages\.virtual$/)?.[1]
  return `assets/${folder ?? name.replace(/~.*$/, '')}-[hash].js`
}
