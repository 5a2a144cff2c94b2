import { utf8Encode } from '#/lib/bytes'

export interface CalendarEntry {
  /** Unique for good: the same thing exported again takes the place of the earlier one. */
  uid: string
  /** Epoch ms. */
  at: number
  summary: string
  description: string
  /** Days before, at which to be reminded. */
  remindDays: number
}

/**
 * A calendar file (iCalendar, RFC 5545): an entry of a quarter of an hour for each, with a reminder. Lines end in
 * CRLF and are folded at 75 octets, never inside a character; texts are escaped. `now` in epoch ms.
 */
export function calendarFile(entries: readonly CalendarEntry[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Strongroom//Access tokens//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escaped(entry.uid)}`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(entry.at)}`,
      'DURATION:PT15M',
      'TRANSP:TRANSPARENT',
      `SUMMARY:${escaped(entry.summary)}`,
      `DESCRIPTION:${escaped(entry.description)}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(entry.summary)}`,
      `TRIGGER:-P${entry.remindDays}D`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** "20260925T103000Z". */
const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** §3.3.11; other control characters have no place in a text and are left out. */
function escaped(text: string): string {
  return (
    text
      .replaceAll('\\', '\\\\')
      .replaceAll(';', '\\;')
      .replaceAll(',', '\\,')
      .replaceAll(/\r\n|\r|\n/g, '\\n')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
  )
}

const MOST_OCTETS = 75

/** §3.1: what goes on begins with a blank, which counts. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Encode(character).byteLength
    if (octets + size > MOST_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}
