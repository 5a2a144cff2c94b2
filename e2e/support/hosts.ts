import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { passOn } from '../../scripts/server/pass-on.mjs'
import { readUpstream } from '../../scripts/server/upstream.mjs'
import { staticServer } from '../../scripts/static-server.mjs'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

export interface Host {
  port: number
  address: string
  close: () => void
}

async function listen(server: Server): Promise<Host> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { port, address: `http://127.0.0.1:${port}`, close }
}

/** What `npm start -- --server ADDRESS` runs. */
export function localServer(server: string): Promise<Host> {
  const upstream = readUpstream({ server })
  if (!upstream) throw new Error('no server')
  return listen(staticServer(dist, passOn(upstream)))
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A host that sends no header of ours and answers whatever it does not know with the page. */
export function carelessHost(): Promise<Host> {
  return listen(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const asked = dist + pathname
      const file = existsSync(asked) && statSync(asked).isFile() ? asked : `${dist}/index.html`
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'text/html', Server: 'nginx/1.22.1' })
      response.end(readFileSync(file))
    }),
  )
}
