import { expect, test } from 'vitest'
import { initials } from './initials'

test.each([
  ['Mara Lindqvist', 'ML'],
  ['  tomas   okafor ', 'TO'],
  ['Ana Maria de la Cruz', 'AC'],
  ['owner', 'O'],
  ['mara.lindqvist@harbourline.example', 'ML'],
  ['李 小龍', '李小'],
  ['👩‍🚒 Fire', '👩‍🚒F'],
  ['', '?'],
  ['@', '?'],
])('%j gives %j', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
