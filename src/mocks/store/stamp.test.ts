import { describe, expect, it } from 'vitest'
import { binaryToStamp, echoDate, stampOfText, stampToBinary } from './stamp'

describe('dates of clients', () => {
  it.each([
    ['2026-02-28', '2026-02-28T00:00:00.0000000Z'],
    ['2026-2-8 07:08', '2026-02-08T07:08:00.0000000Z'],
    ['2026-02-28T07:08:09.1234567Z', '2026-02-28T07:08:09.1234567Z'],
    ['2026-02-28T07:08:09.12345678', '2026-02-28T07:08:09.1234567Z'],
    ['2026-02-28T23:30:00-01:00', '2026-03-01T00:30:00.0000000Z'],
    ['2026-03-01T00:30:00+0100', '2026-02-28T23:30:00.0000000Z'],
    ['2026-02-29', undefined],
    ['2026-13-01', undefined],
    ['2026-02-28T24:00:00', undefined],
    ['2026-02-28T10:60', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ])('%s is read as UTC, with all its digits or not at all', (text, stamp) => {
    expect(stampOfText(text)).toBe(stamp)
  })

  it('go back in the form they came in', () => {
    const echo = (text: string) => echoDate(text, stampOfText(text) ?? '')
    expect(echo('2030-01-02T03:04:05.600Z')).toBe('2030-01-02T03:04:05.6Z')
    expect(echo('2030-01-02T03:04:05-01:00')).toBe('2030-01-02T04:04:05+00:00')
    expect(echo('2030-01-02')).toBe('2030-01-02T00:00:00')
  })
})

describe('continuation tokens', () => {
  it('are .NET dates and come back to the same tick', () => {
    // Recorded: the last row of a page, and the token that came with it.
    const stamp = '2026-11-22T21:15:15.8721213Z'
    expect(stampToBinary(stamp)).toBe('5250995807586109117')
    expect(binaryToStamp('5250995807586109117')).toBe(stamp)
  })

  it('are nothing where they are no number or no date', () => {
    for (const text of ['', 'garbage', '-5', '1', '99999999999999999999']) {
      expect(binaryToStamp(text)).toBeUndefined()
    }
  })
})
