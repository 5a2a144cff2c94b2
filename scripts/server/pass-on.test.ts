import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { afterEach, expect, it, vi } from 'vitest'
import { root } from '../install.mjs'
import { staticServer } from '../static-server.mjs'
import { passOn } from './pass-on.mjs'

const opened: Server[] = []

afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(server: Server): Promise<number> {
  opened.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

const before = (base: string) => {
  const passedOn = ['api', 'identity', 'events'].map((part) => ({
    prefix: `/${part}`,
    base: `${base}/${part}`,
  }))
  return staticServer(tmpdir(), passOn({ name: base, passedOn }))
}

async function stand(answer: RequestListener) {
  const base = `http://127.0.0.1:${await listen(createServer(answer))}`
  return { base, proxy: `http://127.0.0.1:${await listen(before(base))}` }
}

it('hands method, path, query and body on, and the server’s answer back', async () => {
  const { proxy } = await stand((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      response.writeHead(418, { 'Content-Type': 'application/json', 'Retry-After': '7' })
      response.end(JSON.stringify({ method: request.method, url: request.url, body }))
    })
  })
  const answer = await fetch(`${proxy}/api/a%2Fb?c=d%20e`, { method: 'PUT', body: 'grüße' })
  expect(answer.status).toBe(418)
  expect(answer.headers.get('retry-after')).toBe('7')
  expect(await answer.json()).toEqual({ method: 'PUT', url: '/api/a%2Fb?c=d%20e', body: 'grüße' })
})

it('sends the server its own name, and neither cookies nor addresses that a client claims', async () => {
  let sent: IncomingHttpHeaders = {}
  const { base, proxy } = await stand((request, response) => {
    sent = request.headers
    response.end('{}')
  })
  await fetch(`${proxy}/identity/connect/token`, {
    headers: {
      Authorization: 'Bearer t',
      Cookie: 'other=program',
      'X-Forwarded-For': '1.2.3.4',
      'X-Real-IP': '1.2.3.4',
      'Device-Type': '9',
    },
  })
  expect(sent).toMatchObject({ host: new URL(base).host, authorization: 'Bearer t', 'device-type': '9' })
  for (const name of ['cookie', 'x-forwarded-for', 'x-real-ip', 'sec-fetch-mode'])
    expect(sent).not.toHaveProperty(name)
})

it('lets no answer change the browser or become a page', async () => {
  const { proxy } = await stand((_, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Set-Cookie': 'a=b',
      'Clear-Site-Data': '"*"',
      'Access-Control-Allow-Origin': '*',
      'Content-Security-Policy': "script-src 'unsafe-inline'",
    })
    response.end('<script>1</script>')
  })
  const { headers } = await fetch(`${proxy}/api/config`)
  for (const name of ['set-cookie', 'clear-site-data', 'access-control-allow-origin'])
    expect(headers.get(name)).toBeNull()
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*; sandbox$/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

it('follows no redirect and passes nothing else on', async () => {
  const asked: (string | undefined)[] = []
  const { proxy } = await stand((request, response) => {
    asked.push(request.url)
    response.writeHead(302, { Location: 'https://elsewhere.example/' }).end()
  })
  const answer = await fetch(`${proxy}/api/config`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://elsewhere.example/'])
  await fetch(`${proxy}/apiary`)
  await fetch(`${proxy}/notifications/hub`)
  expect(asked).toEqual(['/api/config'])
})

it('refuses other pages and names that were pointed at this machine', async () => {
  const { proxy } = await stand((_, response) => response.end('{}'))
  const foreign = await fetch(`${proxy}/api/config`, { headers: { Origin: 'https://elsewhere.example' } })
  expect(foreign.status).toBe(403)
  const own = await fetch(`${proxy}/api/config`, { headers: { Origin: proxy } })
  expect(own.status).toBe(200)
})

it('says why a server is away, in the server’s own form', async () => {
  const { base, proxy } = await stand((_, response) => response.end('{}'))
  opened[0]?.close()
  const answer = await fetch(`${proxy}/api/config`)
  expect(answer.status).toBe(502)
  expect(await answer.json()).toMatchObject({
    object: 'error',
    message: expect.stringContaining(`Nothing listens at ${base}`) as string,
  })
})

it('breaks off where the server does', async () => {
  const { proxy } = await stand((_, response) => {
    response.writeHead(200, { 'Content-Length': '100' })
    response.write('half', () => response.destroy())
  })
  await expect(fetch(`${proxy}/api/secrets`).then((answer) => answer.text())).rejects.toThrow()
})

it('takes a private authority only by NODE_EXTRA_CA_CERTS, whatever else the environment says', async () => {
  const pem = readFileSync(`${root}scripts/server/throwaway-test-certificate.pem`)
  const base = `https://127.0.0.1:${await listen(createTlsServer({ key: pem, cert: pem }, (_, response) => response.end('{}')))}`
  const proxy = `http://127.0.0.1:${await listen(before(base))}`
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  const refused = await fetch(`${proxy}/api/config`)
  vi.unstubAllEnvs()
  expect(refused.status).toBe(502)
  expect(((await refused.json()) as { message: string }).message).toContain('NODE_EXTRA_CA_CERTS=')
})
