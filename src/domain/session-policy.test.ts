import { describe, expect, it } from 'vitest'
import { timeoutAction, timeoutMinutes } from './session-policy'

describe('timeoutMinutes', () => {
  it.each([
    [{ minutes: 60 }, 60],
    [{ type: 'custom', minutes: 5, action: 'lock' }, 5],
    [{ minutes: '30' }, 30],
    [{ type: 'onAppRestart', minutes: 480 }, 480],
    [{ type: 'onSystemLock', minutes: 480 }, 480],
    // Types without a time of their own keep 480 in `minutes`.
    [{ type: 'immediately', minutes: 480 }, 1],
    [{ type: 'never', minutes: 480 }, null],
    [{ minutes: 0 }, 1],
    [{ minutes: 0.5 }, 1],
    [{ minutes: -5 }, null],
    [{ minutes: 'soon' }, null],
    [{ minutes: '' }, null],
    [{ minutes: Number.NaN }, null],
    [{}, null],
    [null, null],
  ])('%j allows %s', (data, minutes) => {
    expect(timeoutMinutes(data)).toBe(minutes)
  })
})

describe('timeoutAction', () => {
  it.each([
    [{ minutes: 60, action: 'logOut' }, 'sign-out'],
    [{ minutes: 60, action: 'lock' }, 'lock'],
    [{ minutes: 60, action: null }, 'lock'],
    [{ minutes: 60, action: 'LogOut?' }, 'lock'],
    [{ minutes: 60 }, 'lock'],
    [null, 'lock'],
  ])('%j asks for %s', (data, action) => {
    expect(timeoutAction(data)).toBe(action)
  })
})
