import type { SecretFacts } from '#/features/secrets/use-secret-row'
import { secretAt } from '#/features/secrets/secret-row'
import { canChangeSecret } from '#/features/secrets/can'
import { secretId } from '#/session/secret-columns'
import type { SecretColumns } from '#/session/secret-columns'

/** The selected secrets, in the order of the list. One pass over all ids: looking each up would be a search a row. */
export function selectedSecrets(columns: SecretColumns, ids: ReadonlySet<string>): SecretFacts[] {
  const found: SecretFacts[] = []
  for (let row = 0; row < columns.count && found.length < ids.size; row += 1)
    if (ids.has(secretId(columns, row))) found.push(secretAt(columns, row))
  return found
}

/** One line of a preview. `skip`: why nothing is done to it; it is told before the act. */
export interface PreviewRow {
  id: string
  name: string | null
  change: string
  skip: string | null
}

/** What is not done comes first, so that nobody has to search for it. */
export const skippedFirst = (rows: readonly PreviewRow[]): PreviewRow[] => [
  ...rows.filter(({ skip }) => skip !== null),
  ...rows.filter(({ skip }) => skip === null),
]

/** The reason why this account may not touch a secret, or null. */
export function closedTo(secret: SecretFacts): string | null {
  const verdict = canChangeSecret(secret)
  return verdict === true ? null : 'You can read it, not change it'
}
