/**
 * A right as bits, joined with OR as the server joins rows (secrets-manager-api.md, "The algorithm"): there is no deny
 * and no priority. Reading and writing are judged apart. `MAYBE`: something that could give more is not known here.
 */
export type Right = number
export const NONE = 0
export const READ = 1
export const WRITE = 2
export const READ_WRITE = 3
export const MAYBE = 4

/** One policy row: who may do what with what. `right` without MAYBE. */
export interface Grant {
  grantee: string
  target: string
  right: Right
}

export interface PersonFacts {
  id: string
  role: 'owner' | 'admin' | 'user' | 'custom'
  /** Confirmed, and Secrets Manager switched on for this member: without it no right has an effect. */
  isActive: boolean
}

export interface GroupFacts {
  id: string
  /** Membership ids as far as they are known. */
  members: readonly string[]
  /** False where this account may not list the members: others may be in it. */
  isWhole: boolean
}

export interface MachineFacts {
  id: string
  /** Live access tokens; null where they were not read. */
  tokens: number | null
}

/** Secrets as columns: a list may hold 100,000. `project[i]` is an index into `projects`, -1 for none. */
export interface SecretFacts {
  ids: readonly string[]
  project: Int32Array
}

/** What is known of an organization's access. Ids of all kinds are distinct (GUIDs). */
export interface AccessFacts {
  people: readonly PersonFacts[]
  groups: readonly GroupFacts[]
  machines: readonly MachineFacts[]
  projects: readonly string[]
  secrets: SecretFacts
  grants: readonly Grant[]
  /** What the server's own lists say of the viewer, without saying why. */
  told: readonly Grant[]
  /** Policies that are not known: by target id, the reason as a sentence. */
  unknown: ReadonlyMap<string, string>
  /** Direct grants on single secrets are known for these alone, where not for all. */
  secretsRead: ReadonlySet<string> | 'all'
}

/** The letter of a right as cells show it; "?" where nothing is certain. */
export function rightLetters(right: Right): '' | 'R' | 'W' | 'RW' | '?' {
  const certain = right & READ_WRITE
  if (certain === READ_WRITE) return 'RW'
  if (certain === READ) return 'R'
  if (certain === WRITE) return 'W'
  return right & MAYBE ? '?' : ''
}

export function rightWords(right: Right): string {
  const letters = rightLetters(right)
  if (letters === 'RW') return 'Can read and write'
  if (letters === 'R') return 'Can read'
  if (letters === 'W') return 'Can write without reading'
  return letters === '?' ? 'Not known' : 'No access'
}
