import http from 'node:http'
import https from 'node:https'
import { passedOnHeaders } from '../headers.mjs'
import { reachSentence } from './reach-sentence.mjs'

/** @typedef {import('./upstream.mjs').Upstream} Upstream */
/** @typedef {import('node:http').IncomingMessage} Incoming */
/** @typedef {import('node:http').ServerResponse} Outgoing */

// Of one connection, not of the message (RFC 9110 §7.6.1).
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

// The server refuses pages of other origins, and this page is of none that it knows. Cookies of loopback belong to
// whatever else runs on this machine, and an address that a client claims to come from must not get into the log.
const notSent = new Set([...hopByHop, 'host', 'cookie', 'origin', 'referer', 'forwarded', 'x-real-ip', 'via'])
const notSentFamilies = /^(?:sec-fetch-|sec-ch-|x-forwarded-)/

// What would change the browser's state for loopback, where the next thing on this port may be another program.
const notGiven = new Set([
  ...hopByHop,
  'set-cookie',
  'clear-site-data',
  'strict-transport-security',
  'alt-svc',
  'service-worker-allowed',
  'link',
  'refresh',
  ...Object.keys(passedOnHeaders()).map((name) => name.toLowerCase()),
])
const notGivenFamilies = /^(?:access-control-|content-security-policy-|cross-origin-)/

const QUIET_MS = 120_000

/**
 * Passes the prefixes on, and everything below them, unchanged. Gives whether a request was one of these.
 * Certificates are always checked: another authority is named by NODE_EXTRA_CA_CERTS, and nothing switches it off.
 * @param {Upstream} upstream
 * @returns {(request: Incoming, response: Outgoing) => boolean}
 */
export function passOn(upstream) {
  const agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true, rejectUnauthorized: true }),
  }
  return (request, response) => {
    const url = targetOf(upstream, request.url ?? '')
    if (!url) return false
    for (const [name, value] of Object.entries(passedOnHeaders())) response.setHeader(name, value)
    if (!isOwn(request)) {
      refuse(response, 403, 'Another page or another name asked. Open the console at 127.0.0.1 or localhost.')
      return true
    }
    const secure = url.protocol === 'https:'
    const sent = (secure ? https : http).request(url, {
      method: request.method ?? 'GET',
      headers: { ...requestHeaders(request.headers), host: url.host },
      agent: agents[secure ? 'https:' : 'http:'],
      timeout: QUIET_MS,
    })
    sent.on('timeout', () => sent.destroy(Object.assign(new Error('quiet'), { code: 'ETIMEDOUT' })))
    sent.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answerHeaders(answer.headers))
      // An answer that breaks off must break off for the reader too, and not look whole.
      answer.on('error', () => response.destroy())
      answer.on('aborted', () => response.destroy())
      answer.pipe(response)
    })
    sent.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (response.headersSent) response.destroy()
      else refuse(response, error.code === 'ETIMEDOUT' ? 504 : 502, reachSentence(url, error))
    })
    response.on('close', () => {
      if (!response.writableFinished) sent.destroy()
    })
    request.pipe(sent)
    return true
  }
}

/**
 * @param {Upstream} upstream @param {string} url
 */
function targetOf({ passedOn }, url) {
  for (const { prefix, base } of passedOn) {
    const rest = url.slice(prefix.length)
    if (!url.startsWith(prefix) || !/^(?:[/?]|$)/.test(rest)) continue
    const target = new URL(`${base}${rest}`)
    // Dots in a path may lead out of the prefix.
    if (target.href.startsWith(base)) return target
  }
  return undefined
}

/**
 * A page of another origin, or one whose name was pointed at this machine, gets nothing of a server that only this
 * machine may reach.
 * @param {Incoming} request
 */
function isOwn({ headers }) {
  const host = headers.host ?? ''
  if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host)) return false
  return headers.origin === undefined || headers.origin === `http://${host}`
}

/** @param {import('node:http').IncomingHttpHeaders} headers */
function requestHeaders(headers) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !notSent.has(name) && !notSentFamilies.test(name)),
  )
}

/** @param {import('node:http').IncomingHttpHeaders} headers */
function answerHeaders(headers) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !notGiven.has(name) && !notGivenFamilies.test(name)),
  )
}

/** In the server's own form, so that every client can show it. @param {Outgoing} response @param {number} status @param {string} message */
function refuse(response, status, message) {
  const body = JSON.stringify({ message, validationErrors: null, object: 'error' })
  response
    .writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
    })
    .end(body)
}
