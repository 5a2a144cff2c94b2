/** How the lines of a text end; `none` of a single line. */
export type LineEnds = 'none' | 'LF' | 'CRLF' | 'CR' | 'mixed'

export function lineEndsOf(text: string): LineEnds {
  const found = new Set<string>(text.match(/\r\n|\r|\n/g))
  if (found.size === 0) return 'none'
  if (found.size > 1) return 'mixed'
  return found.has('\r\n') ? 'CRLF' : found.has('\r') ? 'CR' : 'LF'
}

/**
 * A text as it is edited, in which every line of a CRLF text ends with LF: a textarea knows no other end, and a
 * line added by Enter gets the ends of its neighbours on the way back. Other ends stay as they are.
 */
export function toEdited(text: string, ends: LineEnds): string {
  return ends === 'CRLF' ? text.replaceAll('\r\n', '\n') : text
}

/** The way back from `toEdited`; what was not touched comes out byte for byte. */
export function fromEdited(edited: string, ends: LineEnds): string {
  return ends === 'CRLF' ? edited.replaceAll(/\r?\n/g, '\r\n') : edited
}
