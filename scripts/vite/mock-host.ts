import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { importSource } from './source'

type Host = Pick<Plugin, 'configureServer' | 'configurePreviewServer'>

/**
 * Puts the imitation server (`src/mocks/vite.ts`) before the dev and the preview server. It is loaded only when
 * one of them starts, so that a build never touches the mock.
 */
export function mockHost(): Plugin {
  const host = async (): Promise<Host> => {
    const module = await importSource<{ mockPlugin(): Host }>('mocks/vite.ts')
    return module.mockPlugin()
  }
  return {
    name: 'strongroom:mock-host',
    async configureServer(server: ViteDevServer) {
      await start((await host()).configureServer, server)
    },
    async configurePreviewServer(server: PreviewServer) {
      await start((await host()).configurePreviewServer, server)
    },
  }
}

type Hook<S> = ((server: S) => unknown) | { handler: (server: S) => unknown } | undefined

async function start<S>(hook: Hook<S>, server: S) {
  await (typeof hook === 'function' ? hook(server) : hook?.handler(server))
}
