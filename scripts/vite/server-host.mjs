import { passOn } from '../server/pass-on.mjs'

/**
 * Puts a real server before the dev server in place of the imitation, as `npm start -- --server` does.
 * @param {import('../server/upstream.mjs').Upstream} upstream
 * @returns {import('vite').Plugin}
 */
export function serverHost(upstream) {
  const answers = passOn(upstream)
  return {
    name: 'strongroom:server-host',
    configureServer(server) {
      server.config.logger.info(`\n  /api, /identity and /events go to ${upstream.name}\n`)
      server.middlewares.use((request, response, next) => {
        if (!answers(request, response)) next()
      })
    },
  }
}
