import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import type { SeedRequest } from './control/databases'
import { FileStore } from './host/node-store'
import { toRequest, writeResponse } from './host/node-http'
import { emptyResponse } from './http/respond'
import { UnknownSeed } from './control/seeding'
import { MockServer } from './server'

const usage = `Usage: npm run mock -- [--port 8787] [--seed demo|empty|recorded|large] [--now ISO] [--data FILE]
                       [--credentials FILE] [--secrets N] [--members N] [--events N] [--delay MS]

  --port         port on 127.0.0.1 (8787)
  --seed         what the database starts with (demo)
  --now          the moment that the server takes for now; its clock runs on from there
  --data         keeps the data in this file
  --credentials  writes everything that another client needs to sign in to this file
  --secrets, --members, --events   sizes of the seed "large"
  --delay        milliseconds that a wrong password waits (2000)`

class BadArguments extends Error {}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d+$/.test(text)) throw new BadArguments(`--${name} wants a whole number.`)
  return Number(text)
}

function readArguments() {
  const option = { type: 'string' } as const
  const names = [
    'port',
    'seed',
    'now',
    'data',
    'credentials',
    'secrets',
    'members',
    'events',
    'delay',
  ] as const
  const options = Object.fromEntries(names.map((name) => [name, option])) as Record<
    (typeof names)[number],
    typeof option
  >
  try {
    const { values } = parseArgs({ options, strict: true })
    if (values.now !== undefined && Number.isNaN(Date.parse(values.now)))
      throw new BadArguments('--now wants a date.')
    const sizes = { secrets: values.secrets, members: values.members, events: values.events }
    const given = Object.entries(sizes).flatMap(([name, text]) => {
      const size = wholeNumber(name, text)
      return size === undefined ? [] : [[name, size] as const]
    })
    const seed: SeedRequest = {
      seed: values.seed ?? 'demo',
      ...(values.now === undefined ? {} : { now: values.now }),
      ...Object.fromEntries(given),
    }
    const port = wholeNumber('port', values.port) ?? 8787
    const delay = wholeNumber('delay', values.delay) ?? 2_000
    return { seed, port, delay, data: values.data, credentials: values.credentials }
  } catch (error) {
    throw new BadArguments(error instanceof Error ? error.message : String(error))
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

async function run(): Promise<void> {
  const { seed, port, delay, data, credentials } = readArguments()
  const store = data === undefined ? undefined : new FileStore(data)
  const switches = { wrongPasswordDelay: delay }
  const mock = new MockServer({ seed, switches, log: complain, ...(store ? { store } : {}) })
  const { db } = await mock.databases.get('default')
  if (credentials !== undefined) {
    const { credentialsOf } = await import('./seed/credentials')
    writeFileSync(credentials, `${JSON.stringify(await credentialsOf(db), null, 2)}\n`, { mode: 0o600 })
  }
  const server = createServer((incoming, outgoing) => {
    toRequest(incoming)
      .then((request) => mock.fetch(request))
      .catch((error: unknown) => {
        complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
        return emptyResponse(500)
      })
      .then((response) => writeResponse(response, outgoing))
      .catch(() => outgoing.destroy())
  })
  const stop = () => {
    store?.flush()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  server.on('error', (error: NodeJS.ErrnoException) => {
    complain(
      error.code === 'EADDRINUSE' ? `Port ${port} is in use; choose another with --port.` : error.message,
    )
    process.exit(1)
  })
  server.listen(port, '127.0.0.1', () => {
    const address = server.address()
    const open = typeof address === 'object' && address ? address.port : port
    say(`The mock listens on http://127.0.0.1:${open} (seed "${seed.seed}").`)
  })
}

run().catch((error: unknown) => {
  const isUsage = error instanceof BadArguments || error instanceof UnknownSeed
  complain(
    error instanceof Error ? (isUsage ? error.message : (error.stack ?? error.message)) : String(error),
  )
  if (isUsage) complain(usage)
  process.exit(isUsage ? 2 : 1)
})
