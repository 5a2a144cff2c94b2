import { ageTest, changedSpan } from '#/domain/query/when'
import type { SecretColumns } from '#/session/secret-columns'
import type { SecretFilter } from './list-view'

/** What rows are judged by besides themselves. */
export interface RowFacts {
  /** Epoch ms. */
  now: number
  /** Dates are meant in the zone of this machine, else in UTC. */
  isLocal: boolean
  /** Projects that this account can read; null where a share of the secret itself cannot be told. */
  ownProjects: ReadonlySet<string> | null
}

export const noFacts: RowFacts = { now: 0, isLocal: false, ownProjects: null }

type RowTest = (row: number) => boolean

/** Whether a row is as a filter asks, or null for one that asks nothing. What is not understood matches no row. */
export function rowTest(columns: SecretColumns, filter: SecretFilter, facts: RowFacts): RowTest | null {
  const tests: RowTest[] = []
  if (filter.project !== null) tests.push(projectTest(columns, filter.project.split(',')))
  if (filter.access !== null) {
    const write = filter.access === 'write' ? 1 : 0
    tests.push((row) => columns.write[row] === write)
  }
  const all = (list: string | null, testOf: (value: string) => RowTest) => {
    for (const value of list?.split(',') ?? []) {
      const test = testOf(value.replace(/^-/, ''))
      tests.push(value.startsWith('-') ? (row) => !test(row) : test)
    }
  }
  all(filter.is, (is) => conditionTest(columns, is, facts))
  all(filter.age, (age) => {
    const isMeant = ageTest(age)
    return (row) => isMeant(facts.now - (columns.changed[row] ?? 0))
  })
  all(filter.changed, (changed) => {
    const span = changedSpan(changed, facts.isLocal)
    if (!span) return () => false
    return (row) => (columns.changed[row] ?? 0) >= span.from && (columns.changed[row] ?? 0) < span.to
  })
  if (tests.length === 0) return null
  const [only] = tests
  return tests.length === 1 && only ? only : (row) => tests.every((test) => test(row))
}

/** One of those that are wanted, where any are, and none of those that are not. */
function projectTest(columns: SecretColumns, values: readonly string[]): RowTest {
  const wanted = new Set(values.filter((value) => !value.startsWith('-')))
  // A byte for each project, and one for none.
  const isMeant = Uint8Array.from([...columns.projects.map(({ id }) => id), ''], (id) =>
    Number((wanted.size === 0 || wanted.has(id)) && !values.includes(`-${id}`)),
  )
  const none = columns.projects.length
  return (row) => {
    const project = columns.project[row] ?? -1
    return isMeant[project === -1 ? none : project] === 1
  }
}

function conditionTest(columns: SecretColumns, is: string, { ownProjects }: RowFacts): RowTest {
  switch (is) {
    case 'unassigned':
      return (row) => columns.project[row] === -1
    case 'duplicate':
      return (row) => columns.duplicate[row] === 1
    case 'spoiled':
      return (row) => columns.spoiled[row] === 1
    case 'readonly':
      return (row) => columns.write[row] === 0
    case 'direct': {
      if (!ownProjects) return () => false
      // Read without its project: so somebody shared the secret itself.
      const isOwn = columns.projects.map(({ id }) => ownProjects.has(id))
      return (row) => isOwn[columns.project[row] ?? -1] !== true
    }
    default:
      return () => false
  }
}
