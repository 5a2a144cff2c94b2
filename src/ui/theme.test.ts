import { expect, test } from 'vitest'
import { themeName } from './theme'

const light = { dark: false, moreContrast: false }
const dark = { dark: true, moreContrast: false }

test('a chosen theme stands whatever the system asks for', () => {
  expect(themeName('light', { dark: true, moreContrast: true })).toBe('light')
  expect(themeName('dark', light)).toBe('dark')
})

test('"system" follows the system, in contrast too', () => {
  expect(themeName('system', light)).toBe('light')
  expect(themeName('system', dark)).toBe('dark')
  expect(themeName('system', { dark: true, moreContrast: true })).toBe('hc-dark')
})

test('high contrast is light or dark as the system is', () => {
  expect(themeName('contrast', light)).toBe('hc-light')
  expect(themeName('contrast', dark)).toBe('hc-dark')
})
