import { ApiError } from '#/api/error'
import { readTokenAnswer, readTokenRefusal } from '#/api/token-answer'
import type { ServerView, SessionState } from '#/session/protocol'
import { SessionError } from '#/session/session-error'
import { dropKeys } from './lock'
import { probeServer } from './server'
import { organizationForm, rememberAccess } from './tokens'
import { emptyVault } from './vault'
import type { AuditSession, Context, Vault } from './vault'

const NOT_TAKEN =
  'The server does not take this key: it was rotated, belongs to another organization or server, or the organization is switched off or has no Public API. The server does not tell which.'

const CLIENT_ID = /^organization\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** Opens the audit view: the key is exchanged for a token, and renews it as long as this worker lives. */
export async function signInWithOrganizationKey(
  context: Context,
  typed: { clientId: string; clientSecret: string },
): Promise<void> {
  const { vault } = context
  const clientId = typed.clientId.trim().toLowerCase()
  const clientSecret = typed.clientSecret.trim()
  const organizationId = CLIENT_ID.exec(clientId)?.[1]
  if (!organizationId) {
    throw new SessionError(
      'unsupported',
      'The client id of an organization is "organization." and the id of the organization.',
    )
  }
  if (!vault.server) {
    const probe = await probeServer(context)
    if (!probe.ok) throw new SessionError('not-compatible', probe.message)
  }
  const answer = await context.anonymous
    .call('tokenCreate', { body: organizationForm(clientId, clientSecret) })
    .then(readTokenAnswer, (error: unknown) => {
      const refusal = error instanceof ApiError ? readTokenRefusal(error) : null
      throw refusal ? new SessionError('refused', NOT_TAKEN) : error
    })
  // Somebody's session may have been open in another tab.
  dropKeys(context)
  const { server, lockAfterMinutes } = vault
  Object.assign(vault, emptyVault(), { server, lockAfterMinutes })
  vault.credential = { kind: 'organization', clientId, clientSecret }
  rememberAccess(context, answer)
  vault.audit = { organizationId }
  vault.keys = { user: null, private: null, organizations: new Map() }
  context.keep(null)
  context.publish()
}

/** What pages may know of it. The Public API tells not even the organization's name. */
export function auditState(vault: Vault, audit: AuditSession, server: ServerView): SessionState {
  const { organizationId } = audit
  const name = `Key of organization ${organizationId.slice(0, 8)}`
  return {
    phase: 'open',
    account: { userId: organizationId, email: name, name, kdf: { type: 'pbkdf2', iterations: 0 } },
    organizations: [
      {
        id: organizationId,
        name: `Organization ${organizationId.slice(0, 8)}`,
        role: 'audit',
        enabled: true,
        confirmed: true,
        useSecretsManager: false,
        accessSecretsManager: false,
        // Not told by the Public API; where there are rows, they were written.
        useEvents: true,
        canReadEvents: false,
        hasEventRight: true,
        useApi: true,
        useGroups: false,
        usePolicies: false,
        permissions: [],
        adminsHaveAllCollections: false,
        limitsCollectionCreation: true,
        limitsCollectionDeletion: true,
        memberId: '',
      },
    ],
    server,
    lockAfterMinutes: vault.lockAfterMinutes,
    lockAtMost: null,
    signOutAfter: null,
    machine: null,
    audit: {
      organizationId,
      tokenEndsAt: Date.now() + (vault.access?.expiresAt ?? performance.now()) - performance.now(),
    },
    viaApiKey: false,
  }
}
