import { isOfFirstPage } from './first-page.mjs'

/**
 * Which modules share a file. `one-chunk-a-feature.mjs` makes one chunk of each feature; React, query and router are
 * one chunk that all pages need; what some chunks share is gathered by the set of chunks that use it, and small
 * sets are merged, since many small files cost more than a few kilobytes that are not needed yet.
 */
const vendor =
  /[\\/]node_modules[\\/](?:react|react-dom|scheduler|@tanstack[\\/](?:react-query|query-core|react-router|router-core|history|react-store|store))[\\/]/

// What floats, and the lists: large, needed behind the sign-in only, and so never merged with what it needs.
const floats =
  /[\\/]node_modules[\\/](?:radix-ui|@radix-ui|@floating-ui|aria-hidden|react-remove-scroll|react-remove-scroll-bar|use-callback-ref|use-sidecar|react-style-singleton)[\\/]|[\\/]src[\\/]ui[\\/](?:Menu|Dialog|ConfirmDialog|copy-items|adopt-style)\.tsx?$/
const lists =
  /[\\/]node_modules[\\/]@tanstack[\\/](?:react-virtual|virtual-core)[\\/]|[\\/]src[\\/]table[\\/](?!entry-memory)/

export const chunkGroups = [
  { name: 'vendor', test: vendor, priority: 4 },
  {
    name: 'frame',
    test: (/** @type {string} */ id) => floats.test(id) || lists.test(id),
    priority: 3,
    includeDependenciesRecursively: false,
  },
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
