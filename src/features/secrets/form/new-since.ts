import { secretId, secretName, type SecretColumns } from '#/session/secret-columns'

/** Rows of this name whose ids were not among `idsBefore` (joined ids; null where they are not known). */
export function newSince(
  columns: Pick<SecretColumns, 'count' | 'ids' | 'names' | 'offsets' | 'spoiled'>,
  idsBefore: string | null,
  name: string,
): number[] {
  const before = new Set(idsBefore?.match(/.{36}/g))
  return Array.from({ length: columns.count }, (_, row) => row).filter(
    (row) => secretName(columns, row) === name && !before.has(secretId(columns, row)),
  )
}
