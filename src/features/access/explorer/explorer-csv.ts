import { rightWords } from '#/domain/access/facts'
import { proofWords } from '#/features/access/proof-words'
import { cellLook } from './matrix-rows'
import type { MatrixView } from './matrix-rows'
import type { Explorer } from './build-explorer'
import { proofsOf } from '#/domain/access/proof'

/** One line for each right in view, with its strongest reason; what is not known is a line too. */
export function explorerCsv({ map, names }: Explorer, { lines, columns }: MatrixView): string[][] {
  const rows = [['kind', 'id', 'name', 'project id', 'project', 'access', 'because']]
  for (const line of lines) {
    if (line.kind !== 'row') continue
    const { thing, row } = line
    for (const column of columns) {
      const look = cellLook(map, thing.id, row, column)
      if (look.letters === '') continue
      const { paths, doubts } = proofsOf(map, thing.id, column.id)
      const [first] = paths
      const because = first ? proofWords(first, names, '') : doubts.join(' ')
      rows.push([thing.kind, thing.id, thing.name, column.id, column.name, rightWords(look.right), because])
    }
  }
  return rows
}
