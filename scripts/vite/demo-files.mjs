import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { importSource } from './source.mjs'

/**
 * What the standalone demo has besides the app: `sw.js`, the imitation server as a service worker, in one file of
 * its own (no chunk of a page contains mock code, and browsers without module service workers can run it), and
 * `demo-credentials.json`, the sign-in table that `npm start` prints.
 * @returns {import('vite').Plugin}
 */
export function demoFiles() {
  /** @type {import('vite').ResolvedConfig} */
  let config
  return {
    name: 'strongroom:demo-files',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle(error) {
      if (error) return
      const outDir = resolve(config.root, config.build.outDir)
      await buildServiceWorker(config.root, outDir)
      await writeFile(join(outDir, 'demo-credentials.json'), await signInTable())
    },
  }
}

async function signInTable() {
  /** @type {{ personas: { name: string, email: string, password: string, role: string }[] }} */
  const { personas } = await importSource('mocks/seed/personas.ts')
  const table = personas.map(({ name, email, password, role }) => ({ name, email, password, role }))
  return `${JSON.stringify(table, null, 2)}\n`
}

/** @param {string} root @param {string} outDir */
async function buildServiceWorker(root, outDir) {
  await build({
    configFile: false,
    root,
    mode: 'demo',
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { '#': join(root, 'src') } },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      modulePreload: false,
      // One file on purpose; it is fetched once, in the background.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: { sw: join(root, 'src/mocks/worker.ts') },
        // Vite's wrapper of `import()` mentions `import.meta`; inside one file it has nothing to load.
        checks: { emptyImportMeta: false },
        output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
      },
    },
  })
}
