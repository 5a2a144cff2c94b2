/**
 * Which modules share a file. The router's `import()` calls make one chunk a feature; what all pages need is in
 * one vendor chunk; what some features share is gathered by the set of features that use it, and small groups are
 * merged, since many small files cost more than a few kilobytes that are not needed yet.
 */
const vendor =
  /[\\/]node_modules[\\/](?:react|react-dom|scheduler|@tanstack[\\/](?:react-query|query-core|react-router|router-core|history|react-store|store))[\\/]/

export const chunkGroups = [
  { name: 'vendor', test: vendor, priority: 2 },
  { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000, priority: 1 },
]
