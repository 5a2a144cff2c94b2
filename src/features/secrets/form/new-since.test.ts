import { expect, it } from 'vitest'
import { newSince } from './new-since'

const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(36))
const columns = {
  count: 3,
  ids: ids.join(''),
  names: 'OneTwoOne',
  offsets: new Uint32Array([0, 3, 6, 9]),
  spoiled: new Uint8Array(3),
}

it('finds a secret of this name that was not there before', () => {
  expect(newSince(columns, ids[0] ?? '', 'One')).toEqual([2])
  expect(newSince(columns, ids.join(''), 'One')).toEqual([])
  expect(newSince(columns, null, 'One')).toEqual([0, 2])
  expect(newSince(columns, '', 'Three')).toEqual([])
})
