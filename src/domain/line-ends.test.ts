import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEdited, lineEndsOf, toEdited } from './line-ends'

const anyText = fc.string({ unit: fc.constantFrom('a', ' ', '\r', '\n', '\r\n', '␍', 'é') })
const crlfText = fc.array(fc.stringMatching(/^[a ]*$/), { minLength: 2 }).map((lines) => lines.join('\r\n'))

describe('line ends', () => {
  it('are told apart', () => {
    expect(lineEndsOf('one')).toBe('none')
    expect(lineEndsOf('')).toBe('none')
    expect(lineEndsOf('a\nb\n')).toBe('LF')
    expect(lineEndsOf('a\r\nb\r\n')).toBe('CRLF')
    expect(lineEndsOf('a\rb')).toBe('CR')
    expect(lineEndsOf('a\r\nb\n')).toBe('mixed')
    expect(lineEndsOf('a\r\r\n')).toBe('mixed')
  })

  it('come back byte for byte from any text that was not touched', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ends = lineEndsOf(text)
        expect(fromEdited(toEdited(text, ends), ends)).toBe(text)
      }),
    )
  })

  it('leave no CR before LF while a CRLF text is edited, and give new lines CRLF', () => {
    fc.assert(
      fc.property(crlfText, crlfText, (text, added) => {
        const edited = toEdited(text, 'CRLF') + toEdited(added, 'CRLF')
        expect(edited).not.toContain('\r')
        expect(fromEdited(edited, 'CRLF')).toBe(text + added)
      }),
    )
  })

  it('of a pasted CRLF are not doubled', () => {
    expect(fromEdited('a\nb\r\nc', 'CRLF')).toBe('a\r\nb\r\nc')
  })
})
