import { expect, it } from 'vitest'
import { findTraces } from './prove-no-mock.mjs'

const app = { path: 'dist/assets/index-1.js', text: 'r.unregister();start()' }

it('finds nothing in a build without the mock', () => {
  expect(findTraces([app, { path: 'dist/index.html', text: '<!doctype html>' }])).toEqual([])
})

it.each([
  [{ path: 'dist/sw.js', text: '' }, 'dist/sw.js belongs to the demo'],
  [{ path: 'dist/assets/a.js', text: 'fetch("/__mock/now")' }, "dist/assets/a.js contains '/__mock'"],
  [{ path: 'dist/assets/a.js', text: 'c("mock-db")' }, "dist/assets/a.js contains 'mock-db'"],
  [{ path: 'dist/workers/a.js', text: 'warn("[MSW] x")' }, "dist/workers/a.js contains '[MSW]'"],
])('finds %j', (file, trace) => {
  expect(findTraces([app, file])).toEqual([trace])
})

it('misses the removal of service workers', () => {
  expect(findTraces([{ path: 'dist/assets/index-1.js', text: 'start()' }])).toHaveLength(1)
})
