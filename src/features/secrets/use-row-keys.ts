import { useMemo } from 'react'
import type { RowKey } from '#/table/Grid'
import { secretAt } from './secret-row'
import type { SecretActs } from './use-secret-acts'
import type { SecretListView } from './use-secret-list'

/** Single keys on the row under the cursor. */
export function useRowKeys({ columns, rows }: SecretListView, acts: SecretActs): readonly RowKey[] {
  return useMemo(() => {
    const on = (act: (secret: ReturnType<typeof secretAt>) => void) => (row: number) =>
      columns && act(secretAt(columns, rows[row] ?? 0))
    return [
      { id: 'rowCopyValue', run: on(acts.copyValue) },
      { id: 'rowCopyName', run: on(acts.copyName) },
      { id: 'rowEdit', run: on(acts.edit) },
      { id: 'rowVersions', run: on(acts.versions) },
    ]
  }, [columns, rows, acts])
}
