import { rowOfSecret, type SecretColumns } from '#/session/secret-columns'
import type { EditBase } from './secret-draft'

export type ListCheck =
  | { state: 'same'; at: number }
  | { state: 'moved'; at: number; changed: number }
  | { state: 'gone'; at: number }
  | { state: 'unknown'; error: Error }

/** What a list that was loaded at `loadedAt` tells about the state that an edit started from. */
export function judgeList(
  columns: Pick<SecretColumns, 'ids' | 'changed'>,
  loadedAt: number,
  secretId: string,
  base: Pick<EditBase, 'revision' | 'readAt'>,
): ListCheck {
  // A list that is older than the read knows less than the read does.
  if (loadedAt < base.readAt) return { state: 'same', at: base.readAt }
  const row = rowOfSecret(columns, secretId)
  if (row === -1) return { state: 'gone', at: loadedAt }
  const changed = columns.changed[row] ?? 0
  return changed > Date.parse(base.revision)
    ? { state: 'moved', at: loadedAt, changed }
    : { state: 'same', at: loadedAt }
}
