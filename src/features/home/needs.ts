import type { TokenEnd } from '#/data/token-ends'
import { expiryKind, expiryWords } from '#/domain/token-expiry'

/** One line of "Needs you". Names are kept apart from words, since they are drawn in another way. */
export type Need =
  | { kind: 'token'; token: TokenEnd; words: string }
  | { kind: 'tokens'; count: number; machines: number }
  | { kind: 'to-confirm'; count: number }
  | { kind: 'old-invitations'; count: number }
  | { kind: 'spoiled-secrets'; count: number }
  | { kind: 'spoiled-projects'; count: number }
  | { kind: 'duplicates'; count: number }

interface Known {
  /** Null where it is not known. */
  tokens: readonly TokenEnd[] | null
  spoiledSecrets: number | null
  spoiledProjects: number | null
  duplicates: number | null
  /** Accepted and not confirmed; left out for those who do not manage members. */
  toConfirm?: number | null
  /** Not accepted for two weeks: their links ended long ago. */
  oldInvitations?: number | null
}

/** Each of them alone; more become one line. */
const MOST_ALONE = 3

/** In the order in which it hurts: tokens that end within three days, within fourteen, people who wait, then what is spoiled,
 * double or forgotten. */
export function needsOf(known: Known, now: number): Need[] {
  const tokens = (known.tokens ?? []).toSorted((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0))
  const soon = tokens.filter((token) => expiryKind(token.expiresAt, now) === 'within-3')
  const alone = soon.slice(0, MOST_ALONE)
  const later = [
    ...soon.slice(MOST_ALONE),
    ...tokens.filter((token) => expiryKind(token.expiresAt, now) === 'within-14'),
  ]
  return [
    ...alone.map((token): Need => ({ kind: 'token', token, words: expiryWords(token.expiresAt, now) })),
    ...counted('tokens', later.length, { machines: new Set(later.map((token) => token.machineId)).size }),
    ...counted('to-confirm', known.toConfirm ?? null),
    ...counted('spoiled-secrets', known.spoiledSecrets),
    ...counted('spoiled-projects', known.spoiledProjects),
    ...counted('duplicates', known.duplicates),
    ...counted('old-invitations', known.oldInvitations ?? null),
  ]
}

function counted(
  kind: Exclude<Need['kind'], 'token'>,
  count: number | null,
  more: { machines?: number } = {},
): Need[] {
  return count ? [{ kind, count, machines: 0, ...more }] : []
}
