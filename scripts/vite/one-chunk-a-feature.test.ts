import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { oneChunkAFeature } from './one-chunk-a-feature.mjs'

type Call = (...args: string[]) => unknown

const router = `
  lazy(() => import('./features/secrets/SecretListPage'), 'SecretListPage')
  lazy(() => import("#/features/secrets/SecretPage"), 'SecretPage')
  lazy(() => import('./shell/Shell'), 'Shell')
  import('./lib/sleep')
`
const beside = `lazy(() => import('#/features/secrets/TrashPage'), 'TrashPage')`

let source = ''

beforeEach(async () => {
  source = join(await mkdtemp(join(tmpdir(), 'pages-')), 'src')
  await mkdir(join(source, 'router'), { recursive: true })
  await writeFile(join(source, 'router.tsx'), router)
  await writeFile(join(source, 'router', 'organization.ts'), beside)
})
afterEach(() => rm(join(source, '..'), { recursive: true }))

/** The plugin's hooks as plain functions: none of them uses its context. */
async function hooks() {
  const plugin = oneChunkAFeature(source) as unknown as {
    buildStart: () => Promise<void>
    transform: { handler: Call }
    resolveId: Call
    load: Call
  }
  await plugin.buildStart()
  return { transform: plugin.transform.handler, resolveId: plugin.resolveId, load: plugin.load }
}

it('leads all pages of a folder to one module', async () => {
  const { transform, resolveId } = await hooks()
  const { code } = transform(router) as { code: string }
  expect(code.match(/import\([^)]*\)/g)).toEqual([
    `import("${source}/features/secrets/pages.virtual")`,
    `import("${source}/features/secrets/pages.virtual")`,
    `import("${source}/shell/pages.virtual")`,
    `import("${source}/lib/pages.virtual")`,
  ])
  expect(resolveId(`${source}/shell/pages.virtual`)).toBe(`${source}/shell/pages.virtual`)
})

it('gives that module the pages of every file of routes, whichever of them has been read', async () => {
  const { load } = await hooks()
  expect(load(`${source}/features/secrets/pages.virtual`)).toBe(
    ['SecretListPage', 'SecretPage', 'TrashPage']
      .map((page) => `export * from '${source}/features/secrets/${page}'`)
      .join('\n'),
  )
})

it('leaves all other modules alone', async () => {
  const { resolveId, load } = await hooks()
  expect(resolveId(`${source}/features/secrets/can`)).toBeUndefined()
  expect(load(`${source}/features/secrets/can`)).toBeUndefined()
})
