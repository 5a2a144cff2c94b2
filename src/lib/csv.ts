/**
 * One field of CSV. A sheet would run what begins like a formula, and names are other people's words: such a field gets
 * a ' before it. So does one that begins with ' itself: who takes one off always has what was written.
 */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r\n'＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines with CRLF, as RFC 4180 wants them. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')
