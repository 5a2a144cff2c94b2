import { foldName } from '#/domain/search'
import type { Term } from '#/domain/search'
import type { Field, Part } from './parse'

/** A place in the typed text with what is wrong there. */
export interface QueryMark {
  start: number
  end: number
  words: string
}

export type Values = { values: readonly string[] } | { wrong: string }

/** What a field of a query says: values of an operator, a text to search for, or what is wrong with it. */
export type Read<Name extends string> =
  | { name: Name; values: readonly string[] }
  | { term: Term }
  | { wrong: string }

/** Values under the name that they have in the URL. */
export const under = <Name extends string>(name: Name, read: Values): Read<Name> =>
  'wrong' in read ? read : { name, values: read.values }

export interface ReadParts<Name extends string> {
  terms: Term[]
  operators: Partial<Record<Name, string[]>>
  marks: QueryMark[]
}

/** Reads the parts of a query, each field by `read`: what is wrong is marked at its place and left out. */
export function readParts<Key extends string, Name extends string>(
  parts: readonly Part<Key>[],
  read: (part: Field<Key>) => Read<Name>,
): ReadParts<Name> {
  const { terms, operators, marks }: ReadParts<Name> = { terms: [], operators: {}, marks: [] }
  for (const part of parts) {
    if (part.kind === 'word') {
      terms.push({ text: foldName(part.text), isExcluded: part.isExcluded })
      continue
    }
    const found = read(part)
    if ('wrong' in found) marks.push(markOf(part, found.wrong))
    else if ('term' in found) terms.push(found.term)
    else {
      const values = found.values.map((value) => (part.isExcluded ? `-${value}` : value))
      operators[found.name] = [...(operators[found.name] ?? []), ...values]
    }
  }
  return { terms, operators, marks }
}

const markOf = (part: Field, words: string): QueryMark => ({
  start: part.value === '' ? part.start : part.valueStart,
  end: part.end,
  words: `${part.key}: ${words}`,
})

/** The fields that say something and are not being typed: no mark ends with them, and the caret stands elsewhere. */
export function finishedFields<Key extends string>(
  parts: readonly Part<Key>[],
  marks: readonly QueryMark[],
  caret: number | null,
): Field<Key>[] {
  return parts.filter(
    (part): part is Field<Key> =>
      part.kind === 'field' &&
      !marks.some((mark) => mark.end === part.end) &&
      (caret === null || caret < part.start || caret > part.end),
  )
}

/** A text in two: what stands outside of the parts, and the parts. */
export function cutParts(text: string, parts: readonly Part[]): { left: string; taken: string } {
  let left = ''
  let at = 0
  for (const { start, end } of parts) {
    left += text.slice(at, start)
    at = end
  }
  left = (left + text.slice(at)).replaceAll(/\s{2,}/g, ' ')
  return { left: left.trimStart(), taken: parts.map(({ start, end }) => text.slice(start, end)).join(' ') }
}
