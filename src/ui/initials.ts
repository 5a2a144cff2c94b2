/** Two letters for a name: first of the first and of the last word; of an address, of its local part. */
export function initials(name: string): string {
  const local = name.trim().split('@')[0] ?? ''
  const words = local.split(/[\s._-]+/u).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => firstLetter(word ?? '')).join('') || '?'
}

let segmenter: Intl.Segmenter | undefined

function firstLetter(word: string): string {
  // An emoji or a letter with marks is one grapheme of several code units.
  // Made once: lists ask for each row, and making one costs more than using it.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  const [first] = segmenter.segment(word)
  return (first?.segment ?? '').toLocaleUpperCase('en')
}
