import { indexNames } from '#/domain/name-index'
import type { SecretFacts } from '#/features/secrets/use-secret-row'
import { secretAt } from '#/features/secrets/secret-row'
import { canChangeSecret } from '#/features/secrets/can'
import { secretsWord } from '#/features/secrets/SecretListStatus'
import { secretId } from '#/session/secret-columns'
import type { SecretColumns } from '#/session/secret-columns'

export interface Chosen {
  /** In the order of the list. */
  secrets: readonly SecretFacts[]
  /** Whether a secret that is not selected is called so. */
  isTaken: (name: string) => boolean
}

/** The selected secrets. One pass over all ids: looking each up would be a search a row. */
export function chosenSecrets(columns: SecretColumns, ids: ReadonlySet<string>): Chosen {
  const secrets: SecretFacts[] = []
  const isChosen = new Uint8Array(columns.count)
  for (let row = 0; row < columns.count && secrets.length < ids.size; row += 1) {
    if (!ids.has(secretId(columns, row))) continue
    isChosen[row] = 1
    secrets.push(secretAt(columns, row))
  }
  let isBeside: Chosen['isTaken'] | null = null
  // Made with the first question: over 100,000 names it is the dearest part of a plan.
  return { secrets, isTaken: (name) => (isBeside ??= namesBeside(columns, isChosen))(name) }
}

function namesBeside({ names, offsets, spoiled }: SecretColumns, isChosen: Uint8Array): Chosen['isTaken'] {
  const isLeftOut = isChosen.map((chosen, row) => chosen | (spoiled[row] ?? 0))
  return indexNames(names, offsets, isLeftOut)
}

export const secretNoun = { one: 'Secret', count: secretsWord }

/** The reason why this account may not touch a secret, or null. */
export function closedTo(secret: SecretFacts): string | null {
  const verdict = canChangeSecret(secret)
  return verdict === true ? null : 'You can read it, not change it'
}
