import { importSource } from './source.mjs'

/** @typedef {import('vite').Plugin} Plugin */

/**
 * Puts the imitation server (`src/mocks/vite.ts`) before the dev and the preview server. It is loaded only when
 * one of them starts, so that a build never touches the mock.
 * @returns {Plugin}
 */
export function mockHost() {
  return {
    name: 'strongroom:mock-host',
    async configureServer(server) {
      const { configureServer } = await host()
      return typeof configureServer === 'function' ? configureServer.call(this, server) : undefined
    },
    async configurePreviewServer(server) {
      const { configurePreviewServer } = await host()
      return typeof configurePreviewServer === 'function'
        ? configurePreviewServer.call(this, server)
        : undefined
    },
  }
}

/** @returns {Promise<Plugin>} */
async function host() {
  const { mockPlugin } = await importSource('mocks/vite.ts')
  return mockPlugin()
}
