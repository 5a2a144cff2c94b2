import type { ClosedReason } from '#/session/protocol'
import { emptyVault } from './vault'
import type { Context } from './vault'

/** Drops the keys and everything decrypted; the wrapped keys and the credential stay. */
export async function lock(context: Context, reason: ClosedReason): Promise<void> {
  if (!context.vault.keys) return
  await context.sealDrafts()
  dropKeys(context)
  context.vault.closedReason = reason
  context.vault.closedSince = Date.now()
  context.publish()
}

/** Ends the session in all tabs: by the person (`signed-out`) or by the server (`ended`). Drafts stay sealed. */
export async function closeSession(context: Context, reason: 'signed-out' | 'ended'): Promise<void> {
  if (context.vault.keys) await context.sealDrafts()
  dropKeys(context)
  const lastEmail = context.vault.account?.email ?? context.vault.lastEmail
  const { server, lockAfterMinutes } = context.vault
  Object.assign(context.vault, emptyVault(), {
    server,
    lockAfterMinutes,
    closedReason: reason,
    lastEmail: reason === 'ended' ? lastEmail : null,
  })
  context.keep(null)
  context.publish()
}

function dropKeys(context: Context): void {
  context.vault.keys = null
  context.caches.clear()
}
