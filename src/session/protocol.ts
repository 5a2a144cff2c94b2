/** What the key derivation of an account costs; shown to the person, never secret. */
export type { Kdf } from '#/crypto/kdf'
import type { Kdf } from '#/crypto/kdf'
import type { GeneratorRule } from '#/domain/generator-rule'

/** `machine` and `audit`: the session is that of a machine account or of the organization's API key, which are no members. */
export type Role = 'owner' | 'admin' | 'user' | 'custom' | 'machine' | 'audit'

/** The facts of a membership that rights are judged by (see `domain/`). */
export interface OrganizationView {
  id: string
  name: string
  role: Role
  enabled: boolean
  confirmed: boolean
  useSecretsManager: boolean
  accessSecretsManager: boolean
  useEvents: boolean
  /** The right alone: where event logs are switched off, the log holds what was recorded before. */
  hasEventRight: boolean
  /** With the right, and event logs switched on: what the log lacks did not happen. */
  canReadEvents: boolean
  /** The plan has the Public API. */
  useApi: boolean
  /** What it asks of generated passwords; comes a little after the rest. */
  generatorRule?: GeneratorRule
  useGroups: boolean
  usePolicies: boolean
  /** What a custom role is allowed, by the wire's names; empty for the others. */
  permissions: readonly string[]
  /** Owners and admins may do everything with every collection. */
  adminsHaveAllCollections: boolean
  /** Only owners and admins may make collections. */
  limitsCollectionCreation: boolean
  limitsCollectionDeletion: boolean
  /** This person's membership id, by which policies and versions name people. */
  memberId: string
}

export interface AuditView {
  organizationId: string
  /** Epoch ms of this machine's clock; the key renews the token before that. */
  tokenEndsAt: number
}

export interface AccountView {
  userId: string
  email: string
  name: string | null
  kdf: Kdf
}

export interface ServerView {
  version: string
  /** Name of a server of another make, as it calls itself; null for the genuine one. */
  name: string | null
  host: string
  /** Milliseconds that the answer took. */
  answeredIn: number
  /** Machine clock minus server clock in milliseconds; undefined where the server sent no date. */
  clockSkew: number | undefined
  featureStates: Record<string, unknown>
  /** No answer, or something else in its place: since a request of this session failed for that. */
  away?: 'unreachable' | 'not-compatible'
  /** The version before, where it was changed under this session. */
  earlier?: string
}

/** Why there is no open session, for the sentence on the sign-in and unlock pages. */
export type ClosedReason = 'fresh' | 'signed-out' | 'timeout' | 'ended' | 'lock-button' | 'idle' | 'reload'

/** A session timeout policy: what an organization asks for after idleness. */
export interface TimeoutPolicy {
  organization: string
  minutes: number
  action: 'lock' | 'sign-out'
}

export type SessionState =
  | { phase: 'out'; reason: ClosedReason; email: string | null }
  | { phase: 'locked'; reason: ClosedReason; since: number; account: AccountView; server: ServerView | null }
  | {
      phase: 'open'
      account: AccountView
      organizations: OrganizationView[]
      server: ServerView
      /** Minutes of idleness until the lock, after policies. */
      lockAfterMinutes: number
      /** The strictest timeout policy of the organizations, as far as they are known. */
      lockAtMost: TimeoutPolicy | null
      /** The strictest one that asks for a sign-out; comes with the lock or after it. */
      signOutAfter: TimeoutPolicy | null
      /** Whose access token opened it, where it is no person's session: it only reads, and lock ends it. */
      machine: { id: string; tokenId: string } | null
      /** Opened with the API key of an organization: it reads through the Public API alone, and lock ends it. */
      audit: AuditView | null
      /** The credential leaves no refresh token: lock keeps it, a lost worker asks for all of it. */
      viaApiKey: boolean
    }

/**
 * What a tab keeps in `sessionStorage` so that a reload asks for the master password only
 * (table in architecture.md). Everything in it is wrapped or useless without the password.
 */
export interface StoredSession {
  v: 1
  email: string
  userId: string
  salt: string
  kdf: Kdf
  refreshToken: string
  clientId: string
  wrappedUserKey: string
  wrappedPrivateKey: string
}

export interface PageHello {
  /** Web Lock that the page holds while it lives; the worker learns by it that the page is gone. */
  pageLock: string
  origin: string
  deviceIdentifier: string
  deviceType: number
  deviceName: string
  stored: StoredSession | null
  lockAfterMinutes: number
}

export type ToWorker =
  | { kind: 'hello'; hello: PageHello }
  | { kind: 'call'; id: number; name: string; args: unknown }
  | { kind: 'cancel'; id: number }
  | { kind: 'active' }
  | { kind: 'lock-after'; minutes: number }
  /** This browser has another device id, since the one before was erased. */
  | { kind: 'device'; deviceIdentifier: string }
  | { kind: 'drafts-sealed' }

export type FromWorker =
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'part'; id: number; value: unknown }
  | { kind: 'failure'; id: number; error: unknown }
  | { kind: 'state'; state: SessionState }
  | { kind: 'seal-drafts' }
  | { kind: 'keep'; stored: StoredSession | null }
  /** The server asked to slow down; a read goes on by itself after these seconds. */
  | { kind: 'paced'; seconds: number }
