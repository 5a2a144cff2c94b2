import fc from 'fast-check'
import { expect, it } from 'vitest'
import { utf8Encode } from '#/lib/bytes'
import { calendarFile } from './calendar'

const NOW = Date.UTC(2026, 8, 16, 10, 30)
const entry = (summary: string) => ({
  uid: 'token-2357ce41@vault.example.test',
  at: NOW + 9 * 86_400_000,
  summary,
  description: 'a\nb',
  remindDays: 7,
})

/** What a calendar reads: unfolded lines. */
const read = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

it('writes one entry with its reminder', () => {
  const lines = read(calendarFile([entry('pipelines')], NOW))
  expect(lines).toContain('DTSTART:20260925T103000Z')
  expect(lines).toContain('DTSTAMP:20260916T103000Z')
  expect(lines).toContain('TRIGGER:-P7D')
  expect(lines).toContain('DESCRIPTION:a\\nb')
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines.at(-1)).toBe('')
})

it('escapes what has a meaning in the file', () => {
  const lines = read(calendarFile([entry('a;b,c\\d\r\nEND:VCALENDAR')], NOW))
  expect(lines).toContain('SUMMARY:a\\;b\\,c\\\\d\\nEND:VCALENDAR')
})

it('folds at 75 octets and loses nothing, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const file = calendarFile([entry(name)], NOW)
      for (const line of file.split('\r\n'))
        expect(utf8Encode(line.toWellFormed()).byteLength).toBeLessThanOrEqual(75)
      expect(read(file).filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1)
      const summary = read(file).find((line) => line.startsWith('SUMMARY:')) ?? ''
      const plain = summary.slice(8).replaceAll(/\\([\\;,])/g, '$1')
      // oxlint-disable-next-line no-control-regex
      if (!/[\u0000-\u001F\u007F\\]/.test(name)) expect(plain).toBe(name)
    }),
  )
})
