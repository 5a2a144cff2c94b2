import { describe, expect, test } from 'vitest'
import { moveCursor } from './matrix-keys'
import type { MatrixLine } from './matrix-rows'

const row = (id: string, index: number): MatrixLine => ({
  kind: 'row',
  row: index,
  thing: { kind: 'person', id, name: id, detail: null, isMe: false },
})
const lines: MatrixLine[] = [
  { kind: 'head', title: 'People', count: 1 },
  row('a', 0),
  { kind: 'head', title: 'Groups', count: 1 },
  row('b', 1),
]
const extent = { lines, columns: 3, page: 10 }
const move = (key: string, line: number, column: number, isControl = false) =>
  moveCursor(key, isControl, { line, column }, extent)

describe('moveCursor', () => {
  test('passes over headings in both directions', () => {
    expect(move('ArrowDown', 1, 0)).toEqual({ line: 3, column: 0 })
    expect(move('ArrowUp', 3, 0)).toEqual({ line: 1, column: 0 })
  })

  test('stays inside', () => {
    expect(move('ArrowUp', 1, 0)).toEqual({ line: 1, column: 0 })
    expect(move('ArrowRight', 1, 2)).toEqual({ line: 1, column: 2 })
    expect(move('PageDown', 1, 0)).toEqual({ line: 3, column: 0 })
  })

  test('goes to the corners with Ctrl', () => {
    expect(move('End', 1, 0, true)).toEqual({ line: 3, column: 2 })
    expect(move('Home', 3, 2, true)).toEqual({ line: 1, column: 0 })
  })

  test('leaves other keys alone', () => {
    expect(move('a', 1, 0)).toBeNull()
  })
})
