import { comparable, isGuid, isRunDate } from './bindings'
import type { Bindings } from './bindings'
import { readList, uncut } from './exchange'

interface OrderedList {
  /** The field that holds the list, and the date that it is sorted by. */
  at: string
  by: 'versionDate' | 'revisionDate' | 'date'
  newestFirst?: true
}

const byRevision = (at: string): OrderedList => ({ at, by: 'revisionDate' })
const versions: OrderedList = { at: 'data', by: 'versionDate', newestFirst: true }
const events: OrderedList = { at: 'data', by: 'date', newestFirst: true }

/** Lists whose order the server promises, by endpoint. */
const orderedLists: Record<string, OrderedList> = {
  secretVersionList: versions,
  secretVersionGetByIds: versions,
  projectList: byRevision('data'),
  machineAccountList: byRevision('data'),
  secretList: byRevision('secrets'),
  trashList: byRevision('secrets'),
  secretSync: byRevision('secrets.data'),
  machineAccountEventList: events,
  secretEventList: events,
  projectEventList: events,
  machineAccountEventListByOrganization: events,
  organizationEventList: events,
  memberEventList: events,
  ownEventList: events,
  publicEventList: events,
}

const SIGNED_IN = 1000
const isSignIn = (row: unknown) => (row as { type?: number } | null)?.type === SIGNED_IN

/** Fields that no two servers agree on: compared by presence and type. */
const ownText = /(?:^|\.)(?:ipAddress|gitHash)$|^environment\.\w+$/
const randomText = /(?:^|\.)(?:clientSecret|apiKey)$/
const fixedKeys = /^(?:labapikey|userapikey)/

export class Comparison {
  private readonly bindings: Bindings
  private readonly ordered: OrderedList | undefined

  constructor(bindings: Bindings, endpoint: string | null) {
    this.bindings = bindings
    this.ordered = endpoint === null ? undefined : orderedLists[endpoint]
  }

  /** What differs, each line with its path. */
  differences(recorded: unknown, actual: unknown, path = ''): string[] {
    if (typeof recorded === 'string') return this.text(recorded, actual, path)
    if (Array.isArray(recorded)) return this.list(recorded, actual, path)
    if (recorded !== null && typeof recorded === 'object') return this.fields(recorded, actual, path)
    return recorded === actual
      ? []
      : [`${path}: ${JSON.stringify(recorded)} expected, got ${JSON.stringify(actual)}`]
  }

  private text(recorded: string, actual: unknown, path: string): string[] {
    const problem =
      typeof actual === 'string'
        ? this.textProblem(recorded, actual, path)
        : `a text expected (${recorded.slice(0, 60)}), got ${JSON.stringify(actual)}`
    return problem === null ? [] : [`${path}: ${problem}`]
  }

  private textProblem(recorded: string, actual: string, path: string): string | null {
    if (ownText.test(path)) return null
    if (isGuid(recorded)) return this.bindings.bindId(recorded, actual)
    if (isRunDate(recorded)) return this.bindings.bindDate(recorded, actual)
    if (path.endsWith('continuationToken')) return this.bindings.bind(recorded, actual)
    if (randomText.test(path) && !fixedKeys.test(recorded)) {
      const isAlike = recorded.length === actual.length && /^[A-Za-z0-9]+$/.test(actual)
      return isAlike ? this.bindings.bind(recorded, actual) : `a random text expected, got ${actual}`
    }
    const expected = this.bindings.translate(uncut(recorded))
    return expected === actual
      ? null
      : `${JSON.stringify(expected.slice(0, 300))} expected, got ${JSON.stringify(actual.slice(0, 300))}`
  }

  private fields(recorded: object, actual: unknown, path: string): string[] {
    if (actual === null || typeof actual !== 'object' || Array.isArray(actual))
      return [`${path}: an object expected`]
    const at = (name: string) => (path === '' ? name : `${path}.${name}`)
    const got = new Map<string, unknown>(Object.entries(actual))
    const problems = Object.entries(recorded).flatMap(([name, value]) => {
      if (!got.has(name)) return [`${at(name)} is missing`]
      const actualValue = got.get(name)
      got.delete(name)
      return this.differences(value, actualValue, at(name))
    })
    return [...problems, ...Array.from(got.keys(), (name) => `${at(name)} is too much`)]
  }

  private list(recorded: unknown[], actual: unknown, path: string): string[] {
    if (!Array.isArray(actual)) return [`${path}: a list expected, got ${JSON.stringify(actual)}`]
    const { length, kept } = readList(recorded)
    // Signing in writes rows that the recording does not have.
    const entries = actual.filter((entry) => this.ordered !== events || !isSignIn(entry))
    if (entries.length !== length) return [`${path}: ${length} entries expected, got ${entries.length}`]
    const items = kept.map(({ item }) => item)
    if (path !== this.ordered?.at) return this.set(items, entries, path)
    return [...this.order(entries, this.ordered, path), ...this.places(kept, entries, this.ordered, path)]
  }

  private order(
    actual: readonly Record<string, string>[],
    { by, newestFirst }: OrderedList,
    path: string,
  ): string[] {
    const dates = actual.map((entry) => comparable(entry[by] ?? ''))
    const sorted = dates.toSorted()
    if (newestFirst) sorted.reverse()
    const at = dates.findIndex((date, index) => date !== sorted[index])
    return at < 0 ? [] : [`${path}[${at}] is out of order`]
  }

  /** What one call stamped may change places: the order of rows within a call hangs on ids that nobody sees. */
  private places(
    kept: readonly { at: number; item: unknown }[],
    actual: readonly Record<string, string>[],
    { by }: OrderedList,
    path: string,
  ): string[] {
    return kept.flatMap(({ at, item }) => {
      const here = actual[at]
      const act = this.bindings.actOf(here?.[by] ?? '')
      const near = actual.filter((entry) => this.bindings.actOf(entry[by] ?? '') === act)
      if (near.some((entry) => this.fits(item, entry, path))) return []
      return this.differences(item, here, `${path}[${at}]`)
    })
  }

  /** Each recorded entry needs an entry of its own that fits. */
  set(recorded: readonly unknown[], actual: readonly unknown[], path: string): string[] {
    const left = [...actual]
    const problems: string[] = []
    for (const [index, item] of recorded.entries()) {
      const at = left.findIndex((candidate) => this.fits(item, candidate, path))
      if (at >= 0) left.splice(at, 1)
      else problems.push(`${path}[${index}] has no match: ${this.bestGuess(item, left, path)}`)
    }
    return problems
  }

  private fits(recorded: unknown, actual: unknown, path: string): boolean {
    const mark = this.bindings.mark()
    if (this.differences(recorded, actual, `${path}[]`).length === 0) return true
    this.bindings.rollback(mark)
    return false
  }

  private bestGuess(recorded: unknown, left: readonly unknown[], path: string): string {
    const mark = this.bindings.mark()
    const tries = left.map((candidate) => {
      const problems = this.differences(recorded, candidate, `${path}[]`)
      this.bindings.rollback(mark)
      return problems
    })
    return tries.toSorted((a, b) => a.length - b.length)[0]?.join('; ') ?? 'nothing is left'
  }
}
