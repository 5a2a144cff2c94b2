import { queryOptions, skipToken } from '@tanstack/react-query'
import { session } from '#/session/session'

export interface TokenEnd {
  id: string
  /** Null where it cannot be decrypted. */
  name: string | null
  machineId: string
  machine: string | null
  /** Epoch ms; null: never. */
  expiresAt: number | null
}

export interface TokenEnds {
  tokens: TokenEnd[]
  /** Machine accounts whose tokens could not be read. */
  failed: number
}

interface Machine {
  id: string
  name: { ok: true; text: string } | { ok: false }
}

const AT_ONCE = 4

/** Tokens of these machine accounts: one request each, no event. What fails is counted, not hidden. */
export function tokenEndsQuery(organizationId: string, machines: readonly Machine[] | null) {
  return queryOptions({
    queryKey: ['machines', organizationId, 'token-ends', machines?.length ?? 0],
    staleTime: 5 * 60_000,
    queryFn: machines
      ? async ({ signal }): Promise<TokenEnds> => {
          const waiting = [...machines]
          const found: TokenEnds = { tokens: [], failed: 0 }
          const work = async () => {
            for (let machine = waiting.pop(); machine; machine = waiting.pop()) {
              await readOne(organizationId, machine, found, signal)
            }
          }
          await Promise.all(Array.from({ length: AT_ONCE }, work))
          return found
        }
      : skipToken,
  })
}

async function readOne(organizationId: string, machine: Machine, found: TokenEnds, signal: AbortSignal) {
  try {
    const tokens = await session.call('listTokens', { organizationId, machineId: machine.id }, { signal })
    for (const { id, name, expiresAt } of tokens) {
      found.tokens.push({
        id,
        name: name.ok ? name.text : null,
        machineId: machine.id,
        machine: machine.name.ok ? machine.name.text : null,
        expiresAt,
      })
    }
  } catch (error) {
    if (signal.aborted) throw error
    found.failed += 1
  }
}
