import type { GeneratorRule } from '#/domain/generator-rule'
import type { Profile } from '#/api/contract'
import type { Client } from '#/api/client'
import type { Kdf } from '#/crypto/kdf'
import type { UserKey } from '#/crypto/master-key'
import type { PrivateKey } from '#/crypto/rsa'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import type { ClosedReason, PageHello, ServerView, StoredSession, TimeoutPolicy } from '#/session/protocol'
import type { DraftStore } from './draft-store'

/** How the access token is renewed. API-key credentials stay in this memory only. */
export type Credential =
  | { kind: 'refresh'; refreshToken: string; clientId: string }
  | { kind: 'api-key'; clientId: string; clientSecret: string }
  /** A machine account's access token, without the seed of its key. */
  | { kind: 'machine'; clientId: string; clientSecret: string }
  /** The API key of an organization. */
  | { kind: 'organization'; clientId: string; clientSecret: string }

export interface AccessToken {
  text: string
  /** On the worker's own monotonic clock, so that a wrong machine clock changes nothing. */
  expiresAt: number
  lifetime: number
}

export interface WrappedAccount {
  userId: string
  email: string
  salt: string
  kdf: Kdf
  wrappedUserKey: string
  wrappedPrivateKey: string
}

/** Everything that lock must drop. */
export interface OpenKeys {
  /** Null in the session of a machine account, which holds the key of its organization alone. */
  user: UserKey | null
  private: PrivateKey | null
  organizations: Map<string, Promise<SymmetricKey>>
}

/** The session of a machine account: it has no person, no profile and nothing that is kept. */
export interface MachineSession {
  id: string
  organizationId: string
  tokenId: string
}

/** The session of an organization's API key: no person, no keys, and only the Public API. */
export interface AuditSession {
  organizationId: string
}

export interface Vault {
  machine: MachineSession | null
  audit: AuditSession | null
  account: WrappedAccount | null
  credential: Credential | null
  access: AccessToken | null
  keys: OpenKeys | null
  profile: Profile | null
  server: ServerView | null
  /** Timeout policies of the organizations, as far as they are known. */
  timeouts: TimeoutPolicy[]
  /** By organization; known together with the timeouts. */
  generatorRules: Map<string, GeneratorRule>
  closedReason: ClosedReason
  closedSince: number
  lastEmail: string | null
  lockAfterMinutes: number
  /** Settles once the timeout policies are read; asked once since the keys were opened. */
  timeoutsRead: Promise<void> | null
}

export function emptyVault(): Vault {
  return {
    machine: null,
    audit: null,
    account: null,
    credential: null,
    access: null,
    keys: null,
    profile: null,
    server: null,
    timeouts: [],
    generatorRules: new Map(),
    closedReason: 'fresh',
    closedSince: Date.now(),
    lastEmail: null,
    lockAfterMinutes: 15,
    timeoutsRead: null,
  }
}

/** What the first step of a sign-in derived; kept for the second, so that the password is not posted or derived twice. */
export interface PendingSignIn {
  email: string
  salt: string
  kdf: Kdf
  masterKey: Uint8Array
  hash: string
  newDevice: boolean
  startedAt: number
}

/** What every call of the worker gets. One per worker, whatever the number of pages. */
export interface Context {
  readonly vault: Vault
  /** By which the server knows this browser; replaced where nobody is signed in. */
  device: Pick<PageHello, 'origin' | 'deviceIdentifier' | 'deviceType' | 'deviceName'>
  /** Sends the token of the session and renews it. */
  readonly client: Client
  /** For sign-in and everything before it. */
  readonly anonymous: Client
  /** Sends another token, which is not renewed: that of a key which is tried. */
  withToken(text: string): Client
  readonly drafts: DraftStore
  /** Decrypted columns and read ciphertexts, by organization; emptied on lock. */
  readonly caches: Map<string, unknown>
  /** Sign-ins that wait for a code, one for each page: two tabs may be signing in two people. */
  readonly pending: Map<object, PendingSignIn>
  /** Counts the locks: what began before one must not answer after it. */
  epoch: number
  /** A lock that is under way; a second one waits for it. */
  locking: Promise<void> | null
  /** Tells workers of other tabs, where each tab has its own. */
  tellOthers(what: 'lock' | 'sign-out'): void
  /** Tells all pages the state after a change. */
  publish(): void
  /** Asks all pages to seal their open forms; settles when all have, or after a second. */
  sealDrafts(): Promise<void>
  /** Hands every page what it keeps in `sessionStorage`. */
  keep(stored: StoredSession | null): void
}

export function storedSession(vault: Vault): StoredSession | null {
  const { account, credential } = vault
  if (!account || credential?.kind !== 'refresh') return null
  return {
    v: 1,
    email: account.email,
    userId: account.userId,
    salt: account.salt,
    kdf: account.kdf,
    refreshToken: credential.refreshToken,
    clientId: credential.clientId,
    wrappedUserKey: account.wrappedUserKey,
    wrappedPrivateKey: account.wrappedPrivateKey,
  }
}
