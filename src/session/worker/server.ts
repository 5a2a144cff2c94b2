import { ApiError } from '#/api/error'
import type { ServerView } from '#/session/protocol'
import { loadProfile } from './profile'
import type { Context } from './vault'

export type ProbeResult =
  | { ok: true; server: ServerView }
  | { ok: false; reason: 'unreachable' | 'not-compatible'; message: string }

/** `GET /api/config`, asked before any password. */
export async function probeServer(context: Context, signal?: AbortSignal): Promise<ProbeResult> {
  const started = performance.now()
  try {
    let skew: number | undefined
    const config = await context.anonymous.call(
      'configGet',
      {},
      {
        ...(signal && { signal }),
        onDate: (date: number) => {
          skew = Date.now() - date
        },
      },
    )
    const server: ServerView = {
      version: config.version,
      name: config.server?.name ?? null,
      host: new URL(context.device.origin).host,
      answeredIn: Math.round(performance.now() - started),
      clockSkew: skew,
      featureStates: config.featureStates ?? {},
    }
    context.vault.server = server
    return { ok: true, server }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const unreachable = error instanceof ApiError && (error.kind === 'network' || error.status >= 500)
    return unreachable
      ? {
          ok: false,
          reason: 'unreachable',
          message:
            'The server does not answer at /api. Check that it runs and that the proxy passes /api, /identity and /events to it.',
        }
      : {
          ok: false,
          reason: 'not-compatible',
          message:
            'Something answers at /api, but it is not a Bitwarden-compatible server. Check what the proxy passes there.',
        }
  }
}

/**
 * Asks an open session's server again who it is, and tells the pages where that changed: away, back, or another
 * version. What a version can do shows in its answers; only the profile, which is kept, is read anew.
 */
export async function lookAtServer(context: Context): Promise<boolean> {
  const { vault } = context
  const before = vault.server
  const probe = await probeServer(context).catch(() => null)
  if (!before) return true
  if (!probe?.ok) {
    vault.server = { ...before, away: probe?.reason ?? 'unreachable' }
    if (vault.server.away !== before.away) context.publish()
    return false
  }
  const isOther =
    before.version !== probe.server.version ||
    before.name !== probe.server.name ||
    JSON.stringify(before.featureStates) !== JSON.stringify(probe.server.featureStates)
  const earlier = isOther ? before.version : before.earlier
  vault.server = { ...probe.server, ...(earlier !== undefined && { earlier }) }
  // The audit view and a machine account have no profile. Where it cannot be had, the one that is known goes on.
  if (isOther && vault.account && vault.keys) await loadProfile(context).catch(() => undefined)
  if (isOther || before.away) context.publish()
  return true
}
