import { NONE, READ, WRITE } from '#/domain/access/facts'
import type { AccessFacts, Right } from '#/domain/access/facts'
import type { RightChange } from '#/domain/access/compare'
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

const verb = (lines: readonly PreviewLine[], one: string, many: string) => (lines.length === 1 ? one : many)

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

/** What has to be ticked before saving, each said by name. */
export type Risk =
  | { kind: 'self'; id: 'self'; keepsRead: boolean }
  | { kind: 'last-writer'; id: 'last-writer'; name: string }
  | { kind: 'machine'; id: string; name: string }

export interface RiskQuestion {
  preview: Preview
  before: AccessFacts
  after: AccessFacts
  target: string
  names: Names
  /** Machine accounts that lose everything here and read lately, or of whom it is not known. */
  reading: readonly string[]
}

export function risksOf({ preview, before, after, target, names, reading }: RiskQuestion): Risk[] {
  const risks: Risk[] = []
  const self = [...preview.losesRead, ...preview.losesWrite].find(({ thing }) => thing.isMe)
  if (self) risks.push({ kind: 'self', id: 'self', keepsRead: (self.after & READ) !== NONE })
  const writers = (facts: AccessFacts) =>
    facts.grants.filter(
      (grant) =>
        grant.target === target && grant.right & WRITE && names.get(grant.grantee)?.kind !== 'machine',
    )
  const [last] = writers(before)
  if (last && writers(after).length === 0) {
    const name = writers(before)
      .map(({ grantee }) => names.get(grantee)?.name ?? grantee.slice(0, 8))
      .join(', ')
    risks.push({ kind: 'last-writer', id: 'last-writer', name })
  }
  for (const id of reading) risks.push({ kind: 'machine', id, name: names.get(id)?.name ?? id.slice(0, 8) })
  return risks
}
