import { register } from 'tsx/esm/api'
import { root } from '../install.mjs'

/** @type {ReturnType<typeof loader> | undefined} */
let known

const loader = () => register({ namespace: 'strongroom', tsconfig: `${root}tsconfig.json` })

/**
 * Imports a module of `src/` into this process, with the same loader as `npm run mock`.
 * @param {string} path Below `src/`, with its extension.
 * @returns {Promise<any>}
 */
export async function importSource(path) {
  known ??= loader()
  return known.import(`../../src/${path}`, import.meta.url)
}
