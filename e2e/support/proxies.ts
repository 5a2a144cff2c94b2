import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A port that nothing uses. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}

/** A shipped file with what stands in it for the reader's own put in; each of these must be there. */
function shipped(name: string, own: readonly (readonly [RegExp, string])[]): string {
  return own.reduce(
    (text, [from, to]) => {
      if (!from.test(text)) throw new Error(`scripts/deploy/${name} has no ${from}`)
      return text.replace(from, to)
    },
    readFileSync(`${root}scripts/deploy/${name}`, 'utf8'),
  )
}

interface Wanted {
  program: string
  /** Where its files may lie. */
  folder: string
  /** The imitation server: `http://127.0.0.1:4386`. */
  server: string
  /** What was built for a folder: its parent. */
  console: string
}

export interface RunningProxy {
  /** Of the file for a name of its own. */
  atRoot: string
  /** Of a host whose own rules are there, with the file for a folder in it. */
  inFolder: string
  /** Of the container's file, with the server's address put in as its start does. */
  inContainer?: string
  stop: () => Promise<void>
}

/** Runs nginx with the shipped files, on loopback and without a certificate. */
async function startNginx({ program, folder, server, console }: Wanted): Promise<RunningProxy> {
  const [first, second, plain, third] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  mkdirSync(`${folder}/nginx`)
  const whole = shipped('nginx.conf', [
    [/listen 80;/, `listen 127.0.0.1:${plain};`],
    [/listen \[::\]:80;/, ''],
    [/listen 443 ssl http2;/, `listen 127.0.0.1:${first};`],
    [/listen \[::\]:443 ssl http2;/, ''],
    [/ssl_certificate .*;/, ''],
    [/ssl_certificate_key .*;/, ''],
    [/root \/srv\/strongroom\/dist;/, `root ${root}dist;`],
    [/proxy_pass https:\/\/vault\.example\.com;/, `proxy_pass ${server};`],
  ])
  const part = shipped('nginx-folder.conf', [[/root \/srv\/strongroom;/, `root ${console};`]])
  const contained = shipped('nginx-container.conf.template', [
    [/listen 8080;/, `listen 127.0.0.1:${third};`],
    [/root \/srv\/strongroom\/dist;/, `root ${root}dist;`],
    [/\$\{STRONGROOM_SERVER\}/, server],
  ])
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const types = 'text/html html; text/css css; text/javascript js; image/svg+xml svg; font/woff2 woff2;'
  writeFileSync(
    `${folder}/nginx.conf`,
    `${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    events { worker_connections 256; }
    http {
      types { ${types} } access_log off;
      ${temporary.map((each) => `${each}_temp_path ${folder}/nginx/${each};`).join(' ')}
      ${whole}
      ${contained}
      server { listen 127.0.0.1:${second}; location / { proxy_pass ${server}; } ${part} }
    }`,
  )
  const args = ['-p', folder, '-e', `${folder}/error.log`, '-c', `${folder}/nginx.conf`]
  const running = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  return { ...(await started(running, first, second)), inContainer: `http://127.0.0.1:${third}` }
}

/** Runs Caddy with the shipped files, on loopback and without a certificate. */
async function startCaddy({ program, folder, server, console }: Wanted): Promise<RunningProxy> {
  const [first, second] = [await freePort(), await freePort()]
  const files = /root \* \/srv\/strongroom\/dist\n/
  const whole = shipped('Caddyfile', [
    [/^console\.example\.com \{/m, `http://127.0.0.1:${first} {`],
    [files, `root * ${root}dist\n`],
    [files, `root * ${root}dist\n`],
    [/reverse_proxy https:\/\/vault\.example\.com \{/, `reverse_proxy ${server} {`],
  ])
  const folders = /root \* \/srv\/strongroom\n/
  const own = `root * ${console}\n`
  const part = shipped('Caddyfile-folder', [
    [folders, own],
    [folders, own],
  ])
  writeFileSync(`${folder}/Caddyfile-folder`, part)
  writeFileSync(
    `${folder}/Caddyfile`,
    `{
      admin off
      auto_https off
    }
    ${whole}
    http://127.0.0.1:${second} {
      import ${folder}/Caddyfile-folder
      reverse_proxy ${server}
    }`,
  )
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const args = ['run', '--adapter', 'caddyfile', '--config', `${folder}/Caddyfile`]
  return started(spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] }), first, second)
}

export const startProxy = { nginx: startNginx, caddy: startCaddy }

async function started(running: ChildProcess, first: number, second: number): Promise<RunningProxy> {
  const atRoot = `http://127.0.0.1:${first}`
  await answering(`${atRoot}/`, running)
  return { atRoot, inFolder: `http://127.0.0.1:${second}`, stop: () => stop(running) }
}

async function answering(address: string, running: ChildProcess): Promise<void> {
  let said = ''
  running.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  for (let tries = 0; tries < 200; tries += 1) {
    if (running.exitCode !== null) throw new Error(`It ended: ${said}`)
    const isThere = await fetch(address).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`It does not answer: ${said}`)
}

function stop(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null) return Promise.resolve()
  return new Promise((done) => {
    running.once('exit', () => done())
    running.kill('SIGTERM')
  })
}
