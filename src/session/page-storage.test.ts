import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepRememberToken, rememberToken } from './page-storage'

let kept: Record<string, string> = {}

beforeEach(() => {
  kept = {}
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
  })
})
afterEach(() => vi.unstubAllGlobals())

it('keeps a token per account, however the e-mail is written', () => {
  keepRememberToken(' Mara@Example.test', 'one')
  keepRememberToken('jo@example.test', 'two')
  expect(rememberToken('mara@example.test ')).toBe('one')
  keepRememberToken('MARA@example.test', null)
  expect([rememberToken('mara@example.test'), rememberToken('jo@example.test')]).toEqual([undefined, 'two'])
})

it.each(['"text"', '7', 'true', 'null', '["a"]', '{', ''])('takes %s for nothing kept', (found) => {
  kept['strongroom.remembered'] = found
  expect(rememberToken('mara@example.test')).toBeUndefined()
  keepRememberToken('mara@example.test', 'one')
  expect(rememberToken('mara@example.test')).toBe('one')
})

it('sends no token that is not a text', () => {
  kept['strongroom.remembered'] = '{"mara@example.test":{"a":1}}'
  expect(rememberToken('mara@example.test')).toBeUndefined()
})
