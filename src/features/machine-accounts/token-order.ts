import type { MachineToken } from '#/data/machine-accounts'
import { compareNames } from '#/domain/sort'
import { compareEnds } from '#/domain/token-expiry'
import type { Sort } from '#/table/GridHeader'
import { shownToken } from './machine-row'

/** Tokens in order; by expiry those that never expire come last. */
export function sortedTokens(tokens: readonly MachineToken[], { id, direction }: Sort): MachineToken[] {
  const sign = direction === 'asc' ? 1 : -1
  return tokens.toSorted((a, b) => {
    const order =
      id === 'name'
        ? compareNames(shownToken(a), shownToken(b))
        : id === 'created'
          ? a.created - b.created
          : compareEnds(a.expiresAt, b.expiresAt)
    return sign * order || compareNames(shownToken(a), shownToken(b)) || a.id.localeCompare(b.id)
  })
}
