import type { Right } from '#/domain/access/facts'
import type { OpenedText } from './worker/secret-read'

/** Whose policies are meant. `granted`: the projects of a machine account, seen from its side. */
export type PolicyTarget = { kind: 'project' | 'secret' | 'machine' | 'granted'; id: string }

export type GranteeKind = 'person' | 'group' | 'machine' | 'project'

/** One grant as the server lists it. `id` is what the other end is; `name` null for a member who is only invited. */
export interface GrantRow {
  kind: GranteeKind
  id: string
  name: OpenedText | null
  /** The viewer, or a group of the viewer's. */
  isMe: boolean
  right: Right
  /** False where this account may not touch the row: it goes back unchanged. */
  mayChange: boolean
}

/** What a save leaves of a grant: enough to compare. */
export interface GrantState {
  kind: GranteeKind
  id: string
  right: Right
}

export type PolicyList =
  | { status: 'read'; grants: GrantRow[]; readAt: number }
  /** The server says "not found" for "not permitted" too. */
  | { status: 'refused' }

/** Somebody whom the server offers as a grantee, or who is known by name. */
export interface DirectoryPerson {
  /** Membership id. */
  id: string
  name: string | null
  email: string
  /** Null where the members may not be listed. */
  role: 'owner' | 'admin' | 'user' | 'custom' | null
  /** Confirmed, with Secrets Manager on. */
  isActive: boolean
  isMe: boolean
}

export interface DirectoryGroup {
  id: string
  name: string
  isMine: boolean
}

export interface Directory {
  people: DirectoryPerson[]
  groups: DirectoryGroup[]
  /** `mayGrant`: the server lists it as a potential grantee for this account. */
  machines: { id: string; name: OpenedText; mayGrant: boolean; inReach: number | null }[]
  /** False where only those with Secrets Manager could be listed, and their roles are not known. */
  hasRoles: boolean
}

export interface SavePolicies {
  organizationId: string
  target: PolicyTarget
  /** What the person has seen and changed from. */
  base: GrantState[]
  wanted: GrantState[]
}

export type SavedPolicies =
  /** `others`: changes of somebody else since `base` that were kept. */
  | { outcome: 'saved'; others: GrantState[]; slippedIn: boolean | 'not known' | null }
  /** Somebody else changed the same grantees: nothing was sent. */
  | { outcome: 'conflict'; grants: GrantRow[]; readAt: number; ids: string[] }
  /** The server has it so already: nothing was sent. */
  | { outcome: 'unchanged' }
  /** The first of two lists was written, the second was refused. */
  | { outcome: 'half'; written: 'machines'; reason: string }
