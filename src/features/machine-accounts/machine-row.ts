import type { FactsById, MachineFacts } from '#/data/machine-accounts'
import { summariseTokens, type TokenSummary } from '#/domain/token-expiry'
import type { CallResult } from '#/session/call-types'

export interface MachineRow {
  id: string
  /** Null where it cannot be decrypted. */
  name: string | null
  secrets: number
  created: number
  changed: number
  /** Null: not known. */
  canWrite: boolean | null
  /** Null until its tokens, projects and log have been read. */
  facts: MachineFacts | null
  /** Null while its tokens are not known. */
  tokens: TokenSummary | null
}

export function machineRows(
  machines: CallResult<'listMachineAccounts'>,
  facts: FactsById,
  canWrite: (id: string) => boolean | null,
  now: number,
): MachineRow[] {
  return machines.map(({ id, name, ...rest }) => {
    const known = facts.get(id) ?? null
    return {
      id,
      name: name.ok ? name.text : null,
      ...rest,
      canWrite: canWrite(id),
      facts: known,
      tokens: known?.tokens.ok ? summariseTokens(known.tokens.value, now) : null,
    }
  })
}

export const shownName = (machine: { id: string; name: string | null }): string =>
  machine.name ?? `Machine account ${machine.id.slice(0, 8)}`

export const shownToken = (token: {
  id: string
  name: { ok: true; text: string } | { ok: false; reason: string }
}): string => (token.name.ok ? token.name.text : `Token ${token.id.slice(0, 8)}`)
