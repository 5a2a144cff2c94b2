import { expect, it } from 'vitest'
import { oneChunkAFeature } from './one-chunk-a-feature.mjs'

type Call = (...args: string[]) => unknown

/** The plugin's hooks as plain functions: none of them uses its context. */
function hooks() {
  const { transform, resolveId, load } = oneChunkAFeature() as unknown as {
    transform: { handler: Call }
    resolveId: Call
    load: Call
  }
  return { transform: transform.handler, resolveId, load }
}

const router = `
  lazy(() => import('./features/secrets/SecretListPage'), 'SecretListPage')
  lazy(() => import("#/features/secrets/SecretPage"), 'SecretPage')
  lazy(() => import('./shell/Shell'), 'Shell')
  import('./lib/sleep')
`

it('joins the pages of a folder in one module', () => {
  const { transform, resolveId, load } = hooks()
  const { code } = transform(router, '/r/src/router.tsx') as { code: string }
  const secrets = '/r/src/features/secrets/pages.virtual'
  expect(code.match(/import\([^)]*\)/g)).toEqual([
    `import("${secrets}")`,
    `import("${secrets}")`,
    'import("/r/src/shell/pages.virtual")',
    'import("/r/src/lib/pages.virtual")',
  ])
  expect(resolveId(secrets)).toBe(secrets)
  expect(load(secrets)).toBe(
    "export * from '/r/src/features/secrets/SecretListPage'\nexport * from '/r/src/features/secrets/SecretPage'",
  )
})

it('takes the routes beside the table for the same pages', () => {
  const { transform } = hooks()
  const { code } = transform(`import('#/features/sign-in/SignInPage')`, '/r/src/router/frame.ts') as {
    code: string
  }
  expect(code).toBe('import("/r/src/features/sign-in/pages.virtual")')
})

it('leaves all other modules alone', () => {
  const { resolveId, load } = hooks()
  expect(resolveId('/r/src/features/secrets/can')).toBeUndefined()
  expect(load('/r/src/features/secrets/can')).toBeUndefined()
})
