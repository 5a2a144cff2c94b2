import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { cacheControl, securityHeaders } from './headers.mjs'

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

// These belong to the service worker. When it is not there, the page must hear that, and not get itself as an answer.
const apiPaths = /^\/(?:api|identity|events|__mock)(?:\/|$)/

/** @param {string} path */
function isFile(path) {
  try {
    return statSync(path).isFile()
  } catch {
    // Not there, or a name that no file system takes.
    return false
  }
}

/** @param {string | undefined} url @returns {string | undefined} Undefined where it is no address, like `//`. */
function pathOf(url) {
  try {
    return new URL(url ?? '/', 'http://localhost').pathname
  } catch {
    return undefined
  }
}

/**
 * What a path of the URL is answered with: a file, the page (for the app's own paths), or nothing.
 * @param {string} folder
 * @param {string} pathname Still encoded.
 * @returns {string | undefined} Path of a file.
 */
export function resolveFile(folder, pathname) {
  if (apiPaths.test(pathname)) return undefined
  let decoded
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return join(folder, 'index.html')
  }
  if (decoded.includes('\0')) return undefined
  const path = normalize(join(folder, decoded))
  if (!path.startsWith(normalize(folder) + sep) && path !== normalize(folder)) return undefined
  if (isFile(path)) return path
  // A missing script must be a 404: a page in its place would be reported as a syntax error.
  return /^\/(?:assets|workers)\//.test(decoded) ? undefined : join(folder, 'index.html')
}

/**
 * A server of one built folder, for this machine.
 * @param {string} folder
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} [passOn]
 *   Answers what belongs to a server behind this one, and says whether it did.
 */
export function staticServer(folder, passOn) {
  return createServer((request, response) => {
    if (passOn?.(request, response)) return
    for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value)
    const pathname = pathOf(request.url)
    if (pathname === undefined) {
      response
        .writeHead(400, { 'Content-Type': types['.txt'], 'Cache-Control': 'no-store' })
        .end('Bad request\n')
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(apiPaths.test(pathname) ? 404 : 405, { Allow: 'GET, HEAD' }).end()
      return
    }
    const file = resolveFile(folder, pathname)
    if (!file) {
      response
        .writeHead(404, { 'Content-Type': types['.txt'], 'Cache-Control': 'no-store' })
        .end('Not found\n')
      return
    }
    if (!isFile(file)) {
      // While a new build takes its place, even the page is gone for a moment.
      response
        .writeHead(503, { 'Content-Type': types['.txt'], 'Cache-Control': 'no-store' })
        .end('Being built anew\n')
      return
    }
    const isPage = extname(file) === '.html'
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Length': statSync(file).size,
      'Cache-Control': isPage ? 'no-cache' : cacheControl(pathname),
    })
    if (request.method === 'HEAD') response.end()
    // Without a listener, one unreadable file would end the whole server.
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response)
  })
}
