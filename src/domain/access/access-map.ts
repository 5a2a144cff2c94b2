import { MAYBE, NONE, READ, READ_WRITE, WRITE } from './facts'
import type { AccessFacts, Grant, Right } from './facts'

export interface Reach {
  read: number
  write: number
  /** False where single grants or whole projects are not known: there may be more. */
  isWhole: boolean
}

/**
 * Effective access, ready to be asked: who (rows: people, then groups, then machine accounts) may do what with which
 * target (columns: projects, then machine accounts). Secrets take the right of their project and the few grants of
 * their own, so they need no matrix. Made in one pass over the grants.
 */
export class AccessMap {
  readonly facts: AccessFacts
  /** Row of each principal. */
  readonly rows = new Map<string, number>()
  readonly columns = new Map<string, number>()
  readonly secretRow = new Map<string, number>()
  /** All grants on a target, for proofs. */
  readonly grantsOn = new Map<string, Grant[]>()
  /** What the server's lists say of the viewer, by target. */
  readonly toldOn = new Map<string, Grant[]>()
  readonly groupsOf = new Map<string, string[]>()
  readonly #width: number
  readonly #cells: Uint8Array
  /** Rights on single secrets beyond those of the project, by row of the secret, then by row of the principal. */
  readonly #single = new Map<number, Map<number, Right>>()
  readonly #admins: Uint8Array
  readonly #off: Uint8Array
  /** Rows of the people in each group. */
  readonly #members: ReadonlyMap<string, readonly number[]>
  readonly #everybody: readonly number[]
  /** Groups whose members are not all known. */
  readonly openGroups: ReadonlySet<string>

  /** `grants`: those that are put in at once; `inSlices` adds them later. */
  constructor(facts: AccessFacts, grants = facts.grants) {
    this.facts = facts
    for (const { id } of [...facts.people, ...facts.groups, ...facts.machines])
      this.rows.set(id, this.rows.size)
    for (const id of facts.projects) this.columns.set(id, this.columns.size)
    for (const { id } of facts.machines) this.columns.set(id, this.columns.size)
    facts.secrets.ids.forEach((id, i) => this.secretRow.set(id, i))
    this.#width = this.columns.size
    this.#cells = new Uint8Array(this.rows.size * this.#width)
    this.#admins = new Uint8Array(this.rows.size)
    this.#off = new Uint8Array(this.rows.size)
    this.openGroups = new Set(facts.groups.filter((group) => !group.isWhole).map((group) => group.id))
    this.#everybody = facts.people.map((_, row) => row)
    this.#fillUnknown()
    this.#fillPeople()
    this.#members = this.#fillGroups()
    for (const grant of grants) this.#add(grant)
    for (const grant of facts.told) {
      push(this.toldOn, grant.target, grant)
      this.#give([this.rows.get(grant.grantee)], grant.target, grant.right)
    }
  }

  /**
   * The same as `new AccessMap(facts)`, a piece at a time: `breathe` is awaited between pieces of a few milliseconds,
   * so that whoever waits for it does not block a page.
   */
  static async inSlices(facts: AccessFacts, breathe: () => Promise<unknown>): Promise<AccessMap> {
    const map = new AccessMap(facts, [])
    for (let from = 0; from < facts.grants.length; from += GRANTS_AT_ONCE) {
      await breathe()
      for (const grant of facts.grants.slice(from, from + GRANTS_AT_ONCE)) map.#add(grant)
    }
    return map
  }

  /** The effective right of a principal on a project, a secret or a machine account. */
  right(principal: string, target: string): Right {
    const row = this.rows.get(principal)
    if (row === undefined) return NONE
    const secret = this.secretRow.get(target)
    if (secret !== undefined) return this.secretRight(row, secret)
    const column = this.columns.get(target)
    return column === undefined ? NONE : this.cell(row, column)
  }

