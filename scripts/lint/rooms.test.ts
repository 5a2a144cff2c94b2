import { describe, expect, it } from 'vitest'
import { judgeFile, judgeImport, mayFetch } from './rooms.mjs'

const allowed: [file: string, specifier: string][] = [
  ['main.tsx', './router'],
  ['main.tsx', '#/ui/theme.css'],
  ['router.tsx', '#/features/secrets/SecretsPage'],
  ['router.tsx', '#/shell/Frame'],
  ['shell/Frame.tsx', '#/data/secrets'],
  ['features/secrets/SecretsPage.tsx', './can'],
  ['features/secrets/SecretsPage.tsx', '#/table/Grid'],
  ['features/secrets/versions/Timeline.tsx', '#/features/secrets/can'],
  ['data/secrets.ts', '#/session/session'],
  ['session/session.ts', '#/api/client'],
  ['session/session.ts', './worker/main?sharedworker&url'],
  ['api/client.ts', '#/lib/sleep'],
  ['api/contract/index.ts', './secrets'],
  ['domain/naming.ts', '#/crypto/enc-string'],
  ['ui/Button.tsx', '#/lib/class-names'],
  ['ui/Button.tsx', 'radix-ui'],
  ['mocks/handlers/secrets.ts', '#/mocks/rules'],
  ['mocks/handlers/secrets.ts', '#/api/contract/secrets'],
  ['mocks/rules.ts', '#/crypto/rsa'],
  ['mocks/server.ts', 'msw'],
  ['mocks/node.ts', 'node:http'],
  ['mocks/host/node-store.ts', 'node:fs'],
  ['api/client.test.ts', '#/mocks/server'],
  ['crypto/rsa.test.ts', 'node:crypto'],
  ['forms/FormDialog.tsx', 'react-hook-form'],
  ['lib/zod.ts', 'zod/mini'],
  ['data/secrets.ts', '@tanstack/react-query'],
]

const refused: [file: string, specifier: string, because: RegExp][] = [
  ['features/secrets/can.ts', '../../ui/Button', /Own files/],
  ['features/secrets/SecretsPage.tsx', '#/features/secrets/can', /own folder/],
  ['features/secrets/SecretsPage.tsx', '#/features/projects/can', /no other feature/],
  ['features/secrets/SecretsPage.tsx', '#/shell/Frame', /run down only/],
  ['features/secrets/SecretsPage.tsx', '#/router', /run down only/],
  ['shell/Frame.tsx', '#/features/secrets/can', /run down only/],
  ['shell/Frame.tsx', '#/main', /run down only/],
  ['forms/FormDialog.tsx', '#/data/secrets', /run down only/],
  ['jobs/queue.ts', '#/data/secrets', /run down only/],
  ['session/session.ts', '#/data/secrets', /run down only/],
  ['api/client.ts', '#/session/session', /run down only/],
  ['api/client.ts', '#/domain/naming', /run down only/],
  ['domain/naming.ts', '#/api/contract', /run down only/],
  ['table/Grid.tsx', '#/data/secrets', /run down only/],
  ['crypto/rsa.ts', '#/ui/Button', /run down only/],
  ['lib/sleep.ts', '#/crypto/rsa', /run down only/],
  ['ui/Button.tsx', '#/api/contract', /run down only/],
  ['data/secrets.ts', '#/mocks/server', /mock is seen only/],
  ['mocks/rules.ts', '#/domain/access', /what a server would know/],
  ['mocks/rules.ts', '#/api/client', /what a server would know/],
  ['mocks/rules.ts', '#/session/session', /what a server would know/],
  ['ui/Button.tsx', '@tanstack/react-router', /no router/],
  ['ui/Button.tsx', '@tanstack/react-query', /no router/],
  ['ui/Field.tsx', 'react-hook-form', /one place/],
  ['ui/Field.tsx', 'zod', /one place/],
  ['api/client.ts', 'react', /no React/],
  ['crypto/rsa.ts', 'react-dom', /no React/],
  ['domain/naming.ts', '@tanstack/react-query', /no React/],
  ['lib/sleep.ts', 'react', /no React/],
  ['features/secrets/SecretForm.tsx', 'react-hook-form', /one place/],
  ['features/secrets/SecretForm.tsx', '@hookform/resolvers/zod', /one place/],
  ['api/contract/secrets.ts', 'zod/mini', /one place/],
  ['data/secrets.ts', 'msw', /one place/],
  ['data/secrets.ts', 'node:fs', /not there in a browser/],
  ['mocks/server.ts', 'node:crypto', /not there in a browser/],
  ['mocks/host/worker-store.ts', 'node:fs', /not there in a browser/],
  ['crypto/rsa.ts', 'fast-check', /for tests/],
  ['session/worker/host.ts', '#/session/testing/world', /for tests/],
  ['data/secrets.ts', './projects.ts', /No file extensions/],
  ['data/secrets.ts', '#/lib/sleep.js', /No file extensions/],
  ['data/secrets.ts', '#/helpers/sleep', /no room/],
]

describe('imports', () => {
  it.each(allowed)('%s may import %s', (file, specifier) => {
    expect(judgeImport(file, specifier)).toBeUndefined()
  })

  it.each(refused)('%s may not import %s', (file, specifier, because) => {
    expect(judgeImport(file, specifier)).toMatch(because)
  })
})

describe('files', () => {
  it.each([
    'main.tsx',
    'router.tsx',
    'ui/Button.tsx',
    'api/contract/index.ts',
    'data/machine-accounts.ts',
    'ui/x.d.ts',
  ])('%s is well placed', (file) => expect(judgeFile(file)).toBeUndefined())

  it.each([
    ['helpers/sleep.ts', /no room/],
    ['data/index.ts', /barrel/],
    ['ui/button.tsx', /PascalCase/],
    ['data/machineAccounts.ts', /kebab-case/],
    ['data/Secrets.tsx', /no React component/],
  ])('%s is not', (file, because) => expect(judgeFile(file)).toMatch(because))

  it('lets few of them fetch', () => {
    expect(
      ['api/client.ts', 'features/demo/Panel.tsx', 'mocks/worker.ts', 'api/client.test.ts'].every(mayFetch),
    ).toBe(true)
    expect(['data/secrets.ts', 'session/worker/main.ts', 'api/client-x.ts'].some(mayFetch)).toBe(false)
  })
})
