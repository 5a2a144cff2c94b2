import { expect, test } from 'vitest'
import { isOtherVersion } from './newer-version'

const page = (entry: string) =>
  `<!doctype html><title>Strongroom</title><script type="module" src="${entry}"></script><div id="root"></div>`

test('a page that starts other code is another version, the same page is not', () => {
  expect(isOtherVersion(page('/assets/index-b.js'), '/assets/index-a.js')).toBe(true)
  expect(isOtherVersion(page('/assets/index-a.js'), '/assets/index-a.js')).toBe(false)
})

test('a longer address that begins alike is another one', () => {
  expect(isOtherVersion(page('/console/assets/index-a.js'), '/assets/index-a.js')).toBe(true)
})

test('what a proxy or a portal answers in its place says nothing', () => {
  expect(isOtherVersion('<html><h1>502 Bad Gateway</h1></html>', '/assets/index-a.js')).toBe(false)
  expect(isOtherVersion('', '/assets/index-a.js')).toBe(false)
})
