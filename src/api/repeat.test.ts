import { describe, expect, it } from 'vitest'
import { isDeadToken, mayRepeatRenewed, pacedWait } from './repeat'

const refusal = (status: number, emptyBody = true, retryAfter?: number) => ({ status, emptyBody, retryAfter })
const read = { method: 'GET' } as const
const write = { method: 'POST' } as const
const guardedRead = { method: 'GET', guarded: true } as const
const guardedWrite = { method: 'PUT', guarded: true } as const

describe('a dead token', () => {
  it.each([
    [refusal(401), write, true],
    [refusal(401, false), read, false],
    [refusal(403), guardedRead, false],
    [refusal(500), guardedRead, true],
    [refusal(500), guardedWrite, true],
    [refusal(500), read, false],
    [refusal(500, false), guardedRead, false],
    [refusal(502), guardedRead, false],
  ])('is told from other refusals', (error, endpoint, expected) => {
    expect(isDeadToken(error, endpoint)).toBe(expected)
  })

  it('lets only those requests be repeated that the server surely did not carry out', () => {
    expect(mayRepeatRenewed(refusal(401), write)).toBe(true)
    expect(mayRepeatRenewed(refusal(500), guardedRead)).toBe(true)
    expect(mayRepeatRenewed(refusal(500), guardedWrite)).toBe(false)
  })
})

describe('pacedWait', () => {
  it('is what the server asks, and never less', () => {
    expect([0, 1, 7, 60].map((after) => pacedWait(refusal(429, false, after), read, 0))).toEqual([
      1, 1, 7, 60,
    ])
    expect([61, 3600].map((after) => pacedWait(refusal(429, false, after), read, 0))).toEqual([null, null])
    expect(pacedWait(refusal(429), read, 1)).toBe(5)
  })

  it('is for reads, and comes to an end', () => {
    expect(pacedWait(refusal(429), write, 0)).toBeNull()
    expect(pacedWait(refusal(429), read, 2)).toBeNull()
    expect(pacedWait(refusal(503), read, 0)).toBeNull()
  })
})
