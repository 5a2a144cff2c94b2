import { expect, it } from 'vitest'
import { isNodeSupported, missingPackages } from './install.mjs'

it('knows which Node can run the tools', () => {
  expect(['v20.19.0', 'v20.20.2', 'v22.12.0', 'v22.20.1', 'v23.1.0', 'v24.0.0'].every(isNodeSupported)).toBe(
    true,
  )
  expect(['v18.20.0', 'v20.18.3', 'v21.7.0', 'v22.11.0'].some(isNodeSupported)).toBe(false)
})

it('finds packages that are missing or outdated, and expects no optional ones', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0' },
    'node_modules/a/node_modules/@scope/c': { version: '3.0.0' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  }
  expect(missingPackages(wanted, {})).toEqual(['a', 'b', '@scope/c'])
  const installed = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } }
  expect(missingPackages(wanted, installed)).toEqual(['b', '@scope/c'])
  expect(missingPackages(wanted, wanted)).toEqual([])
})
