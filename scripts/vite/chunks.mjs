import { isOfFirstPage, isOfFrame, isOfList } from './first-page.mjs'

/**
 * Which modules share a file. `one-chunk-a-feature.mjs` makes one chunk of each feature; React and router are one
 * chunk that all pages need; `first-page.mjs` knows what the sign-in page needs besides, and what the frame and the
 * list of secrets do: by what they reach and not by size, so that no other page makes theirs larger. What the other
 * pages share is one file: merged by who uses it, two such files could need each other, and `no-circles.mjs` refuses
 * that.
 */
const vendor =
  /[\\/]node_modules[\\/](?:react|react-dom|scheduler|@tanstack[\\/](?:react-router|router-core|history|react-store|store))[\\/]/

// By size alone they would be merged with what pages without a form share. Libraries only: with modules of ours
// that need other files in it, this file and theirs would wait for each other.
const forms = /[\\/]node_modules[\\/](?:react-hook-form|@hookform|zod)[\\/]|[\\/]src[\\/]lib[\\/]zod\.ts/

// What the sign-in page shares with its own later forms: beside what other pages share, it would bring all of that along.
const notOfSignIn = /^(?!.*[\\/]src[\\/]features[\\/]sign-in[\\/])/

export const chunkGroups = [
  { name: 'vendor', test: vendor, priority: 4 },
  { name: 'first', test: isOfFirstPage, priority: 3, includeDependenciesRecursively: false },
  { name: 'frame', test: isOfFrame, priority: 2, includeDependenciesRecursively: false },
  { name: 'list', test: isOfList, priority: 2, includeDependenciesRecursively: false },
  { name: 'forms', test: forms, minShareCount: 2, priority: 2, includeDependenciesRecursively: false },
  { name: 'shared', test: notOfSignIn, minShareCount: 2, priority: 1 },
]

/**
 * A feature's chunk has the feature's name; the bundler's list of those who share a chunk is cut off.
 * @param {{ name: string, facadeModuleId?: string | null }} chunk
 */
export function chunkFileNames({ name, facadeModuleId }) {
  const folder = facadeModuleId?.match(/[\\/]([\w-]+)[\\/]pages\.virtual$/)?.[1]
  return `assets/${folder ?? name.replace(/~.*$/, '')}-[hash].js`
}
