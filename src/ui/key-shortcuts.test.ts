import { expect, test } from 'vitest'
import { keyShortcuts } from './key-shortcuts'

test.each([
  ['c', 'c'],
  ['#', '#'],
  ['Esc', 'Escape'],
  ['Ctrl ↵', 'Control+Enter'],
  ['Ctrl K', 'Control+K'],
  ['+', 'Plus'],
  ['', ''],
])('%j is announced as %j', (caps, expected) => {
  expect(keyShortcuts(caps)).toBe(expected)
})
