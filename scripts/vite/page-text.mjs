import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { build } from 'vite'
import { root } from '../install.mjs'

const wanted = /\?page$/

/**
 * `import html from './verify-page?page'` gives the page that `verify-page.html` and `verify-page.ts` make together,
 * as one text: the script is bundled into it, and a policy lets it run that script and nothing else. It goes into files
 * that people open from their disk, years later, without a server.
 * @returns {import('vite').Plugin}
 */
export function pageText() {
  return {
    name: 'strongroom:page-text',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!wanted.test(id)) return undefined
      const found = await this.resolve(id.replace(wanted, ''), importer, { skipSelf: true })
      return found && `${found.id}?page`
    },
    load: {
      filter: { id: wanted },
      async handler(id) {
        const script = id.replace(wanted, '')
        const template = script.replace(/\.ts$/, '.html')
        this.addWatchFile(script)
        this.addWatchFile(template)
        const html = pageOf(await readFile(template, 'utf8'), await bundle(script))
        return { code: `export default ${JSON.stringify(html)}`, map: null, moduleType: 'js' }
      },
    },
  }
}

/** @param {string} entry */
async function bundle(entry) {
  const built = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { '#': `${root}src` } },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      lib: { entry, formats: ['iife'], name: 'page' },
    },
  })
  const [{ output } = { output: [] }] = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const [chunk] = output
  if (chunk?.type !== 'chunk') throw new Error(`${entry} gave no script`)
  return chunk.code.trim()
}

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** @param {string} template @param {string} script */
function pageOf(template, script) {
  if (/<\/script/i.test(script)) throw new Error('The script would end its own element.')
  const style = /<style>([^]*?)<\/style>/.exec(template)?.[1] ?? ''
  const rules = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`
  return template
    .replace('<!-- policy -->', () => `<meta http-equiv="Content-Security-Policy" content="${rules}" />`)
    .replace('</body>', () => `<script>${script}</script>\n  </body>`)
}