  /** By row and column: what a table of a million cells asks. A right that is complete is never "maybe". */
  cell(row: number, column: number): Right {
    if (this.#off[row]) return NONE
    if (this.#admins[row]) return READ_WRITE
    return settled(this.#cells[row * this.#width + column] ?? NONE)
  }

  /** The grants of a row by column, as they are: without roles, and of those too who cannot use them. */
  cellsOf(row: number): Uint8Array {
    return this.#cells.subarray(row * this.#width, (row + 1) * this.#width)
  }

  /** By rows of the principal and the secret. */
  secretRight(row: number, secret: number): Right {
    if (this.#off[row]) return NONE
    if (this.#admins[row]) return READ_WRITE
    const project = this.facts.secrets.project[secret] ?? -1
    const inherited = project < 0 ? NONE : (this.#cells[row * this.#width + project] ?? NONE)
    const own = this.#single.get(secret)
    const right = inherited | (own?.get(row) ?? NONE)
    return settled(this.isSecretRead(secret) ? right : right | MAYBE)
  }

  isSecretRead(secret: number): boolean {
    const { secretsRead, secrets } = this.facts
    return secretsRead === 'all' || secretsRead.has(secrets.ids[secret] ?? '')
  }

  isAdmin(row: number): boolean {
    return this.#admins[row] === 1
  }

  isOff(row: number): boolean {
    return this.#off[row] === 1
  }

  /** Rows of principals with grants on this very secret. */
  singleGrantees(secret: number): ReadonlyMap<number, Right> | undefined {
    return this.#single.get(secret)
  }

  /** Secrets with grants of their own, by row. */
  get singleSecrets(): IterableIterator<number> {
    return this.#single.keys()
  }

  /** How many secrets each principal reaches, by row; one pass over the secrets for all. */
  reachOfAll(): Reach[] {
    const { secrets, projects, secretsRead } = this.facts
    const size = new Uint32Array(projects.length)
    let loose = 0
    secrets.project.forEach((project) =>
      project < 0 ? (loose += 1) : (size[project] = (size[project] ?? 0) + 1),
    )
    const all = Array.from({ length: this.rows.size }, (_, row): Reach => {
      if (this.#off[row]) return { read: 0, write: 0, isWhole: true }
      if (this.#admins[row]) return { read: secrets.ids.length, write: secrets.ids.length, isWhole: true }
      return this.#reachByProjects(
        row,
        size,
        secretsRead === 'all' || (loose === 0 && secrets.ids.length === 0),
      )
    })
    for (const [secret, grantees] of this.#single) {
      const project = secrets.project[secret] ?? -1
      for (const [row, own] of grantees) {
        const reach = all[row]
        if (!reach || this.#off[row] || this.#admins[row]) continue
        const inherited = project < 0 ? NONE : (this.#cells[row * this.#width + project] ?? NONE)
        if (own & READ && !(inherited & READ)) reach.read += 1
        if (own & WRITE && !(inherited & WRITE)) reach.write += 1
      }
    }
    return all
  }

  #reachByProjects(row: number, size: Uint32Array, isWhole: boolean): Reach {
    const cells = this.cellsOf(row)
    const reach = { read: 0, write: 0, isWhole }
    for (let project = 0; project < size.length; project += 1) {
      const right = cells[project] ?? NONE
      if (right === NONE) continue
      if (right & READ) reach.read += size[project] ?? 0
      if (right & WRITE) reach.write += size[project] ?? 0
      if (settled(right) & MAYBE) reach.isWhole = false
    }
    return reach
  }

  #fillUnknown(): void {
    const { facts } = this
    for (const target of facts.unknown.keys()) {
      const column = this.columns.get(target)
      if (column === undefined) continue
      // Machine accounts have no rights on machine accounts, not even on themselves.
      const isMachine = column >= facts.projects.length
      const rows = facts.people.length + facts.groups.length + (isMachine ? 0 : facts.machines.length)
      for (let row = 0; row < rows; row += 1) this.#cells[row * this.#width + column] = MAYBE
    }
  }

  #fillPeople(): void {
    this.facts.people.forEach((person, row) => {
      if (!person.isActive) this.#off[row] = 1
      else if (person.role === 'owner' || person.role === 'admin') this.#admins[row] = 1
    })
  }

  #fillGroups(): Map<string, number[]> {
    const members = new Map<string, number[]>()
    for (const group of this.facts.groups) {
      const rows: number[] = []
      for (const id of group.members) {
        const row = this.rows.get(id)
        if (row === undefined) continue
        rows.push(row)
        push(this.groupsOf, id, group.id)
      }
      members.set(group.id, rows)
    }
    return members
  }

  #add(grant: Grant): void {
    const { grantee, target, right } = grant
    push(this.grantsOn, target, grant)
    this.#give([this.rows.get(grantee), ...(this.#members.get(grantee) ?? [])], target, right)
    // Whoever is in the group is not told: everybody else may have what it gives.
    if (this.openGroups.has(grantee)) this.#give(this.#everybody, target, MAYBE, right)
  }

  /** `atMost`: what a "maybe" could bring; who has that for certain has no doubt left from it. */
  #give(rows: readonly (number | undefined)[], target: string, right: Right, atMost?: Right): void {
    const secret = this.secretRow.get(target)
    const column = this.columns.get(target)
    if (secret === undefined && column === undefined) return
    const own = secret === undefined ? null : (this.#single.get(secret) ?? new Map<number, Right>())
    if (own && secret !== undefined) this.#single.set(secret, own)
    for (const row of rows) {
      if (row === undefined) continue
      if (own) {
        own.set(row, (own.get(row) ?? NONE) | right)
        continue
      }
      const at = row * this.#width + (column ?? 0)
      const before = this.#cells[at] ?? NONE
      if (atMost === undefined || (before & atMost) !== atMost) this.#cells[at] = before | right
    }
  }
}

const GRANTS_AT_ONCE = 500

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Nothing could add to reading and writing. */
function settled(right: Right): Right {
  return (right & READ_WRITE) === READ_WRITE ? READ_WRITE : right
}
