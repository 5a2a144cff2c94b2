import type { ComparedRow, ValueChange } from '#/domain/value-compare'
import { counted } from '#/lib/counted'

/** "4 lines changed, 1 added, 1 removed". */
export function rowWords(rows: readonly ComparedRow[]): string {
  const count = (kind: ComparedRow['kind']) => rows.filter((row) => row.kind === kind).length
  const [changed, added, removed] = [count('changed'), count('added'), count('removed')]
  const lines = (n: number) => counted(n, 'line')
  const parts = [
    changed > 0 && `${lines(changed)} changed`,
    added > 0 && `${changed > 0 ? added : lines(added)} added`,
    removed > 0 && `${changed + added > 0 ? removed : lines(removed)} removed`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : 'No line differs'
}

/** What kind of change it is, for a comparison that shows nothing of the values. */
export function changeWords(change: ValueChange): string {
  switch (change.kind) {
    case 'equal':
      return 'The same value.'
    case 'white space':
      return 'Only white space differs.'
    case 'letter case':
      return 'Only capital and small letters differ.'
    case 'same length':
      return `Another value of the same length, ${counted(change.characters, 'character')}.`
    case 'longer':
      return `B is longer by ${counted(change.characters, 'character')}.`
    case 'shorter':
      return `B is shorter by ${counted(change.characters, 'character')}.`
  }
}
