import type { SessionState } from '#/session/protocol'
import { auditState } from './audit-session'
import { machineState } from './machine-session'
import { effectiveLock, organizationViews } from './profile'
import type { Vault } from './vault'

/** What pages may know of the vault. */
export function sessionState(vault: Vault): SessionState {
  const { account, keys, profile, server } = vault
  if (vault.machine && keys && server) return machineState(vault, vault.machine, server)
  if (vault.audit && keys && server) return auditState(vault, vault.audit, server)
  if (!account) return { phase: 'out', reason: vault.closedReason, email: vault.lastEmail }
  const view = { userId: account.userId, email: account.email, name: profile?.name ?? null, kdf: account.kdf }
  if (!keys || !profile || !server) {
    return { phase: 'locked', reason: vault.closedReason, since: vault.closedSince, account: view, server }
  }
  const { minutes, atMost, signOut } = effectiveLock(vault)
  return {
    phase: 'open',
    account: view,
    organizations: organizationViews({ profile, generatorRules: vault.generatorRules }),
    server,
    lockAfterMinutes: minutes,
    lockAtMost: atMost,
    signOutAfter: signOut,
    machine: null,
    audit: null,
    viaApiKey: vault.credential?.kind === 'api-key',
  }
}
