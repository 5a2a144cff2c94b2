import { copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { metaPolicy } from '../headers.mjs'

const charset = '<meta charset="utf-8" />'

/**
 * Puts the content security policy into the built page, and gives static hosts a `404.html` that starts the app.
 * @returns {import('vite').Plugin}
 */
export function page() {
  let outDir = ''
  return {
    name: 'strongroom:page',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    transformIndexHtml(html) {
      if (!html.includes(charset)) throw new Error(`index.html must contain ${charset}`)
      // Right behind the charset: a policy counts only for what follows it.
      const policy = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy()}" />`
      return html.replace(charset, `${charset}\n    ${policy}`)
    },
    async writeBundle() {
      await copyFile(join(outDir, 'index.html'), join(outDir, '404.html'))
    },
  }
}
