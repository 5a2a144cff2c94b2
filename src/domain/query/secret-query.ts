import type { Term } from '#/domain/search'
import { foldName } from '#/domain/search'
import { parseQuery, type Field, type Part } from './parse'
import {
  cutParts,
  finishedFields,
  readParts,
  under,
  type QueryMark,
  type Read,
  type Values,
} from './read-parts'
import { isAge, isChanged } from './when'

export const SECRET_KEYS = ['project', 'is', 'age', 'changed', 'name'] as const
export type SecretKey = (typeof SECRET_KEYS)[number]
export const CONDITIONS = ['unassigned', 'duplicate', 'spoiled', 'direct', 'readonly'] as const

/** What of a query stands in the URL: for each key its values, `-` before those that are not wanted. */
export type Operators = Partial<Record<'project' | 'is' | 'age' | 'changed', readonly string[]>>

export interface Understood {
  /** In the order of the text; a part with a mark counts as nothing. */
  parts: readonly Part<SecretKey>[]
  terms: readonly Term[]
  operators: Operators
  marks: readonly QueryMark[]
}

export interface NamedProject {
  id: string
  name: string | null
}

export interface QueryScope {
  projects: readonly NamedProject[]
  /** False inside a project: there `project:` is text. */
  hasProject: boolean
  /** Why a share of the secret itself cannot be told for this account, or null. */
  noDirect: string | null
}

/** More would make an address of any length. */
const MOST_PROJECTS = 20

/** Reads a typed query of the list of secrets. Never throws; what it cannot use it marks at its place. */
export function understand(text: string, scope: QueryScope): Understood {
  const keys = SECRET_KEYS.filter((key) => key !== 'project' || scope.hasProject)
  const parts = parseQuery(text, keys)
  return { parts, ...readParts(parts, (part) => readField(part, scope)) }
}

function readField(part: Field<SecretKey>, scope: QueryScope): Read<keyof Operators> {
  const { key, value, isExcluded } = part
  if (key !== 'name') return under(key, valuesOf(key, value.trim(), scope))
  if (value === '') return { wrong: 'Write a part of a name after it.' }
  return { term: { text: foldName(value), isExcluded, isNameOnly: true } }
}

function valuesOf(key: keyof Operators, value: string, scope: QueryScope): Values {
  switch (key) {
    case 'project':
      return projectsOf(value, scope.projects)
    case 'is':
      return conditionOf(value.toLowerCase(), scope)
    case 'age':
      return isAge(value.toLowerCase())
        ? { values: [value.toLowerCase()] }
        : { wrong: 'Write >90d or <7d; h, d, w, m and y are understood.' }
    case 'changed':
      return isChanged(value)
        ? { values: [value] }
        : { wrong: 'Write a date, 2026-08 or 2026-08-27, or a range: 2026-08-01..2026-08-27.' }
  }
}

function conditionOf(value: string, scope: QueryScope): Values {
  if (value === 'direct' && scope.noDirect !== null) return { wrong: scope.noDirect }
  return (CONDITIONS as readonly string[]).includes(value)
    ? { values: [value] }
    : { wrong: `Write one of ${CONDITIONS.join(', ')}.` }
}

/** The project of that name; without one, all whose name holds it; or the one whose id begins so. */
function projectsOf(value: string, projects: readonly NamedProject[]): Values {
  if (value === '') return { wrong: 'Write the name of a project, or the beginning of its id.' }
  const wanted = foldName(value)
  const named = projects.filter(({ name }) => name !== null && foldName(name) === wanted)
  const byId = /^[0-9a-f-]{4,36}$/.test(wanted) ? projects.filter(({ id }) => id.startsWith(wanted)) : []
  const holding = projects.filter(({ name }) => name !== null && foldName(name).includes(wanted))
  const found = [named, byId, holding].find((each) => each.length > 0) ?? []
  if (found.length === 0) return { wrong: 'No project with a secret that you can read is called so.' }
  if (found.length > MOST_PROJECTS)
    return { wrong: `${found.length} projects are called so. Write more of the name.` }
  return { values: found.map(({ id }) => id) }
}

/** Cuts from a typed text what is understood and finished: it moves to the URL. `caret` spares the word that is being typed. */
export function settle(
  text: string,
  scope: QueryScope,
  caret: number | null,
): { text: string; operators: Operators } {
  const { parts, marks } = understand(text, scope)
  const done = finishedFields(parts, marks, caret).filter(({ key }) => key !== 'name')
  if (done.length === 0) return { text, operators: {} }
  const { left, taken } = cutParts(text, done)
  return { text: left, operators: understand(taken, scope).operators }
}
