/**
 * One field of CSV. A sheet would run what begins like a formula, and names are other people's words: such a field gets
 * a ' before it. So does one that begins with ' itself: who takes one off always has what was written.
 */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r\n'＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Stands at the beginning of a file: a spreadsheet takes the text for UTF-8 by it, and spoils every é without it. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** The whole of a file: lines with CRLF, as RFC 4180 wants them, behind the mark. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')
