import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'
import { importSource } from './source'

interface Persona {
  name: string
  email: string
  password: string
  role: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * What the standalone demo has besides the app: `sw.js`, the imitation server as a service worker, in one file of
 * its own (no chunk of a page contains mock code, and browsers without module service workers can run it), and
 * `demo-credentials.json`, the sign-in table that `npm start` prints.
 */
export function demoFiles(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'strongroom:demo-files',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle(error?: Error) {
      if (error) return
      const outDir = join(config.root, config.build.outDir)
      await buildServiceWorker(outDir)
      const { personas } = await importSource<{ personas: Persona[] }>('mocks/seed/personas.ts')
      const table = personas.map(({ name, email, password, role }) => ({ name, email, password, role }))
      await writeFile(join(outDir, 'demo-credentials.json'), `${JSON.stringify(table, null, 2)}\n`)
    },
  }
}

async function buildServiceWorker(outDir: string) {
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
      rolldownOptions: {
        input: { sw: join(root, 'src/mocks/worker.ts') },
        output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
      },
    },
  })
}
