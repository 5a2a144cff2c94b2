import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, Plugin } from 'vite'
import { toRequest, writeResponse } from './host/node-http'
import { MockServer } from './server'

const served = /^\/(?:api|identity|events|__mock)(?:\/|$)/i

/**
 * The mock before Vite's dev and preview servers. Dates follow the real time; tests ask for a database of their own
 * with a fixed one (`POST /__mock/databases`).
 */
export function mockPlugin(): Plugin {
  const middleware = (base: string): Connect.NextHandleFunction => {
    const prefix = base.replace(/\/$/, '')
    const mock = new MockServer({
      seed: { seed: 'demo' },
      base: prefix,
      log: (line) => process.stderr.write(`[mock] ${line}\n`),
    })
    const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
      await writeResponse(await mock.fetch(await toRequest(incoming)), outgoing)
    }
    return (incoming, outgoing, next) => {
      const url = incoming.originalUrl ?? incoming.url ?? '/'
      const { pathname } = new URL(url, 'http://localhost')
      const path =
        prefix !== '' && pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname
      if (!served.test(path)) return next()
      incoming.url = url
      answer(incoming, outgoing).catch(next)
    }
  }
  return {
    name: 'strongroom:mock',
    configureServer: (server) => void server.middlewares.use(middleware(server.config.base)),
    configurePreviewServer: (server) => void server.middlewares.use(middleware(server.config.base)),
  }
}
