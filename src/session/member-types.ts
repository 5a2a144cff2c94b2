export type MemberRole = 'owner' | 'admin' | 'user' | 'custom'

/** `staged`: provided by a directory and not invited yet; it takes no seat. */
export type MemberStatus = 'invited' | 'accepted' | 'confirmed' | 'revoked' | 'staged'

export interface CollectionRight {
  id: string
  readOnly: boolean
  hidePasswords: boolean
  manage: boolean
}

/** A member as the list tells of it. Names and addresses of people are not encrypted. */
export interface MemberView {
  /** Membership id, by which the server's paths and policies name a member. */
  id: string
  /** Account id; null until the invitation was accepted. */
  userId: string | null
  name: string | null
  email: string
  role: MemberRole
  status: MemberStatus
  /** Switches of the custom role that are on, by their names on the wire. */
  permissions: readonly string[]
  hasSecretsManager: boolean
  hasPam: boolean
  /** Null while there is no account. */
  hasTwoStep: boolean | null
  hasSso: boolean
  isClaimed: boolean
  hasMasterPassword: boolean
  isRecoverable: boolean
  externalId: string | null
  groups: readonly string[]
  collections: readonly CollectionRight[]
  /** Why it was revoked, where that is known. */
  revokedFor: 'act' | 'two-step' | 'data-ownership' | 'single-organization' | null
  /** Since when there is the row, in epoch milliseconds; null on servers that do not tell. */
  since: number | null
}

/** What is asked of the viewer's own membership before acts on members are offered. */
export interface MembershipView {
  memberId: string
  role: MemberRole
  permissions: readonly string[]
  /** Null: no limit, or not told. */
  seats: number | null
  hasGroups: boolean
  hasCustomRoles: boolean
  hasSecretsManager: boolean
  hasEvents: boolean
  isSelfHosted: boolean
  /** Owners and admins may give every collection, not only those that they manage. */
  mayGiveAllCollections: boolean
}

/** What an act on many says of each. `missing`: the server left it out, since it was not in the state for it. */
export type MemberResult =
  | { id: string; outcome: 'done' }
  | { id: string; outcome: 'refused'; reason: string }
  | { id: string; outcome: 'missing' }

export interface MemberAccess {
  role: MemberRole
  permissions: readonly string[]
  hasSecretsManager: boolean
  hasPam: boolean
  collections: readonly CollectionRight[]
  /** Null leaves the groups as they are. */
  groups: readonly string[] | null
}

/** Five words of a public key, or why there are none. */
export type MemberFingerprint =
  | { id: string; status: 'read'; phrase: string }
  /** It is no key that may be given the organization's. */
  | { id: string; status: 'bad-key' }
  /** The server gave none: not accepted, or confirmed meanwhile. */
  | { id: string; status: 'none' }
