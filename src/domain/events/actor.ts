import { categoryOf } from './codes'
import type { EventRow } from './row'

/** Who acted, as far as a row tells. `account`: an account id, and in one quirk of the server a membership id. */
export type EventActor =
  | { kind: 'account'; id: string; providerId: string | null }
  | { kind: 'machine'; id: string }
  | { kind: 'system'; code: number }
  | { kind: 'installation'; id: string }
  | { kind: 'domain'; name: string }
  | { kind: 'outside' }
  | { kind: 'nobody' }

const SEND_OPENED = new Set([2510, 2511])

/** Families in which `userId` is who acted; elsewhere it is whom it was done to. */
const USER_ACTS = new Set(['user', 'secret', 'project'])

/**
 * The rules of event-log.md §4.3, in their order. The official client takes `userId` before the system user for every code
 * and so names the person revoked by SCIM as the author; this does not.
 */
export function actorOf(row: EventRow): EventActor {
  const person = row.actingUserId
  if (SEND_OPENED.has(row.type) && person === null)
    return row.domainName === null ? { kind: 'outside' } : { kind: 'domain', name: row.domainName }
  if (row.installationId !== null) return { kind: 'installation', id: row.installationId }
  if (person !== null) return { kind: 'account', id: person, providerId: row.providerId }
  if (row.systemUser !== null) return { kind: 'system', code: row.systemUser }
  if (row.serviceAccountId !== null) return { kind: 'machine', id: row.serviceAccountId }
  if (row.userId !== null && USER_ACTS.has(categoryOf(row.type) ?? ''))
    return { kind: 'account', id: row.userId, providerId: row.providerId }
  return { kind: 'nobody' }
}

/** One text for each actor, to group and to compare by. */
export function actorKey(actor: EventActor): string {
  if ('id' in actor) return `${actor.kind}:${actor.id}`
  if (actor.kind === 'system') return `system:${actor.code}`
  return actor.kind === 'domain' ? `domain:${actor.name}` : actor.kind
}
