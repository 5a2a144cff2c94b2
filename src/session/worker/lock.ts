import type { ClosedReason } from '#/session/protocol'
import { emptyVault } from './vault'
import type { Context } from './vault'

/** Drops the keys and everything decrypted; the wrapped keys and the credential stay. */
export function lock(context: Context, reason: ClosedReason): Promise<void> {
  context.locking ??= lockNow(context, reason).finally(() => {
    context.locking = null
  })
  return context.locking
}

async function lockNow(context: Context, reason: ClosedReason): Promise<void> {
  if (!context.vault.keys) return
  // Nothing of the session of a machine account or an organization's key is kept that could be unlocked.
  if (context.vault.machine || context.vault.audit)
    return closeSession(context, reason === 'reload' ? 'reload' : 'signed-out')
  // A page that went away locks its own worker only.
  if (reason !== 'reload') context.tellOthers('lock')
  await context.sealDrafts()
  dropKeys(context)
  context.vault.closedReason = reason
  context.vault.closedSince = Date.now()
  context.publish()
}

/** Ends the session in all tabs: by the person, by a policy after idleness, or by the server. Drafts stay sealed. */
export async function closeSession(
  context: Context,
  reason: 'signed-out' | 'timeout' | 'ended' | 'reload',
): Promise<void> {
  if (!context.vault.account && !context.vault.credential) return
  if (reason === 'signed-out' || reason === 'timeout') context.tellOthers('sign-out')
  if (context.vault.keys) await context.sealDrafts()
  dropKeys(context)
  const lastEmail = context.vault.account?.email ?? context.vault.lastEmail
  const { server, lockAfterMinutes } = context.vault
  Object.assign(context.vault, emptyVault(), {
    server,
    lockAfterMinutes,
    closedReason: reason,
    lastEmail: reason === 'signed-out' ? null : lastEmail,
  })
  context.keep(null)
  context.publish()
}

/** Whatever is still under way belongs to the time before: it is cut off, and its answer is not posted. */
export function dropKeys(context: Context): void {
  context.vault.keys = null
  // What is known of timeouts counts on, until it is read anew after the next unlock.
  context.vault.timeoutsRead = null
  context.caches.clear()
  for (const { masterKey } of context.pending.values()) masterKey.fill(0)
  context.pending.clear()
  context.epoch += 1
}
