import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const barrel = fileURLToPath(import.meta.resolve('lucide-react')).replace(
  /[\\/]cjs[\\/]lucide-react\.js$/,
  '/esm/lucide-react.mjs',
)
const named = /import \{([^}]*)\} from 'lucide-react'/g

/** @type {Map<string, string> | undefined} */
let files

/** Names that the library exports, with the file of each. */
function icons() {
  files ??= new Map(
    readFileSync(barrel, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, names = '', path = ''] = /^export \{(.*)\} from '(.*)'/.exec(line) ?? []
        return [...names.matchAll(/default as (\w+)/g)].map(([, name = '']) => [name, path])
      }),
  )
  return files
}

/**
 * @param {string} code
 * @returns {string} The same with each icon imported from its own file; unknown names and types stay as they are.
 */
export function importIconFiles(code) {
  return code.replace(named, (_all, /** @type {string} */ list) => {
    const rest = []
    const lines = []
    for (const item of list.split(',').map((part) => part.trim())) {
      const [, name = '', alias = name] = /^(\w+)(?: as (\w+))?$/.exec(item) ?? []
      const path = icons().get(name)
      if (path) lines.push(`import ${alias} from ${JSON.stringify(join(dirname(barrel), path))}`)
      else if (item) rest.push(item)
    }
    if (rest.length > 0) lines.push(`import { ${rest.join(', ')} } from 'lucide-react'`)
    return lines.join(';')
  })
}

/**
 * Imports icons from their own files instead of from the library's list of all: through the list every icon of the
 * app counts as needed by each page that has one, and the bundler reads two thousand files.
 * @returns {import('vite').Plugin}
 */
export function oneIconAFile() {
  return {
    name: 'strongroom:one-icon-a-file',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/].*\.tsx?$/, code: "'lucide-react'" },
      handler: (code) => ({ code: importIconFiles(code), map: null }),
    },
  }
}
