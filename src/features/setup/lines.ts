import type { Lines } from './finding'
import type { Rules } from './rules'

const shifted = (lines: readonly string[], by: string) => lines.map((line) => (line === '' ? '' : by + line))

/** Who the lines are for: the host of this page, and the server behind it. */
export interface Places {
  host: string
  /** Such as `https://vault.example.com`. */
  server: string
}

/** The three prefixes go to the server. */
export function passedLines(rules: Rules, { host, server }: Places): Lines {
  const own = (lines: readonly string[]) => lines.map((line) => line.replaceAll(rules.exampleServer, server))
  return {
    nginx: {
      before: ['server {', `  server_name ${host};`],
      missing: shifted(own(rules.nginx.passed), '  '),
      after: ['  location / { try_files $uri /index.html; }', '}'],
    },
    caddy: {
      before: [`${host} {`],
      missing: shifted(own(rules.caddy.passed), '\t'),
      after: ['\thandle { … }', '}'],
    },
    local: { before: [], missing: [`npm start -- --server ${server}`], after: [] },
  }
}

/** The headers of the files; a location with an `add_header` of its own has none of those around it. */
export function headerLines(rules: Rules, names: readonly string[]): Lines {
  const nginx = names.flatMap((name) => rules.nginx.headers[name] ?? [])
  const caddy = names.flatMap((name) => rules.caddy.headers[name] ?? [])
  return {
    nginx: {
      before: ['location / {', '  try_files $uri /index.html;'],
      missing: shifted(nginx, '  '),
      after: ['}'],
    },
    caddy: {
      before: ['handle {', '\theader {'],
      missing: shifted(caddy, '\t\t'),
      after: ['\t}', '}'],
    },
  }
}

/** How the files are served at all: cache rules, the page for its own addresses, 404 for a missing script. */
export function fileLines(rules: Rules): Lines {
  return {
    nginx: { before: ['server {'], missing: shifted(rules.nginx.files, '  '), after: ['}'] },
    caddy: { before: [], missing: rules.caddy.files, after: [] },
  }
}

/** A certificate, without which browsers give no cryptography. */
export function certificateLines({ host }: Places): Lines {
  return {
    nginx: {
      before: ['server {'],
      missing: [
        '  listen 443 ssl;',
        `  server_name ${host};`,
        `  ssl_certificate /etc/ssl/${host}.pem;`,
        `  ssl_certificate_key /etc/ssl/${host}.key;`,
      ],
      after: ['}'],
    },
    caddy: {
      before: [],
      missing: [`${host} {`],
      after: ['\t# Caddy fetches the certificate by itself.', '}'],
    },
  }
}
