import { expect, test } from 'vitest'
import { placeTooltip } from './tooltip-place'

const window = { width: 400, height: 300 }
const tip = { width: 100, height: 24 }

test('stands centred below the target', () => {
  expect(placeTooltip({ left: 180, top: 100, width: 40, height: 20 }, tip, window)).toEqual({
    left: 150,
    top: 126,
  })
})

test('turns above at the lower edge', () => {
  expect(placeTooltip({ left: 180, top: 270, width: 40, height: 20 }, tip, window)).toEqual({
    left: 150,
    top: 240,
  })
})

test('stays inside at both sides', () => {
  expect(placeTooltip({ left: 0, top: 0, width: 20, height: 20 }, tip, window).left).toBe(8)
  expect(placeTooltip({ left: 390, top: 0, width: 20, height: 20 }, tip, window).left).toBe(292)
})

test('stays below when neither side has room', () => {
  expect(placeTooltip({ left: 0, top: 5, width: 20, height: 290 }, tip, window).top).toBe(301)
})
