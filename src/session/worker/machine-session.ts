import { ApiError } from '#/api/error'
import type { Client } from '#/api/client'
import { contract } from '#/api/contract'
import type { EndpointName } from '#/api/contract'
import { isRead } from '#/api/repeat'
import { readMachineClaims, readTokenAnswer, readTokenRefusal } from '#/api/token-answer'
import { deriveAccessTokenKey, openAccessTokenPayload, parseAccessToken } from '#/crypto/access-token'
import type { ServerView, SessionState } from '#/session/protocol'
import { ONLY_READS } from '#/session/only-reads-words'
import { SessionError } from '#/session/session-error'
import { dropKeys } from './lock'
import { probeServer } from './server'
import { machineForm, rememberAccess } from './tokens'
import { emptyVault } from './vault'
import type { Context, MachineSession, Vault } from './vault'

const NOT_KNOWN =
  'The server does not take this token: it was revoked, has expired, belongs to another server, or its organization is switched off. The server does not tell which.'

/**
 * Opens a session as a machine account. The token is checked for its form by the page; its seed opens the key of the
 * organization and is dropped, the rest renews the session as long as this worker lives.
 */
export async function signInWithMachineToken(context: Context, text: string): Promise<void> {
  const { vault } = context
  if (!vault.server) {
    const probe = await probeServer(context)
    if (!probe.ok) throw new SessionError('not-compatible', probe.message)
  }
  const token = parseAccessToken(text)
  const answer = await context.anonymous
    .call('tokenCreate', { body: machineForm(token.id, token.clientSecret) })
    .then(readTokenAnswer, (error: unknown) => {
      const refusal = error instanceof ApiError ? readTokenRefusal(error) : null
      throw refusal ? new SessionError('refused', NOT_KNOWN) : error
    })
  const claims = readMachineClaims(answer.accessToken)
  if (!claims || !answer.encryptedPayload)
    throw new SessionError('not-compatible', 'The server’s answer is not that to a machine account.')
  const key = await openAccessTokenPayload(
    await deriveAccessTokenKey(token.seed),
    answer.encryptedPayload,
  ).catch(() => {
    throw new SessionError(
      'refused',
      'The server takes the token, but the part after its colon does not open the keys. It was cut off or mixed with another.',
    )
  })
  token.seed.fill(0)
  // Somebody's session may have been open in another tab.
  dropKeys(context)
  const { server, lockAfterMinutes } = vault
  Object.assign(vault, emptyVault(), { server, lockAfterMinutes })
  vault.credential = { kind: 'machine', clientId: token.id, clientSecret: token.clientSecret }
  rememberAccess(context, answer)
  vault.machine = { id: claims.machineId, organizationId: claims.organizationId, tokenId: token.id }
  vault.keys = {
    user: null,
    private: null,
    organizations: new Map([[claims.organizationId, Promise.resolve(key)]]),
  }
  context.keep(null)
  context.publish()
}

/** What pages may know of it. The server tells a machine account neither its own name nor its organization's. */
export function machineState(vault: Vault, machine: MachineSession, server: ServerView): SessionState {
  const name = `Machine account ${machine.id.slice(0, 8)}`
  return {
    phase: 'open',
    account: { userId: machine.id, email: name, name, kdf: { type: 'pbkdf2', iterations: 0 } },
    organizations: [
      {
        id: machine.organizationId,
        name: `Organization ${machine.organizationId.slice(0, 8)}`,
        role: 'machine',
        enabled: true,
        confirmed: true,
        useSecretsManager: true,
        accessSecretsManager: true,
        useEvents: false,
        hasEventRight: false,
        canReadEvents: false,
        useApi: false,
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
    machine: { id: machine.id, tokenId: machine.tokenId },
    audit: null,
    viaApiKey: false,
  }
}

/** Whatever a page tries: in the session of a machine account nothing is written under its name. */
export function onlyReading(client: Client, isMachine: () => boolean): Client {
  const check = (name: EndpointName) => {
    if (isMachine() && !isRead(contract[name])) throw new SessionError('refused', ONLY_READS)
  }
  return {
    async call(name, args, options) {
      check(name)
      return client.call(name, args, options)
    },
    async stream(name, args, options) {
      check(name)
      return client.stream(name, args, options)
    },
  }
}
