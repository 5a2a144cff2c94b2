import { printQuery } from './parse'
import { SECRET_KEYS, type NamedProject } from './secret-query'

export interface QueryToken {
  key: 'project' | 'is' | 'age' | 'changed'
  /** As it stands in the URL, with its `-`. */
  value: string
  isExcluded: boolean
  /** The value for people: a project by its name. */
  shown: string
  /** The whole token, as it would be typed. */
  words: string
}

type InUrl = Record<QueryToken['key'], string | null>

const keys = ['project', 'is', 'age', 'changed'] as const

/** The operators of a URL one by one. */
export function tokensOf(filter: InUrl, projects: readonly NamedProject[]): QueryToken[] {
  return keys.flatMap((key) =>
    valuesOf(filter[key]).map((value) => {
      const isExcluded = value.startsWith('-')
      const bare = isExcluded ? value.slice(1) : value
      const project = key === 'project' ? projects.find(({ id }) => id === bare) : undefined
      const shown = key === 'project' ? (project?.name ?? bare.slice(0, 8)) : bare
      const words = printQuery([{ kind: 'field', key, value: shown, isExcluded }], SECRET_KEYS)
      return { key, value, isExcluded, shown, words }
    }),
  )
}

/** The values of one operator. */
const valuesOf = (list: string | null | undefined): string[] => (list ? list.split(',') : [])

export const without = (list: string | null, value: string): string[] =>
  valuesOf(list).filter((each) => each !== value)

/** As it stands in the URL; null for none. */
export const joined = (values: readonly string[] | undefined): string | null =>
  values && values.length > 0 ? [...new Set(values)].join(',') : null
