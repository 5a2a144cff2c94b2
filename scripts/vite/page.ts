import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { metaPolicy } from '../headers.mjs'

/** Puts the content security policy into the built page, and gives static hosts a `404.html` that starts the app. */
export function page(): Plugin {
  let outDir = ''
  return {
    name: 'strongroom:page',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir)
    },
    transformIndexHtml(html) {
      const charset = '<meta charset="utf-8" />'
      if (!html.includes(charset)) throw new Error(`index.html must contain ${charset}`)
      // Right behind the charset: a policy counts only for what follows it.
      return html.replace(
        charset,
        `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy()}" />`,
      )
    },
    async writeBundle() {
      await copyFile(join(outDir, 'index.html'), join(outDir, '404.html'))
    },
  }
}
