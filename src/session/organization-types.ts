import type { CollectionRight } from '#/domain/collection-rights'
import type { OpenedText } from './worker/secret-read'

/** A right by the id of what it is about: a collection, a member, a group. */
export type RightEntry = [id: string, right: CollectionRight]

/** One member as groups, collections and policies need to know of it. */
export interface RosterMember {
  /** Membership id. */
  id: string
  name: string | null
  email: string
  role: 'owner' | 'admin' | 'user' | 'custom'
  /** -1 revoked, 0 invited, 1 accepted, 2 confirmed. */
  status: number
}

/** What only those who manage people are told of a member. */
export interface RosterDetails {
  groups: string[]
  hasTwoFactor: boolean
  hasMasterPassword: boolean
  isRecoverable: boolean
}

/** `details` by membership id; null where this account may list names alone. */
export interface Roster {
  members: RosterMember[]
  details: Map<string, RosterDetails> | null
}

export interface GroupRow {
  id: string
  name: string
  externalId: string | null
  collections: RightEntry[]
}

/** What of a group is written together. */
export interface GroupState {
  name: string
  members: string[]
  collections: RightEntry[]
}

export interface CollectionRow {
  id: string
  name: OpenedText
  externalId: string | null
  groups: RightEntry[]
  users: RightEntry[]
  /** This account's own right; null where it has none. */
  own: CollectionRight | null
  /** False where the server keeps the two lists from this account. */
  hasLists: boolean
}

export interface CollectionRights {
  groups: RightEntry[]
  users: RightEntry[]
}

/** `others`: how many changes of somebody else since it was read were kept. */
export type Saved<Now> =
  | { outcome: 'saved'; others: number }
  | { outcome: 'unchanged' }
  /** Somebody else changed the same: nothing was sent. */
  | { outcome: 'conflict'; now: Now }

export interface PolicyState {
  type: number
  enabled: boolean
  data: Record<string, unknown> | null
}

/** Null where the server does not say. */
export interface OrganizationFacts {
  name: string
  /** For bills. */
  email: string | null
  plan: string | null
  seats: number | null
  secretsSeats: number | null
  machineSeats: number | null
  maxCollections: number | null
  storageGb: number | null
  isSelfHosted: boolean
  has: { part: string; isOn: boolean }[]
  rules: CollectionRules
}

export interface CollectionRules {
  limitCollectionCreation: boolean
  limitCollectionDeletion: boolean
  limitItemDeletion: boolean
  allowAdminAccessToAllCollectionItems: boolean
}
