import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { absentPlatforms } from './complete-lock.mjs'
import { root } from './install.mjs'

it('finds platform packages that the lock file does not list', () => {
  const tool = {
    version: '1.2.3',
    dev: true,
    optionalDependencies: {
      '@t/linux-x64-musl': '1.2.3',
      '@t/binding-darwin-arm64': '1.2.3',
      '@t/oxide-wasm32-wasi': '1.2.3',
    },
  }
  expect(
    absentPlatforms({ 'node_modules/tool': tool, 'node_modules/@t/linux-x64-musl': { version: '1.2.3' } }),
  ).toEqual({
    'node_modules/@t/binding-darwin-arm64': {
      version: '1.2.3',
      dev: true,
      optional: true,
      os: ['darwin'],
      cpu: ['arm64'],
    },
    'node_modules/@t/oxide-wasm32-wasi': { version: '1.2.3', dev: true, optional: true, cpu: ['wasm32'] },
  })
})

it('does not guess what it cannot know', () => {
  expect(() => absentPlatforms({ a: { optionalDependencies: { fancy: '1.0.0' } } })).toThrow('fancy')
  expect(() => absentPlatforms({ a: { optionalDependencies: { 'x-linux-x64': '^1.0.0' } } })).toThrow(
    'x-linux-x64',
  )
})

it('has nothing to add to the lock file of this repository: npm ci accepts it everywhere', () => {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
    packages: Parameters<typeof absentPlatforms>[0]
  }
  expect(absentPlatforms(packages)).toEqual({})
})
