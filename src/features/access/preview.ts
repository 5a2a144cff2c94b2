import { READ, WRITE } from '#/domain/access/facts'
import type { Right } from '#/domain/access/facts'
import type { Difference, RightChange } from '#/domain/access/compare'
import type { NamedThing, Names } from './names'
import { namelessThing } from './names'

export interface PreviewLine {
  thing: NamedThing
  before: Right
  after: Right
}

export interface Preview {
  losesRead: PreviewLine[]
  losesWrite: PreviewLine[]
  gainsRead: PreviewLine[]
  gainsWrite: PreviewLine[]
}

/** Sorted into what happens to whom; who gains reading and writing at once is told once. */
export function previewOf(changes: readonly RightChange[], names: Names): Preview {
  const preview: Preview = { losesRead: [], losesWrite: [], gainsRead: [], gainsWrite: [] }
  for (const { principal, before, after } of changes) {
    const line = { thing: names.get(principal) ?? namelessThing('person', principal), before, after }
    if (before & READ && !(after & READ)) preview.losesRead.push(line)
    else if (after & READ && !(before & READ)) preview.gainsRead.push(line)
    else if (before & WRITE && !(after & WRITE)) preview.losesWrite.push(line)
    else if (after & WRITE && !(before & WRITE)) preview.gainsWrite.push(line)
  }
  return preview
}

/** The same over many objects: everybody once in each list, with the most that they had and will have. */
export function previewOfMany(differences: readonly Difference[], names: Names): Preview {
  const preview: Preview = { losesRead: [], losesWrite: [], gainsRead: [], gainsWrite: [] }
  for (const { principal, targets } of differences) {
    const of = previewOf(
      targets.map(({ before, after }) => ({ principal, before, after })),
      names,
    )
    for (const list of ['losesRead', 'losesWrite', 'gainsRead', 'gainsWrite'] as const)
      preview[list].push(...of[list].slice(0, 1))
  }
  return preview
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** "2 people and 1 machine account". */
export function countWords(lines: readonly PreviewLine[]): string {
  const of = (kind: NamedThing['kind']) => lines.filter(({ thing }) => thing.kind === kind).length
  return [
    of('person') > 0 && plural(of('person'), 'person', 'people'),
    of('machine') > 0 && plural(of('machine'), 'machine account', 'machine accounts'),
    of('project') > 0 && plural(of('project'), 'project', 'projects'),
  ]
    .filter(Boolean)
    .join(' and ')
}

export const verb = (lines: readonly PreviewLine[], one: string, many: string) =>
  lines.length === 1 ? one : many

/** "2 people and 1 machine account lose read; nobody gains". */
export function previewSentence({ losesRead, losesWrite, gainsRead, gainsWrite }: Preview): string {
  const losses = [
    losesRead.length > 0 && `${countWords(losesRead)} ${verb(losesRead, 'loses', 'lose')} read`,
    losesWrite.length > 0 && `${countWords(losesWrite)} ${verb(losesWrite, 'loses', 'lose')} write`,
  ].filter(Boolean)
  const gains = [
    gainsRead.length > 0 && `${countWords(gainsRead)} ${verb(gainsRead, 'gains', 'gain')} read`,
    gainsWrite.length > 0 && `${countWords(gainsWrite)} ${verb(gainsWrite, 'gains', 'gain')} write`,
  ].filter(Boolean)
  if (losses.length + gains.length === 0) return 'Nobody gains or loses anything'
  const said = [losses.join(', ') || 'nobody loses', gains.join(', ') || 'nobody gains'].join('; ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}
