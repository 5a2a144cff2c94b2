import { caddyFiles, caddyPassed, indent, nginxFiles, nginxPassed } from './rules.mjs'

const source = 'Written by npm run deploy-files from scripts/headers.mjs and scripts/deploy/rules.mjs.'

const nginxPlain = [
  'server_tokens off;',
  'gzip on;',
  'gzip_vary on;',
  'gzip_types text/css text/javascript application/javascript image/svg+xml;',
]

const nginx = () => [
  '# Strongroom at the root of a name of its own, before a Bitwarden-compatible server.',
  `# ${source}`,
  '# Yours are: server_name (twice), the certificate, root, and the address behind proxy_pass.',
  '',
  'server {',
  ...indent([
    'listen 80;',
    'listen [::]:80;',
    'server_name console.example.com;',
    'return 301 https://$host$request_uri;',
  ]),
  '}',
  '',
  'server {',
  ...indent([
    'listen 443 ssl http2;',
    'listen [::]:443 ssl http2;',
    'server_name console.example.com;',
    'ssl_certificate /etc/ssl/console.example.com.pem;',
    'ssl_certificate_key /etc/ssl/console.example.com.key;',
    'root /srv/strongroom/dist;',
    ...nginxPlain,
    '',
    ...nginxPassed(),
    '',
    ...nginxFiles('/'),
  ]),
  '}',
]

const nginxFolder = () => [
  '# Strongroom in the folder /console/ of the name that the server has already: include this file in its "server"',
  '# block, whose own rules pass /api, /identity and /events on. Built with: npm run build -- --base /console/',
  `# ${source}`,
  '',
  ...nginxFiles('/console/'),
]

const nginxContainer = () => [
  '# Of the container (Containerfile): plain http on 8080, for a proxy with a certificate in front of it.',
  `# ${source}`,
  '',
  'server {',
  ...indent([
    'listen 8080;',
    'root /srv/strongroom/dist;',
    ...nginxPlain,
    '',
    ...nginxPassed({ server: '${STRONGROOM_SERVER}', forwarded: '$proxy_add_x_forwarded_for' }),
    '',
    ...nginxFiles('/'),
  ]),
  '}',
]

const caddy = () => [
  '# Strongroom at the root of a name of its own, before a Bitwarden-compatible server. Caddy fetches the certificate.',
  `# ${source}`,
  '# Yours are: the name, the address behind reverse_proxy, and root (twice).',
  '',
  'console.example.com {',
  ...indent(['encode gzip', '', ...caddyPassed(), '', ...caddyFiles('/')], '\t'),
  '}',
]

const caddyFolder = () => [
  '# Strongroom in the folder /console/ of the name that the server has already: import this file in its site block,',
  '# whose own rules pass /api, /identity and /events on. Built with: npm run build -- --base /console/',
  `# ${source}`,
  '',
  ...caddyFiles('/console/'),
]

/** The files for proxies, by their names in this folder. @returns {Record<string, string>} */
export function deployFiles() {
  const all = {
    'nginx.conf': nginx(),
    'nginx-folder.conf': nginxFolder(),
    'nginx-container.conf.template': nginxContainer(),
    Caddyfile: caddy(),
    'Caddyfile-folder': caddyFolder(),
  }
  return Object.fromEntries(Object.entries(all).map(([name, lines]) => [name, `${lines.join('\n')}\n`]))
}
