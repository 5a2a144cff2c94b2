import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contract } from '#/api/contract'
import type { EndpointName } from '#/api/contract'
import { wordsOf } from '#/mocks/openapi/words'
import { commandLine, pagesOf, sdk } from './uses'

const worker = new URL('../../src/session/worker/', import.meta.url)
const names = Object.keys(contract) as EndpointName[]

const callers = readdirSync(worker)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => {
    const text = readFileSync(new URL(file, worker), 'utf8')
    const called = names.filter((name) => text.includes(`'${name}'`))
    return called.length > 0 ? [{ file, called: new Set(called) }] : []
  })

const isPublic = (name: EndpointName) => contract[name].path.startsWith('/api/public/')

function row(name: EndpointName): string {
  const { method, path } = contract[name]
  const programs = [
    ...(commandLine.includes(name) ? ['command line'] : []),
    ...(sdk.includes(name) ? ['SDK'] : []),
    ...(isPublic(name) || name === 'tokenCreate' ? ['MCP server'] : []),
  ]
  const pages = callers.filter(({ called }) => called.has(name)).map(({ file }) => pagesOf[file])
  const cells = [
    `${method} \`${path}\``,
    wordsOf(name).summary,
    programs.join(', '),
    [...new Set(pages)].join('; '),
  ]
  return `| ${cells.join(' | ')} |`
}

const head = `# Every endpoint, and who uses it

Made of the contract table by \`npx vitest run -u e2e/programs/endpoints.test.ts\`; CI fails where it is not current. The programs
are the command-line client, the Secrets Manager SDK and the MCP server, whose requests are tested beside this file. An
endpoint without a page is imitated for programs, or for what a page does in another way.

| endpoint | what it does | programs | pages of the console |
| --- | --- | --- | --- |
`

test('the table of endpoints is current', async () => {
  expect(callers.map(({ file }) => file)).toEqual(Object.keys(pagesOf).toSorted())
  await expect(`${head}${names.map(row).join('\n')}\n`).toMatchFileSnapshot('./endpoints.md')
})
