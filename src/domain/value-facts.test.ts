import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueFacts } from './value-facts'

describe('valueFacts', () => {
  it('measures characters, bytes and lines', () => {
    expect(valueFacts('')).toMatchObject({ characters: 0, bytes: 0, lines: 0, kind: null, atTheEnd: null })
    expect(valueFacts('é🙂')).toMatchObject({ characters: 2, bytes: 6, lines: 1 })
    expect(valueFacts('a\nb\n')).toMatchObject({ lines: 2, lineEnds: 'LF' })
    expect(valueFacts('a\r\nb')).toMatchObject({ lines: 2, lineEnds: 'CRLF' })
  })

  it('tells what stands at either edge', () => {
    expect(valueFacts('x\n').atTheEnd).toBe('1 line feed')
    expect(valueFacts('x \t\n').atTheEnd).toBe('1 line feed and 1 tab and 1 space')
    expect(valueFacts('x\r\n\r\n').atTheEnd).toBe('2 CRLF line ends')
    expect(valueFacts('\uFEFF x')).toMatchObject({
      atTheStart: '1 space and 1 other invisible character',
      atTheEnd: null,
    })
    expect(valueFacts('\n\n')).toMatchObject({ atTheStart: '2 line feeds', atTheEnd: '2 line feeds' })
  })

  it('counts what cannot be seen, but not the joiners of an emoji', () => {
    expect(valueFacts('a\u200Bb\u00A0c\u202Ed\u0000').invisible).toBe(4)
    expect(valueFacts('tab\tand\r\nline').invisible).toBe(0)
    expect(valueFacts('👩‍💻 👨‍👩‍👧').invisible).toBe(0)
    expect(valueFacts('a\u200Db').invisible).toBe(1)
  })

  it('quotes nothing of the value', () => {
    const word = fc.stringMatching(/^zq[a-z]{6}xv$/)
    const forms = (w: string) => [
      w,
      ` ${w}\n`,
      JSON.stringify({ [w]: w }),
      `https://u:${w}@${w}.test/${w}`,
      `[["${w}"]]`,
    ]
    fc.assert(
      fc.property(word, (w) => {
        for (const text of forms(w)) expect(JSON.stringify(valueFacts(text))).not.toContain(w)
      }),
      { seed: 5 },
    )
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (units) => {
        // Halves of surrogate pairs among them.
        const text = String.fromCharCode(...units)
        const facts = valueFacts(text)
        expect(facts.lines === 0).toBe(text === '')
        expect(facts.bytes).toBe(Buffer.byteLength(text))
      }),
      { seed: 6 },
    )
  })

  it('looks once at a long stretch of blanks', () => {
    expect(valueFacts(`x${' '.repeat(25_000)}x`)).toMatchObject({ atTheStart: null, atTheEnd: null })
  })
})
