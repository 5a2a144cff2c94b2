import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { toRequest, writeResponse } from '#/mocks/host/node-http'
import { route } from '#/mocks/http/router'
import { privateDocument, publicDocument } from '#/mocks/openapi/document'
import { MockServer } from '#/mocks/server'
import { knownIds, tokensOf } from './outside-callers'

// Sends an outside fuzzer, schemathesis, over both documents in the name of everybody who can call. Each goes twice:
// with ids that the server knows, and with ids made up. What the documents do not say fails, also a 500.

const usage = `Usage: npm run fuzz -- [--command schemathesis] [--caller NAME]… [-- OPTIONS OF SCHEMATHESIS]

  --command   where schemathesis 4 is, if not on the path
  --caller    owner, reader, machine, key or nobody; all of them without it

After a second -- come options of schemathesis itself: --seed 7, -n 30, --phases stateful, --include-path …`

const PHASES = 'examples,coverage,fuzzing'
/** Of each operation in a round; schemathesis's own 100 would take hours. */
const TRIES = '12'
const CHECKS = 'status_code_conformance,content_type_conformance,response_schema_conformance'

const say = (line: string) => process.stdout.write(`${line}\n`)

function stop(reason: string): never {
  process.stderr.write(`${reason}\n\n${usage}\n`)
  process.exit(2)
}

function readArguments() {
  const options = {
    command: { type: 'string', default: 'schemathesis' },
    caller: { type: 'string', multiple: true, default: [] as string[] },
  } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    return { ...values, rest: positionals }
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error))
  }
}

const { command, caller: wanted, rest } = readArguments()
if (spawnSync(command, ['--version']).status !== 0) stop(`${command} does not run.`)

// What the mock itself takes for a mistake of its own, and the endpoints that answered well and with 500.
const mistakes = new Set<string>()
const good = new Set<string>()
const serverErrors = new Map<string, number>()
const mock = new MockServer({
  seed: { seed: 'demo' },
  switches: { wrongPasswordDelay: 0 },
  log: (line) => mistakes.add(line),
})

async function answer(request: Request): Promise<Response> {
  const response = await mock.fetch(request)
  const found = route(request.method, new URL(request.url).pathname)
  if (!found || !('name' in found)) return response
  if (response.ok) good.add(found.name)
  if (response.status === 500) serverErrors.set(found.name, (serverErrors.get(found.name) ?? 0) + 1)
  return response
}

const server = createServer((incoming, outgoing) => {
  toRequest(incoming)
    .then(answer)
    .then((response) => writeResponse(response, outgoing))
    .catch((error: unknown) => {
      mistakes.add(String(error))
      outgoing.destroy()
    })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const { db } = await mock.databases.get('default')
const tokens = await tokensOf(mock, db)
const unknown = wanted.find((name) => !tokens.has(name))
if (unknown !== undefined) stop(`There is no caller ${unknown}.`)

const folder = mkdtempSync(join(tmpdir(), 'strongroom-fuzz-'))
const documents = { internal: privateDocument(), public: publicDocument() }

/** true where all answers were as described. Each round has a database of its own. */
async function round(
  caller: string,
  name: keyof typeof documents,
  ids: 'known' | 'made up',
): Promise<boolean> {
  const config = join(folder, 'schemathesis.toml')
  writeFileSync(config, ids === 'known' ? knownIds(db, documents[name]) : '')
  const database = `${caller} ${name} ${ids}`.replaceAll(' ', '-')
  const token = tokens.get(caller)
  const headers = [`mock-db: ${database}`, ...(token ? [`Authorization: Bearer ${token}`] : [])]
  const unlessGiven = (option: string, value: string) => (rest.includes(option) ? [] : [option, value])
  const child = spawn(
    command,
    [
      ...['--config-file', config, '--no-color', 'run', `${address}/api/specs/${name}/swagger.json`],
      ...headers.flatMap((header) => ['-H', header]),
      ...[
        ...unlessGiven('--phases', PHASES),
        ...unlessGiven('--checks', CHECKS),
        ...unlessGiven('-n', TRIES),
      ],
      '--continue-on-failure',
      ...rest,
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (output += part.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  mock.databases.delete(database)
  const served = good.size
  good.clear()
  const made = /\d+ generated.*/.exec(output)?.[0] ?? `exit ${code}`
  say(
    `${code === 0 ? 'as described' : 'NOT AS DESCRIBED'}: ${name}, ${caller}, ids ${ids}: ${made}; ${served} operations succeeded`,
  )
  if (code !== 0) say(output)
  return code === 0
}

let isGood = true
for (const caller of wanted.length > 0 ? wanted : tokens.keys())
  for (const name of ['internal', 'public'] as const)
    for (const ids of ['known', 'made up'] as const) isGood = (await round(caller, name, ids)) && isGood

rmSync(folder, { recursive: true })
server.close()
server.closeAllConnections()
say(
  `Answered 500, as the documents say they can: ${[...serverErrors].map(([name, n]) => `${name} ${n}`).join(', ')}`,
)
for (const line of mistakes) say(`The mock found a mistake of its own: ${line}`)
process.exitCode = isGood && mistakes.size === 0 ? 0 : 1
