import type { Span } from './pager'
import type { EventStore } from './store'

/** The newest thing that somebody did with a secret, as the log has it. */
export interface SecretUse {
  /** A machine account, or a person by account id: not by membership. */
  actor: string
  secret: string
  /** Epoch ms, by the server's clock. */
  at: number
}

/**
 * Who used which secret last within a span, each pair once. Reading and changing both count: whoever changes a secret
 * uses a right to it. Rows tell the account in `userId`, or the machine account (event-log.md, secret rows).
 */
export function usesOf(store: EventStore, span: Span): SecretUse[] {
  const { from, to } = store.range(span)
  const { start, arrays } = store.columns
  const seen = new Set<number>()
  const uses: SecretUse[] = []
  for (let at = from; at < to; at += 1) {
    const actor = arrays.actorIds[start + at] ?? 0
    const object = arrays.objectIds[start + at] ?? 0
    // Newest first: what comes again is older.
    const pair = actor * store.objectIds.size + object
    if (seen.has(pair)) continue
    seen.add(pair)
    const row = store.rowAt(at)
    const who = row.serviceAccountId ?? row.userId ?? row.actingUserId
    if (row.secretId !== null && who !== null) uses.push({ actor: who, secret: row.secretId, at: row.at })
  }
  return uses
}
