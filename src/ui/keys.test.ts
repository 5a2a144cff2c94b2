import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keyGroups } from './key-groups'
import { capsOf, isKey, isSingle, KEYS, type KeyId } from './keys'

const ids = Object.keys(KEYS) as KeyId[]
const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

/** Opens, closes, prints, finds, jumps: taken before a page sees them, or missed where a page takes them. */
const ofBrowsers = new Set([
  'Tab',
  ...'c d e f g h j l n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9 + - ='.split(' '),
])

test('no key with Ctrl is one that browsers keep for themselves', () => {
  const taken = ids.filter((id) => KEYS[id].hasCtrl && KEYS[id].keys.some((key) => ofBrowsers.has(key)))
  expect(taken).toEqual([])
})

test('one press does one thing on the row, on a secret and everywhere', () => {
  const clash = (a: KeyId, b: KeyId) =>
    a !== b &&
    KEYS[a].where === KEYS[b].where &&
    Boolean(KEYS[a].hasCtrl) === Boolean(KEYS[b].hasCtrl) &&
    KEYS[a].keys.some((key) => KEYS[b].keys.includes(key))
  const places = ['Everywhere', 'On a secret', 'In a form']
  expect(ids.filter((a) => places.includes(KEYS[a].where) && ids.some((b) => clash(a, b)))).toEqual([])
})

test('a press is told by Ctrl or ⌘, never with Alt', () => {
  expect(isKey('save', press('Enter', { ctrlKey: true }))).toBe(true)
  expect(isKey('selectAll', press('A', { metaKey: true }))).toBe(true)
  expect(isKey('save', press('Enter'))).toBe(false)
  expect(isKey('keys', press('?', { shiftKey: true }))).toBe(true)
  expect(isKey('search', press('/', { altKey: true }))).toBe(false)
  expect(isKey('selectRange', press('ArrowDown'))).toBe(false)
})

test('caps are drawn as keyboards have them, and letters alone are told from the rest', () => {
  expect(capsOf('selectAll')).toEqual(['Ctrl', 'A'])
  expect(capsOf('nextRow')).toEqual(['j', '↓'])
  expect(isSingle('search')).toBe(true)
  expect(isSingle('save')).toBe(false)
  expect(isSingle('openRow')).toBe(false)
})

test('the groups hold each entry once', () => {
  const told = keyGroups().flatMap(({ lines }) => lines.map(({ id }) => id))
  expect(told.toSorted()).toEqual(ids.toSorted())
})

test('each entry is bound somewhere, so that none is told that does nothing', () => {
  const folder = new URL('..', import.meta.url).pathname
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && path !== 'ui/keys.ts')
    .map((path) => readFileSync(folder + path, 'utf8'))
    .join('\n')
  // Bound by the browser, and by each thing that can be closed.
  const everywhere: KeyId[] = ['next', 'close']
  const isBound = (id: KeyId) => everywhere.includes(id) || sources.includes(`'${id}'`)
  expect(ids.filter((id) => !isBound(id))).toEqual([])
})
