import { valueFacts } from '#/domain/value-facts'

/** "32 bytes, 1 line": what may be said of a hidden value. */
export function sizeWords(text: string): string {
  const { bytes, lines } = valueFacts(text)
  if (bytes === 0) return 'empty'
  return `${bytes.toLocaleString('en-GB')} ${bytes === 1 ? 'byte' : 'bytes'}, ${lines} ${lines === 1 ? 'line' : 'lines'}`
}
