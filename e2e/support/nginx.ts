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
  /** The program. */
  nginx: string
  /** Where its files may lie. */
  folder: string
  /** The imitation server: `http://127.0.0.1:4386`. */
  server: string
  /** What was built for a folder: its parent. */
  console: string
}

export interface RunningNginx {
  /** Of `nginx.conf`. */
  atRoot: string
  /** Of a host whose own rules are there, with `nginx-folder.conf` in it. */
  inFolder: string
  stop: () => Promise<void>
}

/** Runs nginx with the shipped files, on loopback and without a certificate. */
export async function startNginx({ nginx, folder, server, console }: Wanted): Promise<RunningNginx> {
  const [first, second, plain] = [await freePort(), await freePort(), await freePort()]
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
      server { listen 127.0.0.1:${second}; location / { proxy_pass ${server}; } ${part} }
    }`,
  )
  const args = ['-p', folder, '-e', `${folder}/error.log`, '-c', `${folder}/nginx.conf`]
  const running = spawn(nginx, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const atRoot = `http://127.0.0.1:${first}`
  await answering(`${atRoot}/`, running)
  return { atRoot, inFolder: `http://127.0.0.1:${second}`, stop: () => stop(running) }
}

async function answering(address: string, running: ChildProcess): Promise<void> {
  let said = ''
  running.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  for (let tries = 0; tries < 200; tries += 1) {
    if (running.exitCode !== null) throw new Error(`nginx ended: ${said}`)
    const isThere = await fetch(address).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`nginx does not answer: ${said}`)
}

function stop(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null) return Promise.resolve()
  return new Promise((done) => {
    running.once('exit', () => done())
    running.kill('SIGTERM')
  })
}
