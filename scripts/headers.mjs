/**
 * The one source of the security headers: the preview server, the demo server, the built page's `<meta>` and
 * every server that is put before `dist/` take them from here. Scripts need them too: a worker that was loaded
 * by URL takes the policy of its own response, not the page's.
 */

/** @type {Record<string, string[]>} */
const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['strongroom'],
}

// Chromium ignores these in a <meta> and complains in the console.
const headerOnly = new Set(['frame-ancestors'])

// React's hot reload preamble is an inline script, and Vite injects style elements and scripts by text.
/** @type {Record<string, (nonce: string) => string[]>} */
const relaxedInDev = {
  'script-src': (nonce) => ["'self'", "'wasm-unsafe-eval'", `'nonce-${nonce}'`],
  'style-src': () => ["'self'", "'unsafe-inline'"],
  'connect-src': () => ["'self'", 'ws:'],
}
const reportOnlyInDev = new Set(['require-trusted-types-for', 'trusted-types'])

/** @param {[string, string[]][]} entries */
const write = (entries) => entries.map(([name, sources]) => [name, ...sources].join(' ')).join('; ')

/**
 * The policy as a header value. `reportUri` makes the browser post violations there (mock hosts only).
 * @param {{ reportUri?: string }} [options]
 */
export function contentSecurityPolicy({ reportUri } = {}) {
  const entries = Object.entries(directives)
  return write(reportUri ? [...entries, ['report-uri', [reportUri]]] : entries)
}

/** The policy for the page's `<meta>`, for static hosts that cannot send headers. */
export function metaPolicy() {
  return write(Object.entries(directives).filter(([name]) => !headerOnly.has(name)))
}

// Reading the clipboard is used only where the person had already granted it, to compare before clearing.
const permissions = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

const common = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    ...permissions.map((name) => `${name}=()`),
    'clipboard-read=(self)',
    'clipboard-write=(self)',
  ].join(', '),
}

/**
 * Headers of every answer that serves a file of `dist/` or `dist-demo/`.
 * @param {{ reportUri?: string }} [options]
 * @returns {Record<string, string>}
 */
export function securityHeaders(options) {
  return { 'Content-Security-Policy': contentSecurityPolicy(options), ...common }
}

/**
 * Headers of what is passed on from the server. Opened as a page, an answer of it must be nothing: a script in it
 * would run beside the console, with all that the session's worker tells its pages.
 * @returns {Record<string, string>}
 */
export function passedOnHeaders() {
  return {
    'Content-Security-Policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    ...common,
  }
}

/**
 * Headers of the dev server: the same policy where Vite can live with it, Trusted Types reported only.
 * @param {string} nonce
 * @returns {Record<string, string>}
 */
export function devHeaders(nonce) {
  /** @type {[string, string[]][]} */
  const enforced = Object.entries(directives)
    .filter(([name]) => !reportOnlyInDev.has(name))
    .map(([name, sources]) => [name, relaxedInDev[name]?.(nonce) ?? sources])
  const reported = Object.entries(directives).filter(([name]) => reportOnlyInDev.has(name))
  return {
    'Content-Security-Policy': write(enforced),
    'Content-Security-Policy-Report-Only': write(reported),
    ...common,
  }
}

const hashed = /^\/(?:[^/]+\/)*(?:assets|workers)\/[^/]+-[\w-]{8,}\.\w+$/

/**
 * How long a file may be kept: names with a hash never change, all others are asked for again each time.
 * @param {string} path Path of the URL.
 */
export function cacheControl(path) {
  return hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}
