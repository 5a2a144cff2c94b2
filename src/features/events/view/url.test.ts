import { expect, it } from 'vitest'
import { choiceOf, cleared, narrowed, stateOfValue, withValue, zoomOf, zoomText } from './url'

it('reads what is wanted and what is not, from the URL and from what is typed', () => {
  expect(choiceOf({ type: '2100,-2101' }, { type: ['2102'], actor: ['-nobody'] })).toEqual({
    type: { wanted: ['2100', '2102'], unwanted: ['2101'] },
    actor: { wanted: [], unwanted: ['nobody'] },
  })
})

it('sets a value in the place of its opposite, and takes it off', () => {
  const one = withValue({ type: '2100' }, 'type', '2100', 'unwanted')
  expect(one.type).toBe('-2100')
  expect(stateOfValue(one, 'type', '2100')).toBe('unwanted')
  expect(withValue(one, 'type', '2100', 'off').type).toBeUndefined()
})

it('adds what was typed, and lets a new end of the range drop the part that was zoomed', () => {
  const next = narrowed({ type: '2100', zoom: 'x' }, { type: ['2100', '-2101'], from: ['a', 'b'] })
  expect(next).toEqual({ type: '2100,-2101', from: 'b', zoom: undefined })
})

it('keeps the range and the zone when the rest is cleared', () => {
  expect(cleared({ last: '7d', tz: 'utc', type: '2100', event: 'x' })).toEqual({ last: '7d', tz: 'utc' })
})

it('writes a part of the range and reads it back, turned round or not', () => {
  expect(zoomOf({ zoom: zoomText({ from: 5_000, to: 9_001 }) })).toEqual({ from: 5_000, to: 9_001 })
  expect(zoomOf({ zoom: zoomText({ from: 9_001, to: 5_000 }) })).toEqual({ from: 5_000, to: 9_001 })
  expect(zoomOf({ zoom: 'x~y' })).toBeNull()
})
