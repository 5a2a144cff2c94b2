import { passedOnHeaders, securityHeaders } from '../headers.mjs'

/**
 * What a proxy before `dist/` has to do, in the words of nginx and of Caddy. The shipped files are written from these
 * lines (`files.mjs`), and the connection doctor shows single ones of them.
 */

/** Stands in the shipped files where the address of the server belongs. */
const exampleServer = 'https://vault.example.com'

export const hashedCache = 'public, max-age=31536000, immutable'

/** @param {Record<string, string>} headers */
const nginxHeaders = (headers) =>
  Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`)

/** @param {Record<string, string>} headers */
const caddyHeaders = (headers) => Object.entries(headers).map(([name, value]) => `${name} "${value}"`)

/** @param {string[]} lines @param {string} by */
export const indent = (lines, by = '  ') => lines.map((line) => (line === '' ? '' : by + line))

/** The location that passes the three prefixes on. @param {{ server?: string, forwarded?: string }} [options] */
export function nginxPassed({ server = exampleServer, forwarded = '$remote_addr' } = {}) {
  return [
    'location ~ ^/(?:api|identity|events)(?:/|$) {',
    ...indent([
      `proxy_pass ${server};`,
      'proxy_http_version 1.1;',
      'proxy_set_header Host $proxy_host;',
      'proxy_set_header Connection "";',
      'proxy_set_header X-Real-IP $remote_addr;',
      `proxy_set_header X-Forwarded-For ${forwarded};`,
      'proxy_set_header X-Forwarded-Proto https;',
      '# The server refuses pages of other origins, and nothing here needs a cookie.',
      'proxy_set_header Origin "";',
      'proxy_set_header Cookie "";',
      'proxy_hide_header Set-Cookie;',
      '# Off unless said: without these, nginx sends passwords’ hashes to whoever answers.',
      'proxy_ssl_server_name on;',
      'proxy_ssl_verify on;',
      'proxy_ssl_verify_depth 3;',
      'proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;',
      'proxy_redirect off;',
      'proxy_read_timeout 120s;',
      'client_max_body_size 100m;',
      '# An answer of the server that is opened as a page must be nothing.',
      ...Object.keys(passedOnHeaders()).map((name) => `proxy_hide_header ${name};`),
      ...nginxHeaders(passedOnHeaders()),
    ]),
    '}',
  ]
}

/** The locations of the files. @param {string} folder `/` or `/console/` */
export function nginxFiles(folder) {
  const headers = nginxHeaders(securityHeaders())
  const hashed = `^${folder}(?:assets|workers)/`
  const missing = 'try_files $uri =404;'
  // Without "always" the cache rule is not sent with a 404.
  const kept = `add_header Cache-Control "${hashedCache}";`
  const asked = 'add_header Cache-Control "no-cache" always;'
  const page = `try_files $uri ${folder}index.html;`
  const outer = folder === '/' ? 'location / {' : `location ^~ ${folder} {`
  const inner = [`location ~ ${hashed} {`, ...indent([missing, ...headers, kept]), '}']
  return [
    outer,
    ...indent([
      ...(folder === '/'
        ? []
        : ['# The built files lie in /srv/strongroom/console/.', 'root /srv/strongroom;']),
      page,
      ...headers,
      asked,
      ...(folder === '/' ? [] : ['', ...inner]),
    ]),
    '}',
    ...(folder === '/'
      ? ['', ...inner]
      : [`location = ${folder.slice(0, -1)} {`, `  return 301 ${folder};`, '}']),
  ]
}

/** @param {{ server?: string }} [options] */
export function caddyPassed({ server = exampleServer } = {}) {
  return [
    '@server path /api /api/* /identity /identity/* /events /events/*',
    'handle @server {',
    ...indent(
      [
        '# An answer of the server that is opened as a page must be nothing.',
        'header {',
        ...indent(['defer', ...caddyHeaders(passedOnHeaders())], '\t'),
        '}',
        `reverse_proxy ${server} {`,
        ...indent(
          [
            'header_up Host {upstream_hostport}',
            '# The server refuses pages of other origins, and nothing here needs a cookie.',
            'header_up -Origin',
            'header_up -Cookie',
            'header_down -Set-Cookie',
          ],
          '\t',
        ),
        '}',
      ],
      '\t',
    ),
    '}',
  ]
}

/** @param {string} folder `/` or `/console/` */
export function caddyFiles(folder) {
  const headers = caddyHeaders(securityHeaders())
  const isRoot = folder === '/'
  const place = isRoot ? '/srv/strongroom/dist' : '/srv/strongroom'
  const block = (/** @type {string[]} */ lines) => ['header {', ...indent(lines, '\t'), '}']
  return [
    `@hashed path ${folder}assets/* ${folder}workers/*`,
    'handle @hashed {',
    ...indent(
      [
        `root * ${place}`,
        ...block(headers),
        '@there file',
        `header @there Cache-Control "${hashedCache}"`,
        'file_server',
      ],
      '\t',
    ),
    '}',
    ...(isRoot ? ['handle {'] : [`redir ${folder.slice(0, -1)} ${folder} 301`, `handle ${folder}* {`]),
    ...indent(
      [
        `root * ${place}`,
        `try_files {path} ${folder}index.html`,
        ...block([...headers, 'Cache-Control "no-cache"']),
        'file_server',
      ],
      '\t',
    ),
    '}',
  ]
}

/** What the connection doctor compares with and shows, in the form that `src/features/setup/rules.ts` reads. */
export function proxyRules() {
  const headers = securityHeaders()
  const byName = (/** @type {(headers: Record<string, string>) => string[]} */ write) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, write({ [name]: value })[0]]))
  return {
    headers,
    exampleServer,
    nginx: { passed: nginxPassed(), headers: byName(nginxHeaders), files: nginxFiles('/') },
    caddy: { passed: caddyPassed(), headers: byName(caddyHeaders), files: caddyFiles('/') },
  }
}
